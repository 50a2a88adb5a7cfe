/** The binomial distribution. */

import { counted } from './counted.ts';
import type { Distribution } from './distribution.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { binomialTerm } from './saddle-point.ts';

/**
 * Successes in `n` trials with probability `p` each.
 *
 * @example binomial(15, 0.5).below(3) // 0.017578125
 */
export function binomial(n: number, p: number): Distribution {
  const q = 1 - p;
  const tails = (x: number) => {
    const k = Math.floor(x);
    if (k < 0) return { lower: 0, upper: 1 };
    return k >= n ? { lower: 1, upper: 0 } : incompleteBeta(n - k, k + 1, q, p);
  };
  const deviation = Math.sqrt(n * p * q);
  return counted({
    density: (k) => (k < 0 || k > n || k !== Math.floor(k) ? 0 : binomialTerm(k, n - k, p, q)),
    below: (x) => tails(x).lower,
    above: (x) => tails(x).upper,
    lowest: 0,
    highest: n,
    mean: n * p,
    deviation,
    skewness: (q - p) / deviation,
  });
}
