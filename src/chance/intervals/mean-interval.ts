/** Intervals for the mean of a sample from its sums. */

import type { Interval } from '../evidence.ts';
import { criticalT } from './critical.ts';

export interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** Mean and variance (divisor n − 1) of a sample; rounding never makes the variance negative. */
export function moments({ n, sum, sumOfSquares }: Sums): {
  readonly mean: number;
  readonly variance: number;
} {
  const mean = sum / n;
  const rest = sumOfSquares - sum * mean;
  const isRounding = rest < sumOfSquares * 1e-15 * Math.sqrt(n);
  return { mean, variance: n < 2 ? Infinity : isRounding ? 0 : rest / (n - 1) };
}

/**
 * mean ± t s / √n, t with n − 1 degrees of freedom. One row alone sets no bound.
 *
 * @example meanInterval({ n: 4, sum: 20, sumOfSquares: 110 }) // 2.09 … 7.91 around 5
 */
export function meanInterval(sums: Sums, { level = 0.95 }: { readonly level?: number } = {}): Interval {
  if (sums.n < 2) return { low: null, high: null, level, method: 't' };
  const { mean, variance } = moments(sums);
  const reach = criticalT(level, sums.n - 1) * Math.sqrt(variance / sums.n);
  return { low: mean - reach, high: mean + reach, level, method: 't' };
}
