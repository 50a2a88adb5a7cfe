/** Two numbers of the same nature compared: current against base, or current against a fixed number. */

import type { Comparison, Evidence, SmallestChange } from '../evidence.ts';
import { decide } from './decide.ts';
import { estimate } from './estimate.ts';
import { byMover, findingOf, ranged } from './finding.ts';

export interface CompareOptions {
  /** The smallest change that would matter. */
  readonly smallest: SmallestChange;
  readonly level?: number;
  /** How often the comparison was or will be looked at; the error 1 − level is shared out among the looks. */
  readonly looks?: number;
}

/**
 * Did it change? current − base with the interval and the verdict, by the nature of the number.
 * Proportion: Newcombe. Count: exact conditional test of the rates, told at the current exposure. Mean: Welch, or MOVER
 * of the two Cox intervals where both sides have one. The rest: MOVER of the two sides' own intervals.
 * null where a side has no value. Both sides must be of the same kind, else a RangeError.
 *
 * @example
 * compare({ kind: 'proportion', successes: 412, n: 450 }, { kind: 'proportion', successes: 371, n: 430 },
 *   { smallest: { by: 0.02, relative: false } })?.verdict // 'signal'
 */
export function compare(
  current: Evidence,
  base: Evidence,
  { smallest, level = 0.95, looks = 1 }: CompareOptions,
): Comparison | null {
  const finding = findingOf(current, base, 1 - (1 - level) / looks);
  return finding && decide(finding, { smallest, looks, level });
}

/**
 * Is it off the target? current − constant; the constant has no uncertainty of its own. A relative smallest change is
 * a share of the constant.
 *
 * @example
 * compareWithConstant({ kind: 'proportion', successes: 93, n: 100 }, 0.9,
 *   { smallest: { by: 0.02, relative: false } })?.verdict // 'cannot_tell_yet'
 */
export function compareWithConstant(
  current: Evidence,
  constant: number,
  { smallest, level = 0.95, looks = 1 }: CompareOptions,
): Comparison | null {
  const each = 1 - (1 - level) / looks;
  const now = ranged(estimate(current, each));
  if (now === null) return null;
  const fixed = { low: constant, high: constant, level: each, method: 'constant' };
  const finding = byMover(now, { value: constant, n: Infinity, interval: fixed }, now.interval.method);
  return decide({ ...finding, n: now.n }, { smallest, looks, level });
}
