/** Two rates compared as a ratio, exactly. */

import type { Interval } from '../evidence.ts';
import { clopperPearsonInterval } from '../intervals/clopper-pearson-interval.ts';
import { binomial } from '../numerics/binomial.ts';
import type { CountOverTime } from './rate-difference.ts';

export interface RateRatio {
  readonly ratio: number;
  /** null at the high end: no base events set no bound. */
  readonly interval: Interval;
  /** Two-sided: all outcomes that are not more likely than this one, under equal rates. */
  readonly p: number;
}

/** Outcomes that differ by rounding only are equally likely. */
const AS_LIKELY = 1 + 1e-7;

/**
 * How many times the base's rate is the current one? Given both counts together the current one is binomial, with share
 * λ₁t₁ ÷ (λ₁t₁ + λ₂t₂); the interval is Clopper and Pearson's of that share, as odds, times t₂ ÷ t₁.
 * Source: Przyborowski & Wilenski (1940); as R's poisson.test.
 *
 * @example rateRatio({ count: 11, exposure: 800 }, { count: 3, exposure: 1000 }).ratio // 4.583
 */
export function rateRatio(
  current: CountOverTime,
  base: CountOverTime,
  { level = 0.95, ratioIfEqual = 1 }: { readonly level?: number; readonly ratioIfEqual?: number } = {},
): RateRatio {
  const total = current.count + base.count;
  const times = base.exposure / current.exposure;
  const share = clopperPearsonInterval(current.count, total, { level });
  const asRatio = (p: number | null) => (p === null || p >= 1 ? null : (p / (1 - p)) * times);
  return {
    ratio: (current.count / base.count) * times,
    interval: { low: asRatio(share.low), high: asRatio(share.high), level, method: 'rate_ratio_conditional' },
    p: exactBinomialP(current.count, total, ratioIfEqual / (ratioIfEqual + times)),
  };
}

/**
 * Could `successes` of `n` come from the share p? The sum of all outcomes that are not more likely than this one.
 *
 * @example exactBinomialP(0, 5, 100 / 220) // 0.0677
 */
export function exactBinomialP(successes: number, n: number, p: number): number {
  if (successes > n * p) return exactBinomialP(n - successes, n, 1 - p);
  const law = binomial(n, p);
  const here = law.density(successes) * AS_LIKELY;
  return Math.min(
    1,
    law.below(successes) + law.above(firstUnlikely(law.density, here, Math.ceil(n * p), n) - 1),
  );
}

/** From `from` on, where probabilities fall, the first outcome that is no more likely than `here`; beyond `last` if none is. */
function firstUnlikely(density: (k: number) => number, here: number, from: number, last: number): number {
  let low = from;
  let high = last + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (density(middle) <= here) high = middle;
    else low = middle + 1;
  }
  return high;
}
