/** Which metrics can be told apart by the dimensions of a question: not every record knows every dimension. */
import { catalogue, dimensionsOf, type MetricDefinition } from '../metrics/index.ts';
import type { Question } from '../metrics/question.ts';
import type { ReportRequest } from './request.ts';

/**
 * The question about the metrics that know its dimensions; null where none does.
 *
 * @example tellable({ ...asked, asks: [occupancy, csat], by: ['category'] }, {}) // about csat alone: shifts have no category
 */
export function tellable(question: Question, known: ReportRequest['metrics']): Question | null {
  const wanted = [...question.by, ...question.where.map(({ dimension }) => dimension)];
  const asks = question.asks.filter(({ metric }) => wanted.every((each) => knows(metric, each, known)));
  return asks.length === 0 ? null : { ...question, asks };
}

function knows(
  name: string,
  dimension: string,
  { metrics = catalogue, dimensions }: ReportRequest['metrics'],
): boolean {
  const metric = metrics.find((each) => each.name === name);
  if (metric === undefined || dimension.startsWith('attributes.')) return true;
  return factsOf(metric).every((fact) => dimensionsOf(fact, dimensions).includes(dimension));
}

const factsOf = ({ fact, flowFact = fact }: MetricDefinition): readonly MetricDefinition['fact'][] => [
  fact,
  flowFact,
];
