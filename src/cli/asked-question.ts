/** The question that was typed, once it is known that its filters name something. */
import { type Question, refuseUnknownValues } from '../metrics/index.ts';
import type { Project } from './project.ts';
import { type AskedOptions, answerContext, questionOf } from './question.ts';

/** @throws Problem that of the words, of the question, or `filter_empty` for a value that is nowhere in the data */
export async function askedQuestion(
  { config, warehouse }: Project,
  metrics: readonly string[],
  options: AskedOptions,
): Promise<Question> {
  const question = questionOf(metrics, options, config.zone);
  await refuseUnknownValues(warehouse, question, answerContext(config));
  return question;
}
