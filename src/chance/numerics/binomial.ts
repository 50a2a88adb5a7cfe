/** The binomial distribution. */

import { countedQuantile } from './counted-quantile.ts';
import type { Distribution } from './distribution.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { normal } from './normal.ts';
import { binomialTerm } from './saddle-point.ts';

/**
 * Successes in `n` trials with probability `p` each.
 *
 * @example binomial(15, 0.5).below(3) // 0.017578125
 */
export function binomial(n: number, p: number): Distribution {
  const tails = (x: number) => {
    const k = Math.floor(x);
    if (k < 0) return { lower: 0, upper: 1 };
    if (k >= n) return { lower: 1, upper: 0 };
    return incompleteBeta(n - k, k + 1, 1 - p, p);
  };
  const below = (x: number) => tails(x).lower;
  const above = (x: number) => tails(x).upper;
  const counted = { below, above, lowest: 0, highest: n, mean: n * p, deviation: Math.sqrt(n * p * (1 - p)) };
  return {
    density: (k) => (k < 0 || k > n || k !== Math.floor(k) ? 0 : binomialTerm(k, n - k, p, 1 - p)),
    below,
    above,
    quantile: (q) => countedQuantile(counted, q, 1 - q, normal.quantile(q)),
    upperQuantile: (q) => countedQuantile(counted, 1 - q, q, normal.upperQuantile(q)),
  };
}
