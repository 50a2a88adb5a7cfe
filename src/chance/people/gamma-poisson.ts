/** Empirical Bayes for rates: what is each group's own rate, given its count and exposure and how alike the groups are? */

import { gamma } from '../numerics/gamma.ts';
import { logGamma } from '../numerics/log-gamma.ts';
import { sum } from '../time/average.ts';
import { equalRates, type Homogeneity } from './homogeneity.ts';
import { lowestPoint } from './nelder-mead.ts';

export interface GammaPrior {
  readonly shape: number;
  /** In units of exposure: the prior is worth as much as this exposure. */
  readonly rate: number;
}

export interface RateShrinkage {
  readonly homogeneity: Homogeneity;
  readonly mean: number;
  /** null where all groups fit one rate: all differences are chance. */
  readonly prior: GammaPrior | null;
  readonly logLikelihood: number;
  readonly groups: readonly RateEstimate[];
}

export interface RateEstimate {
  readonly value: number;
  readonly deviation: number;
  /** How much of the group's own rate is kept: exposure ÷ (exposure + prior rate). */
  readonly reliability: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Pulls each group's rate towards the common one: (count + shape) ÷ (exposure + rate).
 *
 * The prior by maximum likelihood of the negative binomial (default) or by moments of the rates.
 * Source: Clayton & Kaldor, Biometrics 43 (1987). Example: prior (2, 1): 0 events in exposure 1 → rate 1.
 */
export function shrinkRates(
  counts: readonly number[],
  exposures: readonly number[],
  {
    method = 'likelihood',
    level = 0.95,
  }: { readonly method?: 'likelihood' | 'moments'; readonly level?: number } = {},
): RateShrinkage {
  const pooled = sum(counts) / sum(exposures);
  const byMoments = momentPrior(counts, exposures, pooled);
  const prior = method === 'moments' ? byMoments : likeliest(counts, exposures, pooled, byMoments);
  return {
    homogeneity: equalRates(counts, exposures),
    mean: prior ? prior.shape / prior.rate : pooled,
    prior,
    logLikelihood: prior
      ? negativeBinomialLikelihood(counts, exposures, prior)
      : poissonLikelihood(counts, exposures, pooled),
    groups: exposures.map((exposure, i) => estimate(counts[i] ?? 0, exposure, prior, pooled, level)),
  };
}

/** Less gain in ln likelihood than this is rounding. */
const WORTH_A_PRIOR = 1e-6;

/** Variance between rates = exposure-weighted variance of the rates − mean rate ÷ mean exposure. */
function momentPrior(
  counts: readonly number[],
  exposures: readonly number[],
  pooled: number,
): GammaPrior | null {
  const total = sum(exposures);
  const spread = sum(exposures.map((e, i) => e * ((counts[i] ?? 0) / e - pooled) ** 2)) / total;
  const between = spread - pooled / (total / exposures.length);
  return between > 0 ? { shape: pooled ** 2 / between, rate: pooled / between } : null;
}

/** Searches ln mean and ln shape; null where one rate for all fits as well. */
function likeliest(
  counts: readonly number[],
  exposures: readonly number[],
  pooled: number,
  start: GammaPrior | null,
): GammaPrior | null {
  if (!(pooled > 0)) return null;
  const at = ([mean = 0, shape = 0]: readonly number[]): GammaPrior => ({
    shape: Math.exp(shape),
    rate: Math.exp(shape - mean),
  });
  // Above a shape of 10⁷ the log-gammas drown what is left in rounding.
  const height = (place: readonly number[]) =>
    (place[1] ?? 0) > 16
      ? Number.POSITIVE_INFINITY
      : -negativeBinomialLikelihood(counts, exposures, at(place));
  const best = lowestPoint(height, [Math.log(pooled), Math.log(start?.shape ?? 10)], { tolerance: 1e-13 });
  const none = poissonLikelihood(counts, exposures, pooled);
  return -height(best) > none + WORTH_A_PRIOR ? at(best) : null;
}

function negativeBinomialLikelihood(
  counts: readonly number[],
  exposures: readonly number[],
  { shape, rate }: GammaPrior,
): number {
  return sum(
    exposures.map((e, i) => {
      const x = counts[i] ?? 0;
      const ways = logGamma(x + shape) - logGamma(shape) - logGamma(x + 1);
      return ways - shape * Math.log1p(e / rate) - x * Math.log1p(rate / e);
    }),
  );
}

function poissonLikelihood(counts: readonly number[], exposures: readonly number[], pooled: number): number {
  return sum(
    exposures.map((e, i) => {
      const x = counts[i] ?? 0;
      return (x === 0 ? 0 : x * Math.log(pooled * e)) - pooled * e - logGamma(x + 1);
    }),
  );
}

function estimate(
  x: number,
  exposure: number,
  prior: GammaPrior | null,
  pooled: number,
  level: number,
): RateEstimate {
  if (!prior) return { value: pooled, deviation: 0, reliability: 0, low: pooled, high: pooled };
  const shape = x + prior.shape;
  const rate = exposure + prior.rate;
  const { quantile, upperQuantile } = gamma(shape, 1 / rate);
  const tail = (1 - level) / 2;
  return {
    value: shape / rate,
    deviation: Math.sqrt(shape) / rate,
    reliability: exposure / rate,
    low: quantile(tail),
    high: upperQuantile(tail),
  };
}
