/** The negative binomial distribution: counts that scatter more than Poisson's. */

import { counted } from './counted.ts';
import type { Distribution } from './distribution.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { binomialTerm } from './saddle-point.ts';

/**
 * Failures before the `size`-th success, `p` the probability of a success; `size` > 0 need not be whole.
 * Mean m = size (1 − p) / p, variance m + m² / size.
 *
 * @example negativeBinomial(2, 0.5).below(1) // 0.5
 */
export function negativeBinomial(size: number, p: number): Distribution {
  const q = 1 - p;
  return counted({
    density: (k) => (k < 0 || k !== Math.floor(k) ? 0 : (size / (size + k)) * binomialTerm(size, k, p, q)),
    below: (x) => (x < 0 ? 0 : incompleteBeta(size, Math.floor(x) + 1, p, q).lower),
    above: (x) => (x < 0 ? 1 : incompleteBeta(size, Math.floor(x) + 1, p, q).upper),
    lowest: 0,
    highest: Infinity,
    mean: (size * q) / p,
    deviation: Math.sqrt(size * q) / p,
    skewness: (1 + q) / Math.sqrt(size * q),
  });
}
