/** Figures of one metric together with the evidence they were made from, for comparisons that no question can name. */
import type { Evidence } from '../chance/index.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { AnswerContext } from './answer.ts';
import { catalogue } from './catalogue/index.ts';
import { checkQuestion, measureOf } from './check-question.ts';
import type { MetricDefinition } from './definition.ts';
import type { Figure } from './figure.ts';
import { makeFigures } from './make-figures.ts';
import { circumstances, windowsOf } from './plan/circumstances.ts';
import { noises } from './plan/dispersion.ts';
import { gather } from './plan/gather.ts';
import { sceneOf } from './plan/reader.ts';
import { reading } from './plan/reading.ts';
import { withSharedLuck } from './plan/shared-luck.ts';
import { placeKey } from './plan/slice.ts';
import type { Question } from './question.ts';

export interface FigureWithEvidence {
  readonly metric: MetricDefinition;
  readonly figure: Figure;
  /** null where the figure has no value, or is one that has no interval (a sum, a maximum). */
  readonly evidence: Evidence | null;
}

/**
 * The total of a question's first metric and statistic. Counts carry the days they stand for and how much they vary from
 * day to day, as they do in any comparison.
 *
 * @throws Problem where the question cannot be asked
 */
export async function evidenceOf(
  warehouse: Warehouse,
  question: Question,
  {
    metrics = catalogue,
    people = false,
    businessHours = false,
    dimensions: own = [],
    ...context
  }: AnswerContext = {},
): Promise<FigureWithEvidence> {
  // The noise of a count is looked for only where it is compared.
  const compared: Question = { ...question, by: [], compare: ['previous'] };
  const [checked] = checkQuestion(compared, { catalogue: metrics, people, businessHours, own });
  const [stat] = checked?.stats ?? [];
  if (checked === undefined || stat === undefined) throw new RangeError('a question asks for one metric');
  const asked = { ...checked, stats: [stat] };
  const { dataThrough } = await warehouse.state();
  const [around] = await circumstances(warehouse, [asked], dataThrough);
  const [occasion] = around?.occasions ?? [];
  if (around === undefined || occasion === undefined) throw new RangeError('a question has a time');
  const tasks = [{ asked, windows: windowsOf(around.occasions) }];
  const [found] = await gather(warehouse, tasks, { dataThrough, deviates: [1.96, 2.6] });
  const [noise] = await noises(warehouse, [asked], [around], dataThrough);
  if (found === undefined || noise === undefined) throw new RangeError('one task has one answer');
  const judgement = { targets: [], smallest: {}, looks: 1, level: 0.95, ...context };
  const material = { asked, found, around, noise, level: judgement.level };
  const [figure] = makeFigures(material, judgement, warehouse.functions);
  if (figure === undefined) throw new RangeError('a total has one figure');
  const { window, bases } = occasion;
  const cell = found.cells.get(placeKey({ window: window.key, segment: [] })) ?? { sums: {} };
  const measure = measureOf(asked, sceneOf(warehouse.functions, [window], dataThrough));
  const spread = stat === 'count' ? noise.dispersion(window, bases[0]?.window ?? null, []) : 1;
  const { evidence } = reading(stat, measure, cell, noise.exposure(window), spread);
  if (figure.value === null || evidence === null) return { metric: asked.metric, figure, evidence: null };
  const effect = (): number => noise.designEffect(window, bases[0]?.window ?? null, []);
  return { metric: asked.metric, figure, evidence: withSharedLuck(evidence, effect) };
}
