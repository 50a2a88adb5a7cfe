/** One number with its interval, by the nature of the number. */

import type { Estimate, Evidence } from '../evidence.ts';
import { garwoodInterval } from '../intervals/garwood-interval.ts';
import { geometricMeanInterval } from '../intervals/geometric-mean-interval.ts';
import { meanInterval } from '../intervals/mean-interval.ts';
import { npsInterval } from '../intervals/nps-interval.ts';
import { quantileInterval, sampleQuantile } from '../intervals/quantile-interval.ts';
import { ratioInterval } from '../intervals/ratio-interval.ts';
import { wilsonInterval } from '../intervals/wilson-interval.ts';
import { survivalQuantile, survivalQuantileInterval } from '../survival/survival-quantile.ts';
import { effectiveMean } from './effective-mean.ts';
import { trustedCox } from './trusted-cox.ts';

type Kind = Evidence['kind'];
type Of<K extends Kind> = Extract<Evidence, { kind: K }>;
type Maker<K extends Kind> = (evidence: Of<K>, level: number) => Estimate;

/**
 * What is the number, and between which limits is the truth that it speaks for?
 * Proportion: Wilson (effective n under a design effect). NPS: MOVER, in points. Count: Garwood, the count itself over
 * its own exposure. Mean: Cox where its logarithms may be trusted, else t. Quantile: type 7 with
 * order statistics. Time with open cases: Kaplan–Meier with log-log limits. Ratio: delta method over clusters.
 * Without rows value and interval are null; an end on which the data set no bound is null.
 *
 * @example estimate({ kind: 'proportion', successes: 81, n: 263 }) // 0.308, 0.255 … 0.366
 */
export function estimate(evidence: Evidence, level = 0.95): Estimate {
  return makerFor(evidence.kind)(evidence, level);
}

/** Each maker takes the evidence of its own kind; the table is the one place where that is known. */
const makerFor = (kind: Kind): Maker<Kind> => MAKERS[kind] as Maker<Kind>;

const MAKERS: { readonly [K in Kind]: Maker<K> } = {
  count: ({ count, exposure, dispersion = 1 }, level) =>
    exposure > 0
      ? { value: count, n: count, interval: garwoodInterval(count, { level, dispersion }) }
      : nothing(count),

  proportion: ({ successes, n, designEffect = 1 }, level) => {
    if (n <= 0) return nothing(0);
    const effective = Math.max(1, designEffect);
    return {
      value: successes / n,
      n,
      interval: wilsonInterval(successes / effective, n / effective, { level }),
    };
  },

  nps: (counts, level) => {
    const n = counts.promoters + counts.passives + counts.detractors;
    if (n <= 0) return nothing(0);
    const value = (100 * (counts.promoters - counts.detractors)) / n;
    return { value, n, interval: npsInterval(counts, { level }) };
  },

  mean: (sums, level) => {
    if (sums.n <= 0) return nothing(0);
    const effective = effectiveMean(sums);
    const interval = trustedCox(effective, level) ?? meanInterval(effective, { level });
    return { value: sums.sum / sums.n, n: sums.n, interval };
  },

  geometric_mean: ({ n, sumOfLogs, sumOfSquaredLogs }, level) => {
    if (n <= 0) return nothing(0);
    const logs = { n, sum: sumOfLogs, sumOfSquares: sumOfSquaredLogs };
    return { value: Math.exp(sumOfLogs / n), n, interval: geometricMeanInterval(logs, { level }) };
  },

  quantile: ({ n, q, steps }, level) => {
    const value = sampleQuantile(steps, { n, q });
    return value === null ? nothing(n) : { value, n, interval: quantileInterval(steps, { n, q, level }) };
  },

  survival: ({ n, q, steps }, level) =>
    n <= 0
      ? nothing(0)
      : { value: survivalQuantile(steps, q), n, interval: survivalQuantileInterval(steps, q, { level }) },

  ratio: (sums, level) =>
    sums.sumX === 0
      ? nothing(sums.n)
      : { value: sums.sumY / sums.sumX, n: sums.n, interval: ratioInterval(sums, { level }) },
};

const nothing = (n: number): Estimate => ({ value: null, n, interval: null });
