/** Student's t distribution. */

import { logitQuantile } from './beta.ts';
import type { Distribution } from './distribution.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { normal } from './normal.ts';
import { binomialTerm } from './saddle-point.ts';

/** From here on t and normal agree to more digits than a double has. */
const AS_GOOD_AS_NORMAL = 1e17;

/**
 * `df` > 0 need not be whole.
 *
 * @example studentT(10).quantile(0.975) // 2.2281388519649385
 */
export function studentT(df: number): Distribution {
  if (df >= AS_GOOD_AS_NORMAL) return normal;
  const above = (t: number) => (t >= 0 ? tail(df, t) : 1 - tail(df, -t));
  return {
    density: (t) => density(df, t),
    below: (t) => above(-t),
    above,
    quantile: (p) => -upperQuantile(df, p),
    upperQuantile: (p) => upperQuantile(df, p),
  };
}

/** P(T > t), t ≥ 0: half of P(B < df / (df + t²)) for B ~ beta(df/2, ½). */
function tail(df: number, t: number): number {
  const square = t * t;
  if (square === Infinity) return 0;
  return incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square)).lower / 2;
}

/** The density at 0, Γ((df + 1)/2) / (Γ(df/2) √(df π)), times (1 + t²/df)^(−(df + 1)/2). */
function density(df: number, t: number): number {
  const centre = (binomialTerm(df / 2, df / 2, 0.5, 0.5) * Math.sqrt(df)) / 2;
  return centre * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df));
}

function upperQuantile(df: number, p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? Infinity : p === 1 ? -Infinity : NaN;
  if (p > 0.5) return -upperQuantileOf(df, 1 - p, p - 0.5);
  return upperQuantileOf(df, p, 0.5 - p);
}

/**
 * t² / df is the odds of a beta(½, df/2) quantile, from the tail or, near the middle, from the distance to ½. Cornish
 * and Fisher's expansion gives the start and, where df is large beside z², the answer to the last digit.
 */
function upperQuantileOf(df: number, p: number, centre: number): number {
  const z = centre > 1e-6 ? normal.upperQuantile(p) : 0;
  const isNearNormal = z > 0 && z * z < df;
  if (isNearNormal && df > 200 && z * z < df / 100) return expansion(df, z);
  const guess = isNearNormal ? Math.log(expansion(df, z) ** 2 / df) : undefined;
  return Math.sqrt(df) * Math.exp(logitQuantile(0.5, df / 2, 2 * centre, 2 * p, guess) / 2);
}

/** t as a series in 1/df (Abramowitz & Stegun 26.7.5). */
function expansion(df: number, z: number): number {
  const y = z * z;
  const first = (y + 1) / 4;
  const second = (3 + y * (16 + 5 * y)) / 96;
  const third = (-15 + y * (17 + y * (19 + 3 * y))) / 384;
  const fourth = (-945 + y * (-1920 + y * (1482 + y * (776 + 79 * y)))) / 92160;
  return z * (1 + (first + (second + (third + fourth / df) / df) / df) / df);
}
