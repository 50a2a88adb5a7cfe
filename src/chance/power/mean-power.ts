/** How many rows it takes to see that two means differ. */

import { noncentralT } from '../numerics/noncentral-t.ts';
import { studentT } from '../numerics/student-t.ts';
import { smallestSize } from './smallest-size.ts';

export interface TwoMeans {
  readonly difference: number;
  readonly deviation: number;
  /** Two-sided. */
  readonly alpha?: number;
}

/**
 * With `n` rows in each group, how often would the t test see this difference? The share of the noncentral t with
 * 2n − 2 degrees of freedom and centre √(n/2) difference ÷ deviation beyond the critical value (on the difference's own
 * side, as R's power.t.test).
 *
 * @example meanPower({ difference: 1, deviation: 1 }, 20) // 0.869
 */
export function meanPower({ difference, deviation, alpha = 0.05 }: TwoMeans, n: number): number {
  const df = Math.max(1e-7, 2 * (n - 1));
  const critical = studentT(df).upperQuantile(alpha / 2);
  return noncentralT(df, (Math.sqrt(n / 2) * Math.abs(difference)) / deviation).above(critical);
}

/**
 * How many rows in each group for that power? Not rounded; Infinity without a difference.
 *
 * @example meanSize({ difference: 1, deviation: 1, power: 0.9 }) // 22.02
 */
export function meanSize({ power = 0.8, ...means }: TwoMeans & { readonly power?: number }): number {
  if (means.difference === 0) return Infinity;
  return smallestSize((n) => meanPower(means, n), power);
}
