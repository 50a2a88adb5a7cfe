/** How sure one may be that one share is the larger. */

import type { Share } from '../differences/proportion-difference.ts';
import type { Interval } from '../evidence.ts';
import { beta } from '../numerics/beta.ts';
import { integrate } from '../numerics/gauss-legendre.ts';

/** What one believes before the data: beta(a, b); (1, 1) takes every share for as likely. */
export interface Prior {
  readonly a: number;
  readonly b: number;
}

const UNIFORM: Prior = { a: 1, b: 1 };
const PANELS = 24;
const OUTSIDE = 1e-15;

/**
 * The probability that b's share is above a's, after the data: the mean of P(share b > x) over a's belief.
 * Absolute error below 1e-10.
 *
 * @example probabilityThatBIsBetter({ x: 120, n: 150 }, { x: 95, n: 110 }) // 0.9059
 */
export function probabilityThatBIsBetter(
  a: Share,
  b: Share,
  { prior = UNIFORM }: { readonly prior?: Prior } = {},
): number {
  const [ofA, ofB] = [belief(a, prior), belief(b, prior)];
  const [low, high] = [ofA.quantile(OUTSIDE), ofA.upperQuantile(OUTSIDE)];
  const width = (high - low) / PANELS;
  let sum = 0;
  for (let k = 0; k < PANELS; k++) {
    sum += integrate((x) => ofA.density(x) * ofB.above(x), low + k * width, low + (k + 1) * width);
  }
  return Math.min(1, Math.max(0, sum));
}

/**
 * Equal tails of what one believes about a share after the data.
 *
 * @example credibleInterval({ x: 120, n: 150 }) // 0.7287 … 0.8560
 */
export function credibleInterval(
  share: Share,
  { prior = UNIFORM, level = 0.95 }: { readonly prior?: Prior; readonly level?: number } = {},
): Interval {
  const tail = (1 - level) / 2;
  const after = belief(share, prior);
  return { low: after.quantile(tail), high: after.upperQuantile(tail), level, method: 'beta_posterior' };
}

const belief = ({ x, n }: Share, prior: Prior) => beta(x + prior.a, n - x + prior.b);
