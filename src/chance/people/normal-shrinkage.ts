/** Empirical Bayes for means with known standard errors: how far does each group really lie from the middle? */
import { sum } from '../time/average.ts';
import { equalMeans, type Homogeneity } from './homogeneity.ts';

export interface NormalShrinkage {
  readonly homogeneity: Homogeneity;
  /** Share of the observed spread that is not chance, (Q − df) ÷ Q, 0–1. */
  readonly i2: number;
  /** Variance between the groups' true means. */
  readonly between: number;
  readonly mean: number;
  readonly standardError: number;
  readonly groups: readonly {
    readonly value: number;
    readonly deviation: number;
    readonly reliability: number;
  }[];
}

/**
 * Each mean is pulled towards the common mean by v ÷ (v + between): little data, a strong pull.
 *
 * `between` by DerSimonian and Laird's moments (default) or by Paule and Mandel's fixed point. The group's deviation
 * is its posterior standard deviation, the uncertainty of the common mean included.
 * Source: DerSimonian & Laird, Controlled Clinical Trials 7 (1986); Paule & Mandel (1982); Morris, JASA 78 (1983).
 * Example: means [0, 10] with variances [1, 1] → between 49, values 0.1 and 9.9.
 */
export function shrinkMeans(
  values: readonly number[],
  variances: readonly number[],
  { method = 'dersimonian-laird' }: { readonly method?: 'dersimonian-laird' | 'paule-mandel' } = {},
): NormalShrinkage {
  const homogeneity = equalMeans(values, variances);
  const between =
    method === 'paule-mandel' ? pauleMandel(values, variances) : derSimonianLaird(homogeneity, variances);
  const { mean, precision } = pooled(values, variances, between);
  const groups = values.map((value, i) => {
    const v = variances[i] ?? Number.NaN;
    const reliability = between / (between + v);
    const deviation = Math.sqrt(reliability * v + (1 - reliability) ** 2 / precision);
    return { value: mean + reliability * (value - mean), deviation, reliability };
  });
  const { statistic, degrees } = homogeneity;
  const i2 = statistic > 0 ? Math.max(0, (statistic - degrees) / statistic) : 0;
  return { homogeneity, i2, between, mean, standardError: Math.sqrt(1 / precision), groups };
}

function derSimonianLaird({ statistic, degrees }: Homogeneity, variances: readonly number[]): number {
  const weights = variances.map((v) => 1 / v);
  const total = sum(weights);
  return Math.max(0, (statistic - degrees) / (total - sum(weights.map((w) => w * w)) / total));
}

/** The variance at which the weighted squares equal their degrees of freedom; the squares only fall as it grows. */
function pauleMandel(values: readonly number[], variances: readonly number[]): number {
  const degrees = values.length - 1;
  const squares = (between: number) => {
    const { mean } = pooled(values, variances, between);
    return sum(values.map((y, i) => (y - mean) ** 2 / ((variances[i] ?? 0) + between)));
  };
  if (squares(0) <= degrees) return 0;
  let low = 0;
  let high = Math.max(...values.map((y) => (y - (values[0] ?? 0)) ** 2)) + 1e-12;
  while (squares(high) > degrees) high *= 2;
  for (let turn = 0; turn < 200 && high - low > 1e-14 * high; turn++) {
    const half = (low + high) / 2;
    if (squares(half) > degrees) low = half;
    else high = half;
  }
  return (low + high) / 2;
}

function pooled(values: readonly number[], variances: readonly number[], between: number) {
  const weights = variances.map((v) => 1 / (v + between));
  const precision = sum(weights);
  return { mean: sum(values.map((y, i) => y * (weights[i] ?? 0))) / precision, precision };
}
