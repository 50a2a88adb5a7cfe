/** Clopper and Pearson's exact interval for a share. */

import type { Interval } from '../evidence.ts';
import { beta } from '../numerics/beta.ts';

/**
 * Which shares would have given so few, or so many, successes with at least (1 − level) / 2 each? It covers at least
 * its level whatever the share, and is longer than Wilson's for that. Ends: quantiles of beta(x, n − x + 1) and
 * beta(x + 1, n − x). Source: Clopper & Pearson (1934).
 *
 * @example clopperPearsonInterval(9, 10) // 0.5550 … 0.9975
 */
export function clopperPearsonInterval(
  successes: number,
  n: number,
  { level = 0.95 }: { readonly level?: number } = {},
): Interval {
  const tail = (1 - level) / 2;
  const failures = n - successes;
  return {
    low: successes === 0 ? 0 : beta(successes, failures + 1).quantile(tail),
    high: failures === 0 ? 1 : beta(successes + 1, failures).upperQuantile(tail),
    level,
    method: 'clopper_pearson',
  };
}
