/** The question that was typed, once it is known that its filters name something. */
import { type Question, refuseUnknownValues } from '../metrics/index.ts';
import { Problem } from '../model/index.ts';
import { askedPeriod } from './asked-period.ts';
import type { Project } from './project.ts';
import { type AskedOptions, answerContext, questionOf } from './question.ts';

/**
 * @throws Problem that of the words, of the question, `undated` for slices of time where no record has any, or `filter_empty`
 *   for a value that is nowhere in the data
 */
export async function askedQuestion(
  project: Project,
  metrics: readonly string[],
  options: AskedOptions,
): Promise<Question> {
  const { config, warehouse } = project;
  const period = await askedPeriod(project, options.period);
  const question = questionOf(metrics, options, { period, zone: config.zone });
  if (question.grain !== undefined && (await warehouse.state()).dataThrough === null) throw undated();
  await refuseUnknownValues(warehouse, question, answerContext(config));
  return question;
}

const undated = (): Problem =>
  new Problem('undated', {
    found: 'nothing that is loaded has a date',
    expected: 'dates, where figures are to be told apart by time',
    todo: 'name the column that holds them in the mapping and import again, or ask without slices of time',
  });
