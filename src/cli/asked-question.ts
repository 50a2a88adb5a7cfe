/** The question that was typed, once it is known that its filters name something. */
import { type Question, refuseUnknownValues } from '../metrics/index.ts';
import { askedPeriod } from './asked-period.ts';
import type { Project } from './project.ts';
import { type AskedOptions, answerContext, questionOf } from './question.ts';

/** As typed: without a period the last full month is meant. */
export type AskedWords = Omit<AskedOptions, 'period'> & Partial<Pick<AskedOptions, 'period'>>;

/** @throws Problem that of the words, of the question, or `filter_empty` for a value that is nowhere in the data */
export async function askedQuestion(
  project: Project,
  metrics: readonly string[],
  options: AskedWords,
): Promise<Question> {
  const { config, warehouse } = project;
  const period = await askedPeriod(project, options.period);
  const question = questionOf(metrics, { ...options, period }, config.zone);
  await refuseUnknownValues(warehouse, question, answerContext(config));
  return question;
}
