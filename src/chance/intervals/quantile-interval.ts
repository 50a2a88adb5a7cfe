/** Quantiles of a sample and their distribution-free interval. */

import type { CountedValue, Interval } from '../evidence.ts';
import { binomial } from '../numerics/binomial.ts';

/** A tail that is met exactly counts as met: the rank after it is then the lower end. */
const NEXT = 1 + 1e-13;

export interface QuantileRanks {
  /** 1-based; 0 where no row is low enough to be the lower end. */
  readonly low: number;
  /** 1-based; n + 1 where no row is high enough to be the upper end. */
  readonly high: number;
}

/**
 * The ranks l and u between which the true quantile lies: the highest l with P(B ≤ l − 1) ≤ (1 − level) / 2 and the
 * lowest u with P(B ≥ u) ≤ (1 − level) / 2, B ~ binomial(n, q) counting the rows below the quantile.
 *
 * @example quantileRanks(15, 0.5) // { low: 4, high: 12 }
 */
export function quantileRanks(
  n: number,
  q: number,
  { level = 0.95 }: { readonly level?: number } = {},
): QuantileRanks {
  const rowsBelow = binomial(n, q);
  const tail = (1 - level) / 2;
  return { low: rowsBelow.quantile(tail * NEXT), high: rowsBelow.upperQuantile(tail) + 1 };
}

/**
 * The rows at these ranks, from a counted distribution or the steps of it around the quantile. An end that does not
 * exist is null: "at least …". No shape is assumed; the level is reached or surpassed.
 *
 * @example quantileInterval(steps, { n: 20, q: 0.9 }) // low: the 15th row, high: null
 */
export function quantileInterval(
  steps: readonly CountedValue[],
  { n, q, level = 0.95 }: { readonly n: number; readonly q: number; readonly level?: number },
): Interval {
  const ranks = quantileRanks(n, q, { level });
  return {
    low: atRank(steps, ranks.low),
    high: atRank(steps, ranks.high),
    level,
    method: 'order_statistics',
  };
}

/**
 * The quantile itself, on the straight line between the rows around rank (n − 1) q + 1 (Hyndman & Fan's type 7, the
 * usual median); null where the steps do not reach there.
 */
export function sampleQuantile(
  steps: readonly CountedValue[],
  { n, q }: { readonly n: number; readonly q: number },
): number | null {
  const place = (n - 1) * q + 1;
  const rank = Math.floor(place + 4e-15 * place);
  const share = Math.max(0, place - rank);
  const here = atRank(steps, rank);
  if (here === null || share < 1e-12) return here;
  const next = atRank(steps, rank + 1);
  return next === null ? null : here + share * (next - here);
}

/** The value of the row with this 1-based rank. */
export function atRank(steps: readonly CountedValue[], rank: number): number | null {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const step = steps[middle];
    if (step !== undefined && step.below + step.count < rank) low = middle + 1;
    else high = middle;
  }
  const step = steps[low];
  return step !== undefined && step.below < rank ? step.value : null;
}
