/** Do counts scatter more than independent events would? */

import { chiSquare } from '../numerics/chi-square.ts';

export interface Dispersion {
  /** Events per unit of exposure. */
  readonly rate: number;
  /** Variance ÷ mean: 1 for independent events, more where they come in bursts. */
  readonly dispersion: number;
  readonly chi2: number;
  readonly df: number;
  /** One-sided: how often independent events would scatter as much. */
  readonly p: number;
  /** The size k of a negative binomial with variance m + m² / k, by its moments; Infinity where it is no better. */
  readonly size: number;
}

/**
 * Σ (x − e)² / e with e = rate × exposure is chi-square with one degree of freedom less than slots, if events are
 * independent (Fisher's index of dispersion). Give `dispersion` to a count's evidence where p is small; that makes its
 * interval quasi-Poisson.
 *
 * @example dispersionOf([3, 9, 1, 14, 2, 12]).dispersion // 4.2
 */
export function dispersionOf(
  counts: readonly number[],
  exposures: readonly number[] = counts.map(() => 1),
): Dispersion {
  const events = counts.reduce((sum, count) => sum + count, 0);
  const exposure = exposures.reduce((sum, each) => sum + each, 0);
  const rate = events / exposure;
  const expected = exposures.map((each) => rate * each);
  const chi2 =
    events === 0
      ? 0
      : counts.reduce((sum, x, i) => sum + (x - (expected[i] ?? 0)) ** 2 / (expected[i] ?? 1), 0);
  const df = counts.length - 1;
  const excess = counts.reduce((sum, x, i) => sum + (x - (expected[i] ?? 0)) ** 2 - (expected[i] ?? 0), 0);
  const squares = expected.reduce((sum, e) => sum + e * e, 0);
  const size = excess > 0 ? squares / excess : Infinity;
  return {
    rate,
    dispersion: df > 0 ? chi2 / df : 1,
    chi2,
    df,
    p: df > 0 ? chiSquare(df).above(chi2) : 1,
    size,
  };
}
