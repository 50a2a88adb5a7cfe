/** Jeffreys' interval for a share. */

import type { Interval } from '../evidence.ts';
import { beta } from '../numerics/beta.ts';

/**
 * Equal tails of beta(x + ½, n − x + ½), what one believes after the data when one began with Jeffreys' prior; closed
 * at 0 without successes and at 1 without failures. Source: Brown, Cai & DasGupta (2001).
 *
 * @example jeffreysInterval(9, 10) // 0.6187 … 0.9890
 */
export function jeffreysInterval(
  successes: number,
  n: number,
  { level = 0.95 }: { readonly level?: number } = {},
): Interval {
  const tail = (1 - level) / 2;
  const belief = beta(successes + 0.5, n - successes + 0.5);
  return {
    low: successes === 0 ? 0 : belief.quantile(tail),
    high: successes === n ? 1 : belief.upperQuantile(tail),
    level,
    method: 'jeffreys',
  };
}
