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

const power = (x: number | null): number | null => (x === null ? null : Math.exp(x));
