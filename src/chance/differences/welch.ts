/** Two means compared without assuming that they scatter alike. */

import type { Interval } from '../evidence.ts';
import { criticalT } from '../intervals/critical.ts';
import { moments, type Sums } from '../intervals/mean-interval.ts';
import { studentT } from '../numerics/student-t.ts';

export interface WelchResult {
  readonly difference: number;
  readonly interval: Interval;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  /** How far the interval of each side reaches by itself, a's first; their squares add up. */
  readonly reaches: readonly number[];
}

/**
 * a − b ± t √(s²a/na + s²b/nb), with Welch and Satterthwaite's degrees of freedom. Open where a side has one row only.
 *
 * @example welch(sumsOf([212, 187, 341]), sumsOf([190, 171, 305])).df // 3.86
 */
export function welch(a: Sums, b: Sums, { level = 0.95 }: { readonly level?: number } = {}): WelchResult {
  const [current, base] = [moments(a), moments(b)];
  const difference = current.mean - base.mean;
  const method = 'welch';
  if (a.n < 2 || b.n < 2) {
    return {
      difference,
      interval: { low: null, high: null, level, method },
      t: 0,
      df: 0,
      p: 1,
      reaches: [Infinity],
    };
  }
  const [u, v] = [current.variance / a.n, base.variance / b.n];
  const error = Math.sqrt(u + v);
  if (error === 0) return certain(difference, level);
  const df = (u + v) ** 2 / (u ** 2 / (a.n - 1) + v ** 2 / (b.n - 1));
  const critical = criticalT(level, df);
  const reach = critical * error;
  const t = difference / error;
  const interval = { low: difference - reach, high: difference + reach, level, method };
  const reaches = [critical * Math.sqrt(u), critical * Math.sqrt(v)];
  return { difference, interval, t, df, p: 2 * studentT(df).above(Math.abs(t)), reaches };
}

/** Without any scatter on either side the difference is what it is. */
function certain(difference: number, level: number): WelchResult {
  const interval = { low: difference, high: difference, level, method: 'welch' };
  const t = difference === 0 ? 0 : Math.sign(difference) * Infinity;
  return { difference, interval, t, df: Infinity, p: difference === 0 ? 1 : 0, reaches: [] };
}
