/** Two counts compared: by the exact conditional test, told as a difference. */

import type { Interval } from '../evidence.ts';
import { criticalZ } from '../intervals/critical.ts';
import { logitQuantile } from '../numerics/beta.ts';
import { incompleteBeta } from '../numerics/incomplete-beta.ts';

export interface CountOverTime {
  readonly count: number;
  readonly exposure: number;
}

export interface RateDifference {
  /** Current count minus the base count at the current exposure. */
  readonly difference: number;
  readonly interval: Interval;
  /** Two-sided, twice the smaller tail. */
  readonly p: number;
  /** How far each count may be off by itself, at the current exposure. */
  readonly reaches: readonly number[];
}

/**
 * How many more came than would have come at the base's rate?
 * Given both counts together, the current one is binomial; its share π has Clopper and Pearson's limits, and the
 * difference is total × (π − (1 − π) × current ÷ base exposure): 0 exactly where the rates are equal. What the total
 * itself could have been is added in (√total), on the logarithmic scale where the interval leaves 0 out, so that it
 * leaves 0 out exactly where the exact test does. Over-dispersed counts: all of it in events / `dispersion`.
 * Without any event on either side it reaches as far as Garwood's interval for 0 does.
 * Source: Przyborowski & Wilenski (1940) for the test; Zou & Donner (2008) for joining the two uncertainties.
 *
 * @example
 * rateDifference({ count: 30, exposure: 28 }, { count: 15, exposure: 28 }).interval // 0.93 … 27.77 around 15
 */
export function rateDifference(
  current: CountOverTime,
  base: CountOverTime,
  { level = 0.95, dispersion = 1 }: { readonly level?: number; readonly dispersion?: number } = {},
): RateDifference {
  const phi = Math.max(1, dispersion);
  const [x, y] = [current.count / phi, base.count / phi];
  const times = current.exposure / base.exposure;
  const total = x + y;
  const difference = phi * (x - y * times);
  const method = phi > 1 ? 'rate_ratio_conditional_quasi_poisson' : 'rate_ratio_conditional';
  const reach = (events: number) => phi * criticalZ(level) * Math.sqrt(Math.max(1, events));
  const reaches = [reach(x), times * reach(y)];
  if (total === 0) {
    const most = -phi * Math.log((1 - level) / 2);
    return { difference, interval: { low: -most * times, high: most, level, method }, p: 1, reaches };
  }
  const at = (odds: number) => phi * (total / (1 + 1 / odds) - (total / (1 + odds)) * times);
  const odds = oddsLimits(x, y, (1 - level) / 2);
  const share = criticalZ(level) / Math.sqrt(total);
  const low = joined(difference, at(odds.low), share);
  const high = -joined(-difference, -at(odds.high), share);
  const p = conditionalP(x, y, times / (1 + times), 1 / (1 + times));
  return { difference, interval: { low, high, level, method }, p, reaches };
}

/** Clopper and Pearson's limits of x ÷ (x + y), as odds. */
function oddsLimits(x: number, y: number, tail: number): { readonly low: number; readonly high: number } {
  return {
    low: x === 0 ? 0 : Math.exp(logitQuantile(x, y + 1, tail, 1 - tail)),
    high: y === 0 ? Infinity : Math.exp(logitQuantile(x + 1, y, 1 - tail, tail)),
  };
}

/** The low end once the total may vary by `share` of itself too. */
function joined(difference: number, low: number, share: number): number {
  if (low > 0) return difference * Math.exp(-Math.hypot(Math.log(difference / low), share));
  return difference - Math.hypot(difference - low, difference * share);
}

/** Twice the tail on the side where the share is. */
function conditionalP(x: number, y: number, p: number, q: number): number {
  const isMore = x * q > y * p;
  const tail = isMore ? incompleteBeta(x, y + 1, p, q).lower : incompleteBeta(y, x + 1, q, p).lower;
  return Math.min(1, 2 * tail);
}
