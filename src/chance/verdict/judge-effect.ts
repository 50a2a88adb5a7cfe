/** From the effect of a change on a series to one of the three verdicts. */
import type { Comparison } from '../evidence.ts';
import type { Effect } from '../time/did-it-work.ts';
import { decide } from './decide.ts';

/**
 * Steady, changed or too early to say, as in any comparison; `moreNeeded` counts points (weeks) on each side.
 *
 * @example judgeEffect(differenceInDifferences(changed, others, 13), { smallest: 0.02, before: 13, after: 13 })
 */
export function judgeEffect(
  { estimate, low, high, p, level, n, method }: Effect,
  { smallest, before, after }: { readonly smallest: number; readonly before: number; readonly after: number },
): Comparison {
  const reach = (high - low) / 2;
  const sides = [
    { n: before, reach: reach * Math.sqrt(after / (before + after)) },
    { n: after, reach: reach * Math.sqrt(before / (before + after)) },
  ];
  const finding = { difference: estimate, interval: { low, high, level, method }, p, n, base: 0, sides };
  return decide(finding, { smallest: { by: smallest, relative: false }, looks: 1, level });
}
