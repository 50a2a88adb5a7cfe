/** The standard normal distribution. */

import type { Distribution } from './distribution.ts';

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

const density = (x: number): number => Math.exp((-x * x) / 2) / ROOT_TWO_PI;

/** P(0 < X < x), a sum of positive terms: φ(x) (x + x³/3 + x⁵/(3·5) + …); odd in x. */
function fromCentre(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > Math.abs(sum) * 1e-17; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return density(x) * sum;
}

/** P(X > x) for x ≥ 3: φ(x) over Laplace's continued fraction x + 1/(x + 2/(x + 3/(x + …))). */
function farTail(x: number): number {
  let fraction = x;
  for (let k = Math.ceil(12 + 700 / (x * x)); k >= 1; k--) fraction = x + k / fraction;
  return density(x) / fraction;
}

function above(x: number): number {
  if (x >= 3) return farTail(x);
  return x <= -3 ? 1 - farTail(-x) : 0.5 - fromCentre(x);
}

/** A first guess for the x with p above it, p ≤ ½; wrong by less than 5e-4 (Abramowitz & Stegun 26.2.23). */
function roughly(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  const up = 2.515517 + t * (0.802853 + t * 0.010328);
  return t - up / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

/** The x with p above it, by Halley's method on the tail or, near the middle, on its distance from ½. */
function upperQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? Infinity : p === 1 ? -Infinity : NaN;
  if (p > 0.5) return -upperQuantileOf(1 - p, p - 0.5);
  return upperQuantileOf(p, 0.5 - p);
}

function upperQuantileOf(p: number, centre: number): number {
  if (centre === 0) return 0;
  let x = roughly(p);
  for (let round = 0; round < 3; round++) {
    const excess = centre < 0.4 ? centre - fromCentre(x) : above(x) - p;
    const step = excess / density(x);
    x += step / (1 - (x * step) / 2);
    if (Math.abs(step) * (1 + x) < 1e-5) break;
  }
  return x;
}

/**
 * Mean 0, standard deviation 1. Relative error below 1e-13, tails included.
 *
 * @example normal.quantile(0.975) // 1.95996398454005
 */
export const normal: Distribution = {
  density,
  below: (x) => above(-x),
  above,
  quantile: (p) => -upperQuantile(p),
  upperQuantile,
};
