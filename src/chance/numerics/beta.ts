/** The beta distribution. */

import type { Distribution } from './distribution.ts';
import { findRoot } from './find-root.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { logGamma } from './log-gamma.ts';
import { normal } from './normal.ts';
import { binomialTerm } from './saddle-point.ts';

/** Below this logit the first term of the series is the whole series. */
const FIRST_TERM_ALONE = -600;

/**
 * Mean a / (a + b), between 0 and 1.
 *
 * @example beta(2, 3).below(0.4) // 0.5248
 */
export function beta(a: number, b: number): Distribution {
  return {
    density: (x) => (x < 0 || x > 1 ? 0 : density(a, b, x, 1 - x)),
    below: (x) => incompleteBeta(a, b, x, 1 - x).lower,
    above: (x) => incompleteBeta(a, b, x, 1 - x).upper,
    quantile: (p) => 1 / (1 + Math.exp(-logitQuantile(a, b, p, 1 - p))),
    upperQuantile: (p) => 1 / (1 + Math.exp(-logitQuantile(a, b, 1 - p, p))),
  };
}

function density(a: number, b: number, x: number, y: number): number {
  if (x === 0) return a < 1 ? Infinity : a === 1 ? b : 0;
  if (y === 0) return b < 1 ? Infinity : b === 1 ? a : 0;
  return (((a * b) / (a + b)) * binomialTerm(a, b, x, y)) / (x * y);
}

/** ln(x / (1 − x)) at the quantile with `lower` below and `upper` above: both ends of [0, 1] keep all their digits. */
export function logitQuantile(a: number, b: number, lower: number, upper: number, guess?: number): number {
  if (!(a > 0 && b > 0 && lower >= 0 && upper >= 0)) return NaN;
  if (lower === 0 || upper === 0) return lower === 0 ? -Infinity : Infinity;
  if (lower > upper) return -logitQuantile(b, a, upper, lower, guess && -guess);
  const nearZero = (Math.log(lower * a) + logGamma(a) + logGamma(b) - logGamma(a + b)) / a;
  if (nearZero < FIRST_TERM_ALONE) return nearZero;
  const wanted = Math.log(lower);
  return findRoot(
    (z) => {
      const x = 1 / (1 + Math.exp(-z));
      const y = 1 / (1 + Math.exp(z));
      const tail = incompleteBeta(a, b, x, y).lower;
      const slope = (((a * b) / (a + b)) * binomialTerm(a, b, x, y)) / tail;
      return { value: Math.log(tail) - wanted, slope, bend: a * y - b * x - slope };
    },
    guess ?? firstGuess(a, b, lower, nearZero),
  );
}

/** The series' first term where x is far below the mean, else Fisher's z approximation (A&S 26.5.22), as a logit. */
function firstGuess(a: number, b: number, lower: number, nearZero: number): number {
  if (a <= 1 || b <= 1 || nearZero < Math.log((0.1 * a) / (a + b))) return Math.min(nearZero, 1);
  const z = normal.upperQuantile(lower);
  const [u, v] = [1 / (2 * a - 1), 1 / (2 * b - 1)];
  const h = 2 / (u + v);
  const lambda = (z * z - 3) / 6;
  const w = (z * Math.sqrt(h + lambda)) / h - (v - u) * (lambda + 5 / 6 - 2 / (3 * h));
  return Math.log(a / b) - 2 * w;
}
