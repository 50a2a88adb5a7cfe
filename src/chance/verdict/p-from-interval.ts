/** A p-value that tells the same story as an interval. */

import type { Interval } from '../evidence.ts';
import { criticalZ } from '../intervals/critical.ts';
import { normal } from '../numerics/normal.ts';

/**
 * How unusual would this difference be if there were none? The interval is shrunk or stretched towards zero, as a
 * normal one would be with its level, until it touches zero; p is what is left outside. So p < 1 − level exactly where
 * zero is excluded. An open end gives 1.
 *
 * @example pFromInterval(3, { low: 1, high: 5, level: 0.95, method: 'mover' }) // 0.0033
 */
export function pFromInterval(difference: number, { low, high, level }: Interval): number {
  if (difference === 0) return 1;
  const end = difference > 0 ? low : high;
  if (end === null) return 1;
  const reach = Math.abs(difference - end);
  return 2 * normal.above((criticalZ(level) * Math.abs(difference)) / reach);
}
