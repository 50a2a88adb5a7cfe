/** How sure one may be that one share is the larger. */

import type { Share } from '../differences/proportion-difference.ts';
import type { Interval } from '../evidence.ts';
import { beta, logitQuantile } from '../numerics/beta.ts';
import { integrate } from '../numerics/gauss-legendre.ts';
import { incompleteBeta } from '../numerics/incomplete-beta.ts';
import { binomialTerm } from '../numerics/saddle-point.ts';

/** What one believes before the data: beta(a, b); (1, 1) takes every share for as likely. */
export interface Prior {
  readonly a: number;
  readonly b: number;
}

const UNIFORM: Prior = { a: 1, b: 1 };
const PANELS = 24;
const OUTSIDE = 1e-15;

/**
 * The probability that b's share is above a's, after the data: the mean over the surer belief, the narrower of the two,
 * of the other's tail, which is smooth there. Absolute error below 1e-10.
 *
 * @example probabilityThatBIsBetter({ x: 120, n: 150 }, { x: 95, n: 110 }) // 0.9059
 */
export function probabilityThatBIsBetter(
  a: Share,
  b: Share,
  { prior = UNIFORM }: { readonly prior?: Prior } = {},
): number {
  const [ofA, ofB] = [parameters(a, prior), parameters(b, prior)];
  const mean =
    a.n > b.n
      ? meanOver(ofA, (x, y) => incompleteBeta(ofB.a, ofB.b, x, y).upper)
      : meanOver(ofB, (x, y) => incompleteBeta(ofA.a, ofA.b, x, y).lower);
  return Math.min(1, Math.max(0, mean));
}

/** Over ln(x / y) with y = 1 − x, where a belief has no edges however much it leans on 0 or 1. */
function meanOver({ a, b }: Prior, of: (x: number, y: number) => number): number {
  const low = logitQuantile(a, b, OUTSIDE, 1 - OUTSIDE);
  const width = (logitQuantile(a, b, 1 - OUTSIDE, OUTSIDE) - low) / PANELS;
  const weighed = (z: number) => {
    const [x, y] = [1 / (1 + Math.exp(-z)), 1 / (1 + Math.exp(z))];
    return ((a * b) / (a + b)) * binomialTerm(a, b, x, y) * of(x, y);
  };
  let sum = 0;
  for (let k = 0; k < PANELS; k++) sum += integrate(weighed, low + k * width, low + (k + 1) * width);
  return sum;
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
  const { a, b } = parameters(share, prior);
  const after = beta(a, b);
  return { low: after.quantile(tail), high: after.upperQuantile(tail), level, method: 'beta_posterior' };
}

const parameters = ({ x, n }: Share, prior: Prior): Prior => ({ a: x + prior.a, b: n - x + prior.b });
