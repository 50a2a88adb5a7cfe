/** The Poisson distribution. */

import { countedQuantile } from './counted-quantile.ts';
import type { Distribution } from './distribution.ts';
import { incompleteGamma } from './incomplete-gamma.ts';
import { normal } from './normal.ts';
import { poissonTerm } from './saddle-point.ts';

/**
 * Events that come independently, `mean` of them to be expected.
 *
 * @example poisson(3.5).below(9) // 0.9966850557353676
 */
export function poisson(mean: number): Distribution {
  const below = (x: number) => (x < 0 ? 0 : incompleteGamma(Math.floor(x) + 1, mean).upper);
  const above = (x: number) => (x < 0 ? 1 : incompleteGamma(Math.floor(x) + 1, mean).lower);
  const counted = { below, above, lowest: 0, highest: Infinity, mean, deviation: Math.sqrt(mean) };
  return {
    density: (k) => (k < 0 || k !== Math.floor(k) ? 0 : poissonTerm(k, mean)),
    below,
    above,
    quantile: (p) => countedQuantile(counted, p, 1 - p, normal.quantile(p)),
    upperQuantile: (p) => countedQuantile(counted, 1 - p, p, normal.upperQuantile(p)),
  };
}
