/** The mean of the middle, for data with a few wild values. */

import type { Ranged } from '../differences/mover.ts';
import { criticalT } from './critical.ts';
import { moments } from './mean-interval.ts';
import { sumsOf } from './sums-of.ts';

/**
 * What is the mean without the lowest and the highest `trim` of the rows (each ⌊trim · n⌋ of them)? Its standard error
 * is the winsorised standard deviation over (1 − 2 trim) √n, with t on the rows that are left less one.
 * Errors: NaN for an empty list. Source: Tukey & McLaughlin (1963).
 *
 * @example trimmedMean([1, 2, 3, 4, 100], { trim: 0.2 }).value // 3
 */
export function trimmedMean(
  values: readonly number[],
  { trim = 0.1, level = 0.95 }: { readonly trim?: number; readonly level?: number } = {},
): Ranged {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const cut = Math.floor(trim * n);
  const kept = sorted.slice(cut, n - cut);
  const value = kept.reduce((sum, x) => sum + x, 0) / kept.length;
  const method = 'trimmed_mean_t';
  if (kept.length < 2) return { value, interval: { low: null, high: null, level, method } };
  const [lowest = value, highest = value] = [kept[0], kept.at(-1)];
  const winsorised = moments(sumsOf(sorted.map((x) => Math.min(highest, Math.max(lowest, x)) - value)));
  const error = Math.sqrt(winsorised.variance / n) / (kept.length / n);
  const reach = criticalT(level, kept.length - 1) * error;
  return { value, interval: { low: value - reach, high: value + reach, level, method } };
}
