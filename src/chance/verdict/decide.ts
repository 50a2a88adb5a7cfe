/** From a difference and its interval to one of the three verdicts. */

import type { Comparison, Interval, SmallestChange, Verdict } from '../evidence.ts';
import { moreNeeded, type Side } from './more-needed.ts';

/** What a method says about a difference, before anybody asks whether it matters. */
export interface Finding {
  readonly difference: number;
  readonly interval: Interval;
  readonly p: number;
  readonly n: number;
  /** The base's value: what a relative smallest change is a share of. */
  readonly base: number;
  readonly sides: readonly Side[];
}

export interface Judging {
  readonly smallest: SmallestChange;
  readonly looks: number;
  readonly level: number;
}

/**
 * Steady, else changed, else too early to say, in this order. A finding made for the k-th part of 1 − level, where k is
 * how often it is looked at, is given back at the level that holds over all looks together, and so is its p.
 */
export function decide(finding: Finding, { smallest, looks, level }: Judging): Comparison {
  const matters = smallest.relative ? Math.abs(smallest.by * finding.base) : Math.abs(smallest.by);
  const verdict = verdictOf(finding.interval, matters);
  const { difference, interval, n, sides } = finding;
  return {
    difference,
    interval: { ...interval, level },
    verdict,
    p: Math.min(1, finding.p * looks),
    smallest: matters,
    n,
    method: interval.method,
    looks,
    moreNeeded: verdict === 'cannot_tell_yet' ? moreNeeded({ difference, smallest: matters, sides }) : null,
  };
}

function verdictOf({ low, high }: Interval, smallest: number): Verdict {
  if (low !== null && high !== null && low >= -smallest && high <= smallest) return 'no_change_bigger_than';
  if ((low !== null && low > 0) || (high !== null && high < 0)) return 'signal';
  return 'cannot_tell_yet';
}
