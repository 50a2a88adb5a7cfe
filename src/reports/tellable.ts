/** Which metrics can be told apart by the dimensions of a question: not every record knows every dimension. */
import {
  type AnswerContext,
  answer,
  catalogue,
  dimensionsOf,
  type Figure,
  type MetricDefinition,
} from '../metrics/index.ts';
import type { Question } from '../metrics/question.ts';
import type { Warehouse } from '../warehouse/index.ts';

/**
 * The question about the metrics that know its dimensions; null where none does.
 *
 * @example tellable({ ...asked, asks: [occupancy, csat], by: ['category'] }, {}) // about csat alone: shifts have no category
 */
export function tellable(question: Question, known: AnswerContext): Question | null {
  const wanted = [...question.by, ...question.where.map(({ dimension }) => dimension)];
  const asks = question.asks.filter(({ metric }) => wanted.every((each) => knows(metric, each, known)));
  return asks.length === 0 ? null : { ...question, asks };
}

/** One list of figures a question: empty where no metric of it can be told apart as asked. */
export async function answerTellable(
  warehouse: Warehouse,
  questions: readonly Question[],
  context: AnswerContext,
): Promise<readonly (readonly Figure[])[]> {
  const known = questions.map((question) => tellable(question, context));
  const answers = await answer(
    warehouse,
    known.filter((question) => question !== null),
    context,
  );
  let next = 0;
  return known.map((question) => (question === null ? [] : (answers[next++] ?? [])));
}

function knows(name: string, dimension: string, { metrics = catalogue, dimensions }: AnswerContext): boolean {
  const metric = metrics.find((each) => each.name === name);
  if (metric === undefined || dimension.startsWith('attributes.')) return true;
  return factsOf(metric).every((fact) => dimensionsOf(fact, dimensions).includes(dimension));
}

const factsOf = ({ fact, flowFact = fact }: MetricDefinition): readonly MetricDefinition['fact'][] => [
  fact,
  flowFact,
];
