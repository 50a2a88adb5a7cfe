/** Garwood's exact interval for an expected count. */

import type { Interval } from '../evidence.ts';
import { gamma } from '../numerics/gamma.ts';

/**
 * Which expected counts would have given this count, or one further off, with at least (1 − level) / 2 each side?
 * Low: the gamma(count) quantile with (1 − level) / 2 below; high: the gamma(count + 1) quantile with as much above.
 * Divide both ends by the exposure for a rate. Over-dispersed counts: `dispersion` φ > 1 (variance ÷ mean) makes it
 * the interval of count / φ events, times φ (quasi-Poisson).
 * Source: Garwood (1936).
 *
 * @example garwoodInterval(17) // 9.903 … 27.219
 */
export function garwoodInterval(
  count: number,
  { level = 0.95, dispersion = 1 }: { readonly level?: number; readonly dispersion?: number } = {},
): Interval {
  const phi = Math.max(1, dispersion);
  const tail = (1 - level) / 2;
  const events = count / phi;
  return {
    low: events > 0 ? phi * gamma(events).quantile(tail) : 0,
    high: phi * gamma(events + 1).upperQuantile(tail),
    level,
    method: phi > 1 ? 'garwood_quasi_poisson' : 'garwood',
  };
}
