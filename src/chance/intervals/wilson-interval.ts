/** Wilson's interval for a share. */

import type { Interval } from '../evidence.ts';
import { criticalZ } from './critical.ts';

/**
 * Which shares would have given a result like this one? All p with |p̂ − p| ≤ z √(p (1 − p) / n).
 * Ends: (x + z²/2 ± z √(x (n − x) / n + z²/4)) / (n + z²). `successes` and `n` may be fractions (effective numbers).
 * With `continuity` the gap is made smaller by ½n, as R's prop.test does unless told otherwise.
 * Source: Wilson (1927); Newcombe (1998), methods 3 and 4.
 *
 * @example wilsonInterval(81, 263) // 0.2553 … 0.3662
 */
export function wilsonInterval(
  successes: number,
  n: number,
  { level = 0.95, continuity = false }: { readonly level?: number; readonly continuity?: boolean } = {},
): Interval {
  const z = criticalZ(level);
  const lower = (x: number) => lowerEnd(x, n, z, continuity);
  const method = continuity ? 'wilson_continuity' : 'wilson';
  return { low: lower(successes), high: 1 - lower(n - successes), level, method };
}

function lowerEnd(x: number, n: number, z: number, continuity: boolean): number {
  if (x <= 0) return 0;
  const shifted = continuity ? x - 0.5 : x;
  const spread = Math.sqrt(Math.max(0, (shifted * (n - shifted)) / n + (z * z) / 4));
  return Math.max(0, (shifted + (z * z) / 2 - z * spread) / (n + z * z));
}
