/** Questions in, figures out: every metric of every question, with intervals, comparisons and the rows behind. */
import { normal } from '../chance/index.ts';
import { together } from '../warehouse/at-once.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { catalogue } from './catalogue/index.ts';
import { checkQuestion } from './check-question.ts';
import { type Judgement, judgeTogether } from './compare-figures.ts';
import type { MetricDefinition } from './definition.ts';
import type { Figure } from './figure.ts';
import { makeFigures } from './make-figures.ts';
import { otherSegments } from './other-segments.ts';
import type { OwnDimension } from './own/dimension.ts';
import { circumstances, windowsOf } from './plan/circumstances.ts';
import { noises } from './plan/dispersion.ts';
import { gather } from './plan/gather.ts';
import type { Question } from './question.ts';

export interface AnswerContext extends Partial<Judgement> {
  /** Figures per person, allowed by the configuration. */
  readonly people?: boolean;
  /** Whether the company has stated its opening hours; without them times run around the clock. */
  readonly businessHours?: boolean;
  readonly metrics?: readonly MetricDefinition[];
  /** Dimensions of the company's own. */
  readonly dimensions?: readonly OwnDimension[];
}

/**
 * Answers many questions at once; they share statements, and all their comparisons are one family.
 *
 * @returns one list of figures a question: by metric, statistic, segment (largest first) and time
 * @throws Problem where a question cannot be asked
 * @example
 * const [figures] = await answer(warehouse, [{ asks: [{ metric: 'csat', stats: [] }], period: parsePeriod('2025-05'),
 *   zone: 'Europe/Rome', by: [], where: [], rules: {}, compare: ['previous'] }]);
 */
export async function answer(
  warehouse: Warehouse,
  questions: readonly Question[],
  context: AnswerContext = {},
): Promise<readonly (readonly Figure[])[]> {
  const { metrics = catalogue, people = false, businessHours = false, dimensions: own = [] } = context;
  const asked = questions.map((question) =>
    checkQuestion(question, { catalogue: metrics, people, businessHours, own }),
  );
  const all = asked.flat();
  const { dataThrough } = await warehouse.state();
  const around = await circumstances(warehouse, all, dataThrough);
  const tasks = all.map((each, i) => ({ asked: each, windows: windowsOf(around[i]?.occasions ?? []) }));
  const judgement = { targets: [], smallest: {}, looks: 1, level: 0.95, ...context };
  const options = { dataThrough, deviates: deviatesOf(judgement) };
  const [found, others, noise] = await together([
    gather(warehouse, tasks, { ...options, leftOutToo: true }),
    otherSegments(warehouse, all, around, options),
    noises(warehouse, all, around, dataThrough),
  ]);
  const { level } = judgement;
  const figures = all.map((each, i) => {
    const [own, about, spread] = [found[i], around[i], noise[i]];
    if (own === undefined || about === undefined || spread === undefined) return [];
    return makeFigures(
      { asked: each, found: own, around: about, noise: spread, level, others: others[i] ?? [] },
      judgement,
      warehouse.functions,
    );
  });
  const judged = judgeTogether(figures);
  let next = 0;
  return asked.map((own) => own.flatMap(() => judged[next++] ?? []));
}

/** The intervals that will be made: of each figure, and, where it is looked at several times, of its comparisons. */
const deviatesOf = ({ level, looks }: Judgement): readonly number[] =>
  [...new Set([1 - level, (1 - level) / looks])].map((error) => normal.upperQuantile(error / 2));
