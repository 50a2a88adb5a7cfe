/** The regularised incomplete beta function, on which beta, binomial, t, F and negative binomial stand. */

import { integrate } from './gauss-legendre.ts';
import type { Tails } from './incomplete-gamma.ts';
import { binomialTerm, logOnePlusMinus } from './saddle-point.ts';

const LARGE = 200;
const NEGLIGIBLE = 70;

/**
 * I_x(a, b) and its complement, for a, b > 0; `x` and `y` = 1 − x come separately so that neither end loses digits.
 * Continued fraction of Didonato & Morris (1992, algorithm 708) on the side of the mean where it converges fast;
 * for large a and b quadrature of the outer tail.
 *
 * @example incompleteBeta(2, 3, 0.4, 0.6).lower // 0.5248
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const isBelowMode = (a - 1) * y >= (b - 1) * x;
  if (a >= LARGE && b >= LARGE) {
    return isBelowMode ? asLower(outerTail(a, b, x, y)) : swapped(outerTail(b, a, y, x));
  }
  return a * y >= b * x ? asLower(fraction(a, b, x, y)) : swapped(fraction(b, a, y, x));
}

const asLower = (lower: number): Tails => ({ lower, upper: 1 - lower });
const swapped = (upper: number): Tails => ({ lower: 1 - upper, upper });

/** x^a y^b / B(a, b). */
function power(a: number, b: number, x: number, y: number): number {
  return ((a * b) / (a + b)) * binomialTerm(a, b, x, y);
}

function fraction(a: number, b: number, x: number, y: number): number {
  const partial = (k: number) =>
    k + (k * (b - k) * x) / (a + 2 * k - 1) + ((a + k) * (a * y - b * x + 1 + k * (1 + y))) / (a + 2 * k + 1);
  let c = (a * (a * y - b * x + 1)) / (a + 1);
  let d = 0;
  let value = c;
  for (let k = 1; k < 100_000; k++) {
    const scale = x / (a + 2 * k - 1);
    const numerator = (a + k - 1) * (a + b + k - 1) * k * (b - k) * scale * scale;
    const denominator = partial(k);
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return power(a, b, x, y) / value;
}

/** The part below x (where the density only falls on the way to 0), relative to the density at x. */
function outerTail(a: number, b: number, x: number, y: number): number {
  const slope = (a - 1) / x - (b - 1) / y;
  const curvature = (a - 1) / (x * x) + (b - 1) / (y * y);
  const reach = (2 * NEGLIGIBLE) / (slope + Math.sqrt(slope * slope + 2 * curvature * NEGLIGIBLE));
  const relative = (s: number) =>
    Math.exp((a - 1) * logOnePlusMinus(-s / x) + (b - 1) * logOnePlusMinus(s / y) - slope * s);
  return (power(a, b, x, y) / (x * y)) * integrate(relative, 0, Math.min(x, 1.3 * reach));
}
