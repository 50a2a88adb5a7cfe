/** The hypergeometric distribution: draws without putting back. */

import { counted } from './counted.ts';
import type { Distribution } from './distribution.ts';
import { binomialTerm } from './saddle-point.ts';

/**
 * Marked ones among `draws` from a population of `size` with `marked` of them.
 *
 * @example hypergeometric({ size: 50, marked: 5, draws: 10 }).below(1) // 0.7418999792331363
 */
export function hypergeometric(of: {
  readonly size: number;
  readonly marked: number;
  readonly draws: number;
}): Distribution {
  const { size, marked, draws } = of;
  const lowest = Math.max(0, draws + marked - size);
  const highest = Math.min(draws, marked);
  const density = (k: number) =>
    k < lowest || k > highest || k !== Math.floor(k) ? 0 : exactly(k, size, marked, draws);
  const ratio = (k: number) => ((marked - k) * (draws - k)) / ((k + 1) * (size - marked - draws + k + 1));
  const mean = (draws * marked) / size;

  const upTo = (k: number) => sumFrom(k, density(k), (i) => [i - 1, 1 / ratio(i - 1)], lowest);
  const from = (k: number) => sumFrom(k, density(k), (i) => [i + 1, ratio(i)], highest);
  const below = (x: number) => {
    const k = Math.floor(x);
    if (k < lowest || k >= highest) return k < lowest ? 0 : 1;
    return k <= mean ? upTo(k) : 1 - from(k + 1);
  };
  const above = (x: number) => {
    const k = Math.floor(x);
    if (k < lowest || k >= highest) return k < lowest ? 1 : 0;
    return k <= mean ? 1 - upTo(k) : from(k + 1);
  };
  const finite = size > 1 ? (size - draws) / (size - 1) : 0;
  const deviation = Math.sqrt(mean * (1 - marked / size) * finite);
  const skewness = ((1 - (2 * marked) / size) * (1 - (2 * draws) / size)) / deviation;
  return counted({ density, below, above, lowest, highest, mean, deviation, skewness });
}

/** Three binomial probabilities at the draws' share of the population (Loader 2000), so that nothing overflows. */
function exactly(k: number, size: number, marked: number, draws: number): number {
  const p = draws / size;
  const q = (size - draws) / size;
  const among = binomialTerm(k, marked - k, p, q);
  const others = binomialTerm(draws - k, size - marked - draws + k, p, q);
  return (among * others) / binomialTerm(draws, size - draws, p, q);
}

/** Adds a run of probabilities, each got from the one before, until they no longer count. */
function sumFrom(
  start: number,
  first: number,
  next: (k: number) => [k: number, factor: number],
  end: number,
): number {
  let k = start;
  let term = first;
  let sum = first;
  while (k !== end && term > sum * 1e-17) {
    const [to, factor] = next(k);
    term *= factor;
    sum += term;
    k = to;
  }
  return sum;
}
