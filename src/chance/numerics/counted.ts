/** Quantiles for distributions over the whole numbers. */

import type { Distribution } from './distribution.ts';
import { normal } from './normal.ts';

/** Rounding alone must not push a quantile to the next number. */
const FUZZ = 1e-14;

interface Counted extends Pick<Distribution, 'density' | 'below' | 'above'> {
  readonly lowest: number;
  readonly highest: number;
  readonly mean: number;
  readonly deviation: number;
  readonly skewness: number;
}

/** Adds the quantiles to what a distribution of counts knows about itself. */
export function counted(x: Counted): Distribution {
  const { density, below, above } = x;
  return {
    density,
    below,
    above,
    quantile: (p) => quantile(x, p, 1 - p),
    upperQuantile: (p) => quantile(x, 1 - p, p),
  };
}

/** The smallest k with P(X ≤ k) ≥ `lower`, judged by the smaller of the tails `lower` and `upper` = 1 − `lower`. */
function quantile(x: Counted, lower: number, upper: number): number {
  if (!(lower >= 0 && upper >= 0)) return NaN;
  if (lower === 0 || x.deviation === 0) return lower === 0 ? x.lowest : Math.round(x.mean);
  if (upper === 0) return x.highest;
  const isLower = lower < upper;
  const z = isLower ? normal.quantile(lower) : normal.upperQuantile(upper);
  const roughly = x.mean + x.deviation * (z + (x.skewness * (z * z - 1)) / 6);
  const guess = Math.min(x.highest, Math.max(x.lowest, Math.round(roughly)));
  const past = isLower
    ? (k: number) => x.below(k) - lower * (1 - FUZZ)
    : (k: number) => upper * (1 + FUZZ) - x.above(k);
  return walked(x, guess, past(guess)) ?? searched(x, guess, (k) => past(k) >= 0);
}

/**
 * From `past`, by how much the probability at the guess is beyond the goal, a few steps with the density alone; null
 * where the answer is further away.
 */
function walked(x: Counted, guess: number, pastAtGuess: number): number | null {
  const isPast = pastAtGuess >= 0;
  let past = pastAtGuess;
  let k = guess;
  for (let step = 0; step < 6; step++) {
    if (isPast) {
      past -= x.density(k);
      if (past < 0 || k === x.lowest) return k;
      k -= 1;
    } else {
      k += 1;
      past += x.density(k);
      if (past >= 0 || k >= x.highest) return k;
    }
  }
  return null;
}

/** Widens the step away from the guess until the answer lies in (low, high], then halves. */
function searched(x: Counted, guess: number, reached: (k: number) => boolean): number {
  let low = guess;
  let high = guess;
  if (reached(guess)) {
    for (let step = 1; low >= x.lowest && reached(low); step *= 2) low -= step;
    low = Math.max(low, x.lowest - 1);
  } else {
    for (let step = 1; high < x.highest && !reached(high); step *= 2) high = Math.min(x.highest, high + step);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}
