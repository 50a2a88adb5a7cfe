/** One p-value from several independent ones. */

import { chiSquare } from '../numerics/chi-square.ts';
import { normal } from '../numerics/normal.ts';

/**
 * Fisher's −2 Σ ln p, chi-square with two degrees of freedom per test: finds one strong test among many.
 *
 * @example fisherCombined([0.08, 0.12, 0.03, 0.4]).p // 0.0202
 */
export function fisherCombined(p: readonly number[]): { readonly chi2: number; readonly p: number } {
  const chi2 = -2 * p.reduce((sum, each) => sum + Math.log(each), 0);
  return { chi2, p: chiSquare(2 * p.length).above(chi2) };
}

/**
 * Stouffer's Σ z / √k of one-sided p-values: finds many weak tests that agree.
 *
 * @example stoufferCombined([0.08, 0.12, 0.03, 0.4]).p // 0.0092
 */
export function stoufferCombined(p: readonly number[]): { readonly z: number; readonly p: number } {
  const z = p.reduce((sum, each) => sum + normal.upperQuantile(each), 0) / Math.sqrt(p.length);
  return { z, p: normal.above(z) };
}
