/** Fisher's and Snedecor's F distribution. */

import { beta, logitQuantile } from './beta.ts';
import type { Distribution } from './distribution.ts';
import { incompleteBeta } from './incomplete-beta.ts';

/**
 * The ratio of two mean squares with `df1` and `df2` degrees of freedom.
 *
 * @example fisherF(3, 40).above(2.84) // 0.0499
 */
export function fisherF(df1: number, df2: number): Distribution {
  const [a, b] = [df1 / 2, df2 / 2];
  const tails = (x: number) => {
    const total = df1 * x + df2;
    return x <= 0 ? { lower: 0, upper: 1 } : incompleteBeta(a, b, (df1 * x) / total, df2 / total);
  };
  return {
    density: (x) =>
      x < 0 ? 0 : (beta(a, b).density((df1 * x) / (df1 * x + df2)) * df1 * df2) / (df1 * x + df2) ** 2,
    below: (x) => tails(x).lower,
    above: (x) => tails(x).upper,
    quantile: (p) => (df2 / df1) * Math.exp(logitQuantile(a, b, p, 1 - p)),
    upperQuantile: (p) => (df2 / df1) * Math.exp(logitQuantile(a, b, 1 - p, p)),
  };
}
