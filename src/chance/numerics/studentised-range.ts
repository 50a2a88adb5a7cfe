/** The studentised range: how far apart the largest and the smallest of several equal means may lie by chance. */

import { chiSquare } from './chi-square.ts';
import type { Distribution } from './distribution.ts';
import { integrate } from './gauss-legendre.ts';
import { normal } from './normal.ts';

const OUTSIDE = 1e-16;

/**
 * (largest − smallest of `groups` standard normals) ÷ √(chi-square / df). `df` may be Infinity.
 * Both tails by quadrature over the largest value and over the spread; relative error below 1e-9.
 * Source: Tukey; Copenhaver & Holland (1988) for the integrals.
 *
 * @example studentisedRange(3, 10).upperQuantile(0.05) // 3.877
 */
export function studentisedRange(groups: number, df: number): Distribution {
  const over = averageOverSpread(df);
  const below = (q: number) => (q <= 0 ? 0 : over((s) => rangeBelow(groups, q * s)));
  const above = (q: number) => (q <= 0 ? 1 : over((s) => rangeAbove(groups, q * s)));
  const density = (q: number) => (q < 0 ? 0 : over((s) => s * rangeDensity(groups, q * s)));
  return {
    density,
    below,
    above,
    quantile: (p) => (p > 0.5 ? root(above, 1 - p, -1) : root(below, p, 1)),
    upperQuantile: (p) => (p > 0.5 ? root(below, 1 - p, 1) : root(above, p, -1)),
  };
}

/** The mean of f(s) over s = √(chi-square / df). */
function averageOverSpread(df: number): (f: (s: number) => number) => number {
  if (df === Infinity) return (f) => f(1);
  const law = chiSquare(df);
  const [low, high] = [
    Math.log(Math.max(1e-200, law.quantile(OUTSIDE))),
    Math.log(law.upperQuantile(OUTSIDE)),
  ];
  return (f) =>
    inPanels(low, high, 8, (z) => {
      const x = Math.exp(z);
      return f(Math.sqrt(x / df)) * law.density(x) * x;
    });
}

/** All others within w below the largest, z: k ∫ φ(z) (Φ(z) − Φ(z − w))^(k − 1) dz. */
const rangeBelow = (k: number, w: number): number =>
  inPanels(-9, 9 + Math.min(w, 9), 4, (z) => k * normal.density(z) * within(z, w) ** (k - 1));

/** The same for not all of them within w, without subtracting from 1. */
const rangeAbove = (k: number, w: number): number =>
  inPanels(Math.min(-9, w - 40), 9 + w / 2, 4 + Math.ceil(w / 8), (z) => {
    const all = normal.below(z);
    if (all === 0) return 0;
    return (
      -k * normal.density(z) * all ** (k - 1) * Math.expm1((k - 1) * Math.log1p(-normal.below(z - w) / all))
    );
  });

const rangeDensity = (k: number, w: number): number =>
  inPanels(-9, 9 + Math.min(w, 9), 4, (z) => {
    return k * (k - 1) * normal.density(z) * normal.density(z - w) * within(z, w) ** (k - 2);
  });

const within = (z: number, w: number): number =>
  z > 0 ? normal.above(z - w) - normal.above(z) : normal.below(z) - normal.below(z - w);

function inPanels(low: number, high: number, panels: number, f: (x: number) => number): number {
  const width = (high - low) / panels;
  let sum = 0;
  for (let i = 0; i < panels; i++) sum += integrate(f, low + i * width, low + (i + 1) * width);
  return sum;
}

/** The q at which the tail has this size; `sign` is 1 for a tail that grows with q. Secants on logarithms. */
function root(tail: (q: number) => number, wanted: number, sign: 1 | -1): number {
  if (!(wanted >= 0)) return NaN;
  if (wanted === 0) return sign === 1 ? 0 : Infinity;
  const distance = (z: number) => sign * (Math.log(tail(Math.exp(z))) - Math.log(wanted));
  let [low, high] = [0, 1.5];
  while (distance(low) > 0) low -= 1;
  while (distance(high) < 0) high += 0.5;
  let [atLow, atHigh] = [distance(low), distance(high)];
  for (let round = 0; round < 100 && high - low > 1e-14; round++) {
    const secant = low - (atLow * (high - low)) / (atHigh - atLow);
    const edge = (high - low) * 0.05;
    const z =
      round % 3 === 2 ? (low + high) / 2 : Math.min(high - edge * 1e-6, Math.max(low + edge * 1e-6, secant));
    const value = distance(z);
    if (Math.abs(value) < 1e-14) return Math.exp(z);
    if (value < 0) [low, atLow] = [z, value];
    else [high, atHigh] = [z, value];
  }
  return Math.exp((low + high) / 2);
}
