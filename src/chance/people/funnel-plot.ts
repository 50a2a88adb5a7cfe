/** The funnel: how far may a group of this size lie from the target by chance? */

import { binomial } from '../numerics/binomial.ts';
import type { Distribution } from '../numerics/distribution.ts';
import { normal } from '../numerics/normal.ts';
import { poisson } from '../numerics/poisson.ts';
import { sum } from '../time/average.ts';

export interface FunnelLimits {
  readonly low: number;
  readonly high: number;
}

/**
 * Limits for a share of n: binomial quantiles, interpolated between whole counts so that the funnel is smooth.
 * (r − α) ÷ n with r the quantile and α = (P(X ≤ r) − p) ÷ P(X = r).
 * Source: Spiegelhalter, Statistics in Medicine 24 (2005). Example: n 100, target 0.87 → 0.795 and 0.928 at 95 %.
 */
export function shareFunnel(n: number, target: number, level = 0.95): FunnelLimits {
  const tail = (1 - level) / 2;
  const counts = binomial(n, target);
  return { low: interpolated(counts, tail) / n, high: interpolated(counts, 1 - tail) / n };
}

/** Limits for a rate over an exposure: Poisson quantiles, interpolated in the same way. */
export function rateFunnel(exposure: number, target: number, level = 0.95): FunnelLimits {
  const tail = (1 - level) / 2;
  const counts = poisson(exposure * target);
  return { low: interpolated(counts, tail) / exposure, high: interpolated(counts, 1 - tail) / exposure };
}

function interpolated(counts: Distribution, p: number): number {
  const r = counts.quantile(p);
  return Math.max(0, r - (counts.below(r) - p) / counts.density(r));
}

/** Limits for a mean with a known standard error: target ± z · error. */
export function meanFunnel(error: number, target: number, level = 0.95): FunnelLimits {
  const reach = normal.upperQuantile((1 - level) / 2) * error;
  return { low: target - reach, high: target + reach };
}

export interface OverDispersion {
  /** Mean squared z-score after winsorising; about 1 where chance explains the spread. */
  readonly phi: number;
  /** True where the spread is larger than chance: the limits below are then wider. */
  readonly present: boolean;
  /** Variance between groups to be added to each squared standard error. */
  readonly between: number;
  /** z-scores on the √phi scale and on the added-variance scale. */
  readonly multiplicative: readonly number[];
  readonly additive: readonly number[];
}

/**
 * Do the groups differ more than their sizes explain, all together? Then single ones are judged by wider limits.
 *
 * z = (value − target) ÷ error, winsorised at `winsorise` in both tails; phi = mean z²; between = (I·phi − (I − 1)) ÷
 * (Σw − Σw² ÷ Σw), w = 1 ÷ error²; over-dispersed where I·phi exceeds I − 1.
 * Source: Spiegelhalter, Quality & Safety in Health Care 14 (2005). Example: z-scores all 0 → phi 0, not present.
 */
export function overDispersion(
  values: readonly number[],
  errors: readonly number[],
  target: number,
  { winsorise = 0.1 } = {},
): OverDispersion {
  const scores = values.map((value, i) => (value - target) / (errors[i] ?? Number.NaN));
  const phi = sum(winsorised(scores, winsorise).map((z) => z * z)) / scores.length;
  const weights = errors.map((error) => 1 / (error * error));
  const total = sum(weights);
  const excess = scores.length * phi - (scores.length - 1);
  const between = Math.max(0, excess / (total - sum(weights.map((w) => w * w)) / total));
  return {
    phi,
    present: excess > 0,
    between,
    multiplicative: scores.map((z) => z / Math.sqrt(Math.max(1, phi))),
    additive: values.map((value, i) => (value - target) / Math.sqrt((errors[i] ?? 0) ** 2 + between)),
  };
}

/** The lowest and highest share of the scores take the value of the nearest one that stays (R's type 7 quantiles). */
function winsorised(scores: readonly number[], share: number): number[] {
  const sorted = scores.toSorted((a, b) => a - b);
  const quantile = (p: number) => {
    const place = p * (sorted.length - 1);
    const low = sorted[Math.floor(place)] ?? Number.NaN;
    return low + (place % 1) * ((sorted[Math.ceil(place)] ?? low) - low);
  };
  const [low, high] = [quantile(share), quantile(1 - share)];
  return scores.map((z) => Math.min(high, Math.max(low, z)));
}
