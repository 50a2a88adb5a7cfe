/** The regularised incomplete gamma functions, on which gamma, chi-square and Poisson stand. */

import { integrate } from './gauss-legendre.ts';
import { logGammaOfOnePlus } from './log-gamma.ts';
import { logOnePlusMinus, poissonTerm } from './saddle-point.ts';

/** Two tails that sum to 1; the smaller one is accurate in the relative sense. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

const LARGE = 200;
const NEGLIGIBLE = 70;

/**
 * P(a, x) = ∫₀ˣ t^(a−1) e^(−t) dt / Γ(a) and Q = 1 − P, for a > 0, x ≥ 0.
 * Series below the mean, Legendre's continued fraction above it (Abramowitz & Stegun 6.5.29, 6.5.31), and for
 * large a the outer tail by quadrature from x outwards, where the integrand only falls.
 *
 * @example incompleteGamma(1, 2).upper // e⁻² = 0.1353352832366127
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  if (a >= LARGE) return x < a - 1 ? fromLower(lowerTail(a, x)) : fromUpper(upperTail(a, x));
  if (a <= 0.5 && x < 1) return smallShape(a, x);
  return x < a + 1 ? fromLower(poissonTerm(a, x) * series(a, x)) : fromUpper(fraction(a, x));
}

const fromLower = (lower: number): Tails => ({ lower, upper: 1 - lower });
const fromUpper = (upper: number): Tails => ({ lower: 1 - upper, upper });

/** 1 + x / (a + 1) + x² / ((a + 1)(a + 2)) + … */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 10_000; k++) {
    const numerator = k * (a - k);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return a * poissonTerm(a, x) * value;
}

/** Both tails for a ≤ ½ and x < 1, where 1 − P would lose digits for tiny a (A&S 6.5.29, first form). */
function smallShape(a: number, x: number): Tails {
  let term = 1;
  let sum = 0;
  for (let k = 1; Math.abs(term) > 1e-18; k++) {
    term *= -x / k;
    sum += (term * a) / (a + k);
  }
  const exponent = a * Math.log(x) - logGammaOfOnePlus(a);
  const power = Math.exp(exponent);
  return { lower: power * (1 + sum), upper: -Math.expm1(exponent) - power * sum };
}

/** ∫ over t = x (1 + s), s ≥ 0, of the density relative to the one at x; then times the density at x. */
function upperTail(a: number, x: number): number {
  const slope = (a - 1 - x) / (a - 1);
  const end = 1.3 * reach(-slope, a - 1);
  const relative = (s: number) => Math.exp((a - 1) * (logOnePlusMinus(s) + slope * s));
  return a * poissonTerm(a, x) * integrate(relative, 0, end);
}

function lowerTail(a: number, x: number): number {
  const slope = (a - 1 - x) / (a - 1);
  const end = Math.min(1, reach(slope, a - 1));
  const relative = (s: number) => Math.exp((a - 1) * (logOnePlusMinus(-s) - slope * s));
  return a * poissonTerm(a, x) * integrate(relative, 0, end);
}

/** The s where a (slope s + s² / 2) has grown to where nothing is left. */
function reach(slope: number, a: number): number {
  const target = NEGLIGIBLE / a;
  return (2 * target) / (slope + Math.sqrt(slope * slope + 2 * target));
}
