/** The interval of a geometric mean. */

import type { Interval } from '../evidence.ts';
import { meanInterval, type Sums } from './mean-interval.ts';

/**
 * The t interval of the mean logarithm, taken back by exp. `logs` are the sums over ln x.
 *
 * @example geometricMeanInterval({ n: 3, sum: 15.89, sumOfSquares: 85.15 })
 */
export function geometricMeanInterval(
  logs: Sums,
  { level = 0.95 }: { readonly level?: number } = {},
): Interval {
  const { low, high } = meanInterval(logs, { level });
  return { low: power(low), high: power(high), level, method: 'geometric_mean_t' };
}

/** null too where the end is beyond what a number can hold: nothing was bounded there. */
export function power(x: number | null): number | null {
  const end = x === null ? Infinity : Math.exp(x);
  return end === Infinity ? null : end;
}
