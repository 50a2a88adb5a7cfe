/** Empirical Bayes for shares: what is each group's own share, given how few answers it has and how alike the groups are? */

import { beta } from '../numerics/beta.ts';
import { logGamma } from '../numerics/log-gamma.ts';
import { sum } from '../time/average.ts';
import { equalShares, type Homogeneity } from './homogeneity.ts';
import { lowestPoint } from './nelder-mead.ts';

export interface BetaPrior {
  readonly a: number;
  readonly b: number;
}

export interface ShareShrinkage {
  readonly homogeneity: Homogeneity;
  readonly mean: number;
  /** Correlation of two answers of one group, 1 ÷ (a + b + 1); 0 means that all differences are chance. */
  readonly correlation: number;
  /** null where correlation is 0: every group has the pooled share. */
  readonly prior: BetaPrior | null;
  readonly logLikelihood: number;
  readonly groups: readonly ShareEstimate[];
}

export interface ShareEstimate {
  readonly value: number;
  readonly deviation: number;
  /** How much of the group's own share is kept: n ÷ (n + a + b). */
  readonly reliability: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Pulls each group's share towards the common one: (successes + a) ÷ (n + a + b).
 *
 * The prior by maximum likelihood (default) or by moments, rho = (X² − (k − 1)) ÷ (N − Σn² ÷ N − (k − 1)).
 * Source: Kleinman, JASA 68 (1973). Example: 9 of 10 and 10 of 20 are pulled together; 900 of 1000 hardly moves.
 */
export function shrinkShares(
  successes: readonly number[],
  of: readonly number[],
  {
    method = 'likelihood',
    level = 0.95,
  }: { readonly method?: 'likelihood' | 'moments'; readonly level?: number } = {},
): ShareShrinkage {
  const homogeneity = equalShares(successes, of);
  const pooled = sum(successes) / sum(of);
  const byMoments = momentCorrelation(homogeneity, of);
  const prior =
    method === 'moments' ? priorOf(pooled, byMoments) : likeliest(successes, of, pooled, byMoments);
  const mean = prior ? prior.a / (prior.a + prior.b) : pooled;
  return {
    homogeneity,
    mean,
    correlation: method === 'moments' ? byMoments : prior ? 1 / (prior.a + prior.b + 1) : 0,
    prior,
    logLikelihood: prior
      ? betaBinomialLikelihood(successes, of, prior)
      : binomialLikelihood(successes, of, pooled),
    groups: of.map((n, i) => estimate(successes[i] ?? 0, n, prior, pooled, level)),
  };
}

/** Less gain in ln likelihood than this is rounding. */
const WORTH_A_PRIOR = 1e-6;

/** Moments' correlation, never below 0. */
function momentCorrelation({ statistic, degrees }: Homogeneity, of: readonly number[]): number {
  const total = sum(of);
  return Math.max(0, (statistic - degrees) / (total - sum(of.map((n) => n * n)) / total - degrees));
}

/** Below a correlation of 10⁻⁷ the log-gammas drown what is left in rounding: that is none. */
function priorOf(mean: number, correlation: number): BetaPrior | null {
  if (!(correlation > 1e-7 && mean > 0 && mean < 1)) return null;
  const weight = 1 / correlation - 1;
  return { a: mean * weight, b: (1 - mean) * weight };
}

/** Searches the logit of the mean and of the correlation; null where no spread at all fits better. */
function likeliest(
  successes: readonly number[],
  of: readonly number[],
  pooled: number,
  start: number,
): BetaPrior | null {
  if (!(pooled > 0 && pooled < 1)) return null;
  const at = ([mean = 0, rho = 0]: readonly number[]) => priorOf(logistic(mean), logistic(rho));
  const height = (place: readonly number[]) => {
    const prior = at(place);
    return prior ? -betaBinomialLikelihood(successes, of, prior) : Number.POSITIVE_INFINITY;
  };
  const best = lowestPoint(height, [logit(pooled), logit(Math.min(0.5, Math.max(start, 1e-3)))], {
    tolerance: 1e-13,
  });
  return -height(best) > binomialLikelihood(successes, of, pooled) + WORTH_A_PRIOR ? at(best) : null;
}

/** ln of the probability of these counts under a beta-binomial, the binomial coefficients included. */
function betaBinomialLikelihood(
  successes: readonly number[],
  of: readonly number[],
  { a, b }: BetaPrior,
): number {
  const base = logGamma(a + b) - logGamma(a) - logGamma(b);
  return sum(
    of.map((n, i) => {
      const x = successes[i] ?? 0;
      return logChoose(n, x) + base + logGamma(x + a) + logGamma(n - x + b) - logGamma(n + a + b);
    }),
  );
}

function binomialLikelihood(successes: readonly number[], of: readonly number[], share: number): number {
  const times = (count: number, p: number) => (count === 0 ? 0 : count * Math.log(p));
  return sum(
    of.map((n, i) => {
      const x = successes[i] ?? 0;
      return logChoose(n, x) + times(x, share) + times(n - x, 1 - share);
    }),
  );
}

function estimate(
  x: number,
  n: number,
  prior: BetaPrior | null,
  pooled: number,
  level: number,
): ShareEstimate {
  if (!prior) return { value: pooled, deviation: 0, reliability: 0, low: pooled, high: pooled };
  const [a, b] = [x + prior.a, n - x + prior.b];
  const value = a / (a + b);
  const deviation = Math.sqrt((value * (1 - value)) / (a + b + 1));
  const { quantile, upperQuantile } = beta(a, b);
  const tail = (1 - level) / 2;
  const reliability = n / (n + prior.a + prior.b);
  return { value, deviation, reliability, low: quantile(tail), high: upperQuantile(tail) };
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const logit = (p: number) => Math.log(p / (1 - p));
