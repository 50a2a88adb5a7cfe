/** Splits a change into the parts of its segments: other cases than before, or the same cases served differently. */
import { mixAndRate } from '../chance/index.ts';
import type { Figure } from '../metrics/figure.ts';

export interface Explanation {
  readonly figure: Figure;
  readonly segment: Readonly<Record<string, string | null>>;
  /** `rate`: the segment itself changed. `mix`: there is more or less of it than before. `count`: its own difference. */
  readonly effect: 'rate' | 'mix' | 'count';
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** At least this share of a change must come from one segment before it is named. */
const most = 0.4;

interface Part {
  readonly figure: Figure;
  readonly dimension: string;
  readonly rate: number;
  readonly mix: number;
}

/**
 * Which segment explains most of a change?
 *
 * For a mean or share, the difference of totals is the sum of the segments' rate and mix effects (`mixAndRate`; Kitagawa,
 * 1955). For counts the part is the segment's own difference. A rate effect is only named where the segment's
 * own change is a signal among all comparisons; medians have no exact parts, so the same sum ranks them.
 */
export function whereFrom(
  total: Figure,
  parts: readonly Figure[],
  dimensions: readonly string[],
): Explanation | null {
  const difference = total.comparisons.find(({ base }) => base.kind === 'previous')?.difference ?? 0;
  if (difference === 0) return null;
  const candidates = dimensions
    .flatMap((dimension) => {
      const own = parts.filter((part) => dimension in part.segment);
      return split(total, own, dimension);
    })
    .filter(({ figure, dimension }) => figure.segment[dimension] !== null)
    .map((part) => ({ ...part, share: (part.rate + part.mix) / difference }))
    .filter(
      ({ share, figure, rate, mix }) => share >= most && (Math.abs(mix) > Math.abs(rate) || isSignal(figure)),
    )
    .sort((a, b) => b.share - a.share);
  const best = candidates[0];
  if (best === undefined) return null;
  const { figure, dimension, rate, mix, share } = best;
  return {
    figure,
    segment: figure.segment,
    effect: total.unit === 'count' ? 'count' : Math.abs(mix) > Math.abs(rate) ? 'mix' : 'rate',
    facts: { dimension, segment: figure.segment[dimension] ?? null, part: Math.min(1, share) },
  };
}

const isSignal = (figure: Figure): boolean =>
  figure.comparisons.some(({ base, among }) => base.kind === 'previous' && among === 'signal');

function split(total: Figure, parts: readonly Figure[], dimension: string): Part[] {
  const rows = parts.flatMap((figure) => {
    const base = figure.comparisons.find((comparison) => comparison.base.kind === 'previous')?.base;
    if (figure.value === null || base === undefined) return [];
    return [{ figure, now: figure.value, before: base.value, nNow: figure.n, nBefore: base.n }];
  });
  if (total.unit === 'count') {
    return rows.map(({ figure, now, before }) => ({ figure, dimension, rate: now - (before ?? 0), mix: 0 }));
  }
  if (total.value === null) return [];
  // Weighed by n: exact for shares, means and scores; for a median it only ranks.
  const effects = mixAndRate(
    rows.map(({ now, before, nNow, nBefore }) => ({
      now: { weight: nNow, value: now },
      before: before === null || nBefore === 0 ? null : { weight: nBefore, value: before },
    })),
  );
  return rows.map(({ figure }, i) => ({
    figure,
    dimension,
    rate: effects[i]?.rate ?? 0,
    mix: effects[i]?.mix ?? 0,
  }));
}
