/** The one segment that a change comes from, where there is one: named only if it carries more of it than its size. */
import { type AnswerContext, type ExplainedChange, explainChange } from '../../metrics/index.ts';
import { Problem } from '../../model/index.ts';
import { filledDimensions } from '../../reports/filled-dimensions.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Change } from './changes.ts';
import type { Thing } from './thing.ts';
import type { Part } from './warning-report.ts';

interface Scene {
  readonly warehouse: Warehouse;
  readonly context: AnswerContext;
  readonly frame: { readonly zone: string };
  readonly to: string;
}

/** At least this share of the change, and so much more than the segment's share of the cases. */
const [most, more] = [0.4, 0.15];

/** null: nothing stands out, the statistic has no parts, or the change is a single day. */
export async function whereFromOf(
  { metric, where }: Extract<Thing, { kind: 'metric' }>,
  { control, signal }: Change,
  { warehouse, context, frame, to }: Scene,
): Promise<Part | null> {
  if (signal.kind === 'spike') return null;
  const from = control.points[signal.at]?.figure.from?.slice(0, 10) ?? to;
  const asked = where.map(({ dimension }) => dimension);
  const parts: (Part & { readonly excess: number })[] = [];
  for (const dimension of await filledDimensions(warehouse)) {
    if (asked.includes(dimension)) continue;
    const question = {
      asks: [{ metric, stats: [] }],
      period: { from, to },
      zone: frame.zone,
      by: [dimension],
      where,
      rules: {},
      compare: [],
    };
    const explained = await explainChange(warehouse, question, 'previous', context).catch(unsplit);
    if (explained !== null) parts.push(...partsOf(explained, dimension));
  }
  const best = parts
    .filter(({ share, excess }) => share >= most && excess >= more)
    .sort((a, b) => b.excess - a.excess)[0];
  return best === undefined ? null : { ...best, share: Math.min(1, best.share) };
}

/** A metric that does not know the dimension, a statistic without parts, a time without figures: nothing to name. */
function unsplit(error: unknown): null {
  if (error instanceof Problem) return null;
  throw error;
}

function partsOf({ parts, difference, figure, comparison }: ExplainedChange, dimension: string) {
  const all = figure.n + comparison.base.n;
  if (difference === 0 || all === 0) return [];
  return parts.flatMap(({ segment, rate, mix, now, before }) => {
    const name = segment[dimension];
    if (name === null || name === undefined) return [];
    const share = (rate + mix) / difference;
    return [{ dimension, segment: name, share, excess: share - ((now?.n ?? 0) + (before?.n ?? 0)) / all }];
  });
}
