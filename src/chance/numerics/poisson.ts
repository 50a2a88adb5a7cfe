/** The Poisson distribution. */

import { counted } from './counted.ts';
import type { Distribution } from './distribution.ts';
import { incompleteGamma } from './incomplete-gamma.ts';
import { poissonTerm } from './saddle-point.ts';

/**
 * Events that come independently, `mean` of them to be expected.
 *
 * @example poisson(3.5).below(9) // 0.9966850557353676
 */
export function poisson(mean: number): Distribution {
  return counted({
    density: (k) => (k < 0 || k !== Math.floor(k) ? 0 : poissonTerm(k, mean)),
    below: (x) => (x < 0 ? 0 : incompleteGamma(Math.floor(x) + 1, mean).upper),
    above: (x) => (x < 0 ? 1 : incompleteGamma(Math.floor(x) + 1, mean).lower),
    lowest: 0,
    highest: Infinity,
    mean,
    deviation: Math.sqrt(mean),
    skewness: 1 / Math.sqrt(mean),
  });
}
