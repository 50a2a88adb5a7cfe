/** The gamma distribution. */

import type { Distribution } from './distribution.ts';
import { findRoot } from './find-root.ts';
import { incompleteGamma } from './incomplete-gamma.ts';
import { logGamma } from './log-gamma.ts';
import { normal } from './normal.ts';
import { poissonTerm } from './saddle-point.ts';

/** Below this ln x the first term of the series is the whole series. */
const FIRST_TERM_ALONE = -600;

/**
 * Shape a and scale s: mean a s, variance a s².
 *
 * @example gamma(3).upperQuantile(0.025) // 7.224687...
 */
export function gamma(shape: number, scale = 1): Distribution {
  return {
    density: (x) =>
      x < 0 ? 0 : x === 0 ? densityAtZero(shape, scale) : (shape * poissonTerm(shape, x / scale)) / x,
    below: (x) => incompleteGamma(shape, x / scale).lower,
    above: (x) => incompleteGamma(shape, x / scale).upper,
    quantile: (p) => scale * standardQuantile(shape, p, 1 - p),
    upperQuantile: (p) => scale * standardQuantile(shape, 1 - p, p),
  };
}

const densityAtZero = (shape: number, scale: number): number =>
  shape < 1 ? Infinity : shape === 1 ? 1 / scale : 0;

/** Solves for ln x on the logarithm of the smaller tail, which is nearly straight there. */
function standardQuantile(a: number, lower: number, upper: number): number {
  if (!(a > 0 && lower >= 0 && upper >= 0)) return NaN;
  if (lower === 0 || upper === 0) return lower === 0 ? 0 : Infinity;
  const nearZero = (Math.log(lower) + logGamma(a + 1)) / a;
  if (nearZero < FIRST_TERM_ALONE) return Math.exp(nearZero);
  const isLower = lower < upper;
  const wanted = Math.log(isLower ? lower : upper);
  const root = findRoot(
    (z) => {
      const x = Math.exp(z);
      const tails = incompleteGamma(a, x);
      const tail = isLower ? tails.lower : tails.upper;
      const distance = Math.log(tail) - wanted;
      const slope = (a * poissonTerm(a, x)) / tail;
      return { value: isLower ? distance : -distance, slope, bend: a - x + (isLower ? -slope : slope) };
    },
    nearZero < Math.log(0.2 * (a + 1)) ? nearZero : firstGuess(a, lower, upper),
  );
  return Math.exp(root);
}

/** ln x by Wilson and Hilferty's cube root. */
function firstGuess(a: number, lower: number, upper: number): number {
  const z = lower < upper ? normal.quantile(lower) : normal.upperQuantile(upper);
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  return root > 0.2 ? Math.log(a) + 3 * Math.log(root) : Math.log(Math.max(a / 2, -Math.log(upper)));
}
