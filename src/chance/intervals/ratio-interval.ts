/** The interval of a ratio of sums over clusters. */

import type { Interval } from '../evidence.ts';
import { criticalT } from './critical.ts';

export interface RatioSums {
  readonly n: number;
  readonly sumY: number;
  readonly sumX: number;
  readonly sumYY: number;
  readonly sumXY: number;
  readonly sumXX: number;
}

/**
 * Messages per customer, transfers per contact: Σy ÷ Σx over n independent clusters. Delta method: the standard error
 * of r is √(n / (n − 1) Σ(y − r x)²) / Σx, and the reach is t with n − 1 degrees of freedom.
 * Source: Cochran (1977), ch. 6.
 *
 * @example ratioInterval({ n: 3, sumY: 6, sumX: 3, sumYY: 14, sumXY: 6, sumXX: 3 }) // −0.48 … 4.48 around 2
 */
export function ratioInterval(sums: RatioSums, { level = 0.95 }: { readonly level?: number } = {}): Interval {
  const { n, sumY, sumX, sumYY, sumXY, sumXX } = sums;
  const method = 'ratio_delta';
  if (n < 2) return { low: null, high: null, level, method };
  const ratio = sumY / sumX;
  const squares = Math.max(0, sumYY - 2 * ratio * sumXY + ratio * ratio * sumXX);
  const reach = (criticalT(level, n - 1) * Math.sqrt((n / (n - 1)) * squares)) / Math.abs(sumX);
  return { low: ratio - reach, high: ratio + reach, level, method };
}
