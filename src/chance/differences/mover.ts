/** The interval of a difference from the two intervals of its parts. */

import type { Interval } from '../evidence.ts';

/** A number with its interval, e.g. one side of a comparison. */
export interface Ranged {
  readonly value: number;
  readonly interval: Interval;
}

/**
 * MOVER, the method of variance estimates recovery: how far each part could be off in the direction that counts,
 * squared and added. Low end: a − b − √((a − low a)² + (high b − b)² − 2 r (a − low a)(high b − b)), r the
 * correlation of the two estimates. An open end of a part opens the difference's.
 * With Wilson limits and r = 0 this is Newcombe's hybrid score interval (1998, method 10).
 * Source: Zou & Donner (2008).
 *
 * @example
 * // 80 % (56 of 70) against 60 % (48 of 80)
 * moverDifference(shareOf(56, 70), shareOf(48, 80)) // 0.0524 … 0.3339
 */
export function moverDifference(
  a: Ranged,
  b: Ranged,
  { correlation = 0, method = 'mover' }: { readonly correlation?: number; readonly method?: string } = {},
): Interval {
  const difference = a.value - b.value;
  const below = joined(roomBelow(a), roomAbove(b), correlation);
  const above = joined(roomAbove(a), roomBelow(b), correlation);
  return {
    low: below === Infinity ? null : difference - below,
    high: above === Infinity ? null : difference + above,
    level: a.interval.level,
    method,
  };
}

/** How far the truth may lie below the value (0 where the interval lies above it, as far quantiles of few rows can). */
export const roomBelow = ({ value, interval }: Ranged): number =>
  interval.low === null ? Infinity : Math.max(0, value - interval.low);

/** How far the truth may lie above the value. */
export const roomAbove = ({ value, interval }: Ranged): number =>
  interval.high === null ? Infinity : Math.max(0, interval.high - value);

function joined(a: number, b: number, correlation: number): number {
  if (a === Infinity || b === Infinity) return Infinity;
  return Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
}
