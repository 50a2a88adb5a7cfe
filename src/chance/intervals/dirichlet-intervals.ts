/** Intervals for the shares of several classes. */

import type { Ranged } from '../differences/mover.ts';
import type { Interval } from '../evidence.ts';
import { beta } from '../numerics/beta.ts';

/**
 * After `counts` of each class, and beginning with `prior` of each, the shares are Dirichlet; each one alone is
 * beta(count + prior, rest). Comes back as posterior mean with equal tails, one per class.
 * A prior of 1 says "every mix is as likely", ½ is Jeffreys'.
 *
 * @example dirichletIntervals([50, 30, 20])[0]?.value // 0.4951
 */
export function dirichletIntervals(
  counts: readonly number[],
  { level = 0.95, prior = 1 }: { readonly level?: number; readonly prior?: number } = {},
): Ranged[] {
  const tail = (1 - level) / 2;
  const total = counts.reduce((sum, count) => sum + count + prior, 0);
  return counts.map((count) => {
    const belief = beta(count + prior, total - count - prior);
    const interval: Interval = {
      low: belief.quantile(tail),
      high: belief.upperQuantile(tail),
      level,
      method: 'dirichlet',
    };
    return { value: (count + prior) / total, interval };
  });
}
