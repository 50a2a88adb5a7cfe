/** Fisher's exact test of a table of two by two. */

import type { Interval } from '../evidence.ts';
import { findRoot } from '../numerics/find-root.ts';
import { hypergeometric } from '../numerics/hypergeometric.ts';

export interface FisherResult {
  /** Two-sided: all tables that are not more likely than this one. */
  readonly p: number;
  /** The odds ratio under which this table is the expected one, given its margins. */
  readonly oddsRatio: number;
  readonly interval: Interval;
}

type Table = readonly [readonly [number, number], readonly [number, number]];

/** Tables that differ by rounding only are equally likely. */
const AS_LIKELY = 1 + 1e-7;

/**
 * Are success and group unrelated, in [[success₁, failure₁], [success₂, failure₂]]? Given its margins the first cell is
 * hypergeometric; with an odds ratio each probability is weighted by ratio^cell. The interval holds the ratios under
 * which neither tail is below (1 − level) / 2; 0 and an open end (null) where the cell is as small or large as it can be.
 * Source: Fisher (1935), conditional estimates as in R's fisher.test.
 *
 * @example fisherTest([[9, 1], [3, 7]]).p // 0.0198
 */
export function fisherTest(
  [[a, b], [c, d]]: Table,
  { level = 0.95 }: { readonly level?: number } = {},
): FisherResult {
  const law = hypergeometric({ size: a + b + c + d, marked: a + c, draws: a + b });
  const weighted = tablesWithTheseMargins([a, b, c, d]);
  const cells = weighted.map(({ cell }) => cell);
  const here = law.density(a) * AS_LIKELY;
  const p = cells.map(law.density).reduce((sum, chance) => (chance <= here ? sum + chance : sum), 0);
  const [isLeast, isMost] = [a === cells[0], a === cells.at(-1)];
  const tail = Math.log((1 - level) / 2);
  return {
    p: Math.min(1, p),
    oddsRatio: isLeast ? 0 : isMost ? Infinity : ratioWithMean(weighted, a),
    interval: {
      low: isLeast ? 0 : ratioWithTail(weighted, (cell) => cell >= a, tail, 1),
      high: isMost ? null : ratioWithTail(weighted, (cell) => cell <= a, tail, -1),
      level,
      method: 'fisher_conditional',
    },
  };
}

interface Weighted {
  readonly cell: number;
  /** ln of its probability, but for a constant: the probability itself is too small for a number in large tables. */
  readonly log: number;
}

/** Each first cell from the one before: the ratio of neighbours has no factorials in it. */
function tablesWithTheseMargins([a, b, c, d]: readonly [number, number, number, number]): Weighted[] {
  const [first, last] = [Math.max(0, a - d), Math.min(a + b, a + c)];
  let log = 0;
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const before = first + i - 1;
    if (i > 0) log += Math.log(((a + b - before) * (a + c - before)) / ((before + 1) * (d - a + before + 1)));
    return { cell: first + i, log };
  });
}

/** The first cell's moments when each probability is weighted by e^(z × cell), and the logarithm of their sum. */
function momentsAt(cells: readonly Weighted[], z: number) {
  const top = cells.reduce((most, { cell, log }) => Math.max(most, log + z * cell), -Infinity);
  const weights = cells.map(({ cell, log }) => Math.exp(log + z * cell - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const average = (of: (cell: number) => number) =>
    cells.reduce((sum, { cell }, i) => sum + (weights[i] ?? 0) * of(cell), 0) / total;
  const mean = average((cell) => cell);
  const variance = average((cell) => (cell - mean) ** 2);
  return { log: Math.log(total) + top, mean, variance, third: average((cell) => (cell - mean) ** 3) };
}

function ratioWithMean(cells: readonly Weighted[], wanted: number): number {
  const root = findRoot((z) => {
    const { mean, variance, third } = momentsAt(cells, z);
    return { value: mean - wanted, slope: variance, bend: third / variance };
  }, 0);
  return Math.exp(root);
}

/** The odds ratio at which a tail has this logarithm; `sign` is −1 for a tail that shrinks as the ratio grows. */
function ratioWithTail(
  cells: readonly Weighted[],
  isInTail: (cell: number) => boolean,
  wanted: number,
  sign: 1 | -1,
): number {
  const tail = cells.filter(({ cell }) => isInTail(cell));
  const root = findRoot((z) => {
    const [within, all] = [momentsAt(tail, z), momentsAt(cells, z)];
    const slope = within.mean - all.mean;
    const bend = (within.variance - all.variance) / slope;
    return { value: sign * (within.log - all.log - wanted), slope: sign * slope, bend };
  }, 0);
  return Math.exp(root);
}
