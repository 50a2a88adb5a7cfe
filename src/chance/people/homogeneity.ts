/** Are all differences between these groups no more than chance? */

import { chiSquare } from '../numerics/chi-square.ts';
import { sum } from '../time/average.ts';

export interface Homogeneity {
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
  /** True where chance alone would not be surprising: "all differences here are chance". */
  readonly allChance: boolean;
}

/** A chi-square statistic read as a verdict; `level` is how often equal groups would be called different. */
function judge(statistic: number, degrees: number, level: number): Homogeneity {
  const p = degrees > 0 ? chiSquare(degrees).above(statistic) : 1;
  return { statistic, degrees, p, allChance: !(p < level) };
}

/** Shares: Σ n (p − p̄)² ÷ (p̄ (1 − p̄)). Example: 5 of 10 and 50 of 100 → statistic 0. */
export function equalShares(successes: readonly number[], of: readonly number[], level = 0.05): Homogeneity {
  const total = sum(of);
  const share = sum(successes) / total;
  const squares = of.map((n, i) => (n > 0 ? n * ((successes[i] ?? 0) / n - share) ** 2 : 0));
  const spread = share * (1 - share);
  return judge(spread > 0 ? sum(squares) / spread : 0, seen(of) - 1, level);
}

/** Rates: Σ (count − expected)² ÷ expected, expected in proportion to exposure. */
export function equalRates(
  counts: readonly number[],
  exposures: readonly number[],
  level = 0.05,
): Homogeneity {
  const rate = sum(counts) / sum(exposures);
  const terms = exposures.map((e, i) => (e > 0 ? ((counts[i] ?? 0) - rate * e) ** 2 / (rate * e) : 0));
  return judge(rate > 0 ? sum(terms) : 0, seen(exposures) - 1, level);
}

/** Means with known variances: Cochran's Q = Σ (y − ȳ)² ÷ v, ȳ weighted by 1 ÷ v. */
export function equalMeans(
  values: readonly number[],
  variances: readonly number[],
  level = 0.05,
): Homogeneity {
  const weights = variances.map((v) => 1 / v);
  const centre = sum(values.map((y, i) => y * (weights[i] ?? 0))) / sum(weights);
  return judge(sum(values.map((y, i) => (y - centre) ** 2 * (weights[i] ?? 0))), values.length - 1, level);
}

/** Groups of which anything was seen; the others say nothing. */
function seen(sizes: readonly number[]): number {
  return sizes.filter((size) => size > 0).length;
}
