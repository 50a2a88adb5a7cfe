/** The negative binomial distribution: counts that scatter more than Poisson's. */

import { countedQuantile } from './counted-quantile.ts';
import type { Distribution } from './distribution.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { normal } from './normal.ts';
import { binomialTerm } from './saddle-point.ts';

/**
 * Failures before the `size`-th success, `p` the probability of a success; `size` > 0 need not be whole.
 * Mean m = size (1 − p) / p, variance m + m² / size.
 *
 * @example negativeBinomial(2, 0.5).below(1) // 0.5
 */
export function negativeBinomial(size: number, p: number): Distribution {
  const q = 1 - p;
  const below = (x: number) => (x < 0 ? 0 : incompleteBeta(size, Math.floor(x) + 1, p, q).lower);
  const above = (x: number) => (x < 0 ? 1 : incompleteBeta(size, Math.floor(x) + 1, p, q).upper);
  const counted = {
    below,
    above,
    lowest: 0,
    highest: Infinity,
    mean: (size * q) / p,
    deviation: Math.sqrt(size * q) / p,
  };
  return {
    density: (k) => (k < 0 || k !== Math.floor(k) ? 0 : (size / (size + k)) * binomialTerm(size, k, p, q)),
    below,
    above,
    quantile: (u) => countedQuantile(counted, u, 1 - u, normal.quantile(u)),
    upperQuantile: (u) => countedQuantile(counted, 1 - u, u, normal.upperQuantile(u)),
  };
}
