/** Cox's interval for the arithmetic mean of log-normal data. */

import type { Interval } from '../evidence.ts';
import { criticalT, criticalZ } from './critical.ts';
import { power } from './geometric-mean-interval.ts';
import { moments, type Sums } from './mean-interval.ts';

/**
 * The mean of skewed times is exp(m + s²/2), m and s² the mean and variance of their logarithms; its logarithm has
 * standard error √(s²/n + s⁴ / (2 (n − 1))). Interval: exp(m + s²/2 ± t · standard error), t with n − 1 degrees of
 * freedom, or the normal z as Cox had it.
 * `logs` are the sums over ln x. Source: Cox in Land (1972); Zhou & Gao (1997).
 *
 * @example
 * // ln of 100, 200, 400 seconds
 * coxInterval({ n: 3, sum: 15.89, sumOfSquares: 85.15 })
 */
export function coxInterval(
  logs: Sums,
  { level = 0.95, reach = 't' }: { readonly level?: number; readonly reach?: 't' | 'z' } = {},
): Interval {
  const method = 'cox';
  if (logs.n < 2) return { low: null, high: null, level, method };
  const { mean, variance } = moments(logs);
  const error = Math.sqrt(variance / logs.n + (variance * variance) / (2 * (logs.n - 1)));
  const width = (reach === 't' ? criticalT(level, logs.n - 1) : criticalZ(level)) * error;
  const centre = mean + variance / 2;
  return { low: power(centre - width), high: power(centre + width), level, method };
}

/** exp(m + s²/2), the mean of log-normal data. */
export function coxMean(logs: Sums): number {
  const { mean, variance } = moments(logs);
  return Math.exp(mean + variance / 2);
}
