/** Student's t when there is something to find: what power is made of. */

import { chiSquare } from './chi-square.ts';
import { integrate } from './gauss-legendre.ts';
import { normal } from './normal.ts';

const PANELS = 16;
const OUTSIDE = 1e-16;

/**
 * (Z + centre) / √(X / df), Z normal and X chi-square with `df`. `above` is the mean of P(Z > t √(X / df) − centre)
 * over X, by quadrature; absolute error below 1e-12.
 *
 * @example noncentralT(38, 3.162).above(2.024) // 0.869
 */
export function noncentralT(
  df: number,
  centre: number,
): { readonly above: (t: number) => number; readonly below: (t: number) => number } {
  const law = chiSquare(df);
  const [low, high] = [
    Math.log(Math.max(1e-300, law.quantile(OUTSIDE))),
    Math.log(law.upperQuantile(OUTSIDE)),
  ];
  const mean = (of: (root: number) => number) => {
    const integrand = (z: number) => {
      const x = Math.exp(z);
      return of(Math.sqrt(x / df)) * law.density(x) * x;
    };
    const width = (high - low) / PANELS;
    let sum = 0;
    for (let k = 0; k < PANELS; k++) sum += integrate(integrand, low + k * width, low + (k + 1) * width);
    return sum;
  };
  return {
    above: (t) => mean((root) => normal.above(t * root - centre)),
    below: (t) => mean((root) => normal.below(t * root - centre)),
  };
}
