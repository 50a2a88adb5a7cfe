/** Runs around a centre line: too long a run, or too few crossings, for pure chance? */
import { binomial } from '../numerics/binomial.ts';
import { median } from './average.ts';

export interface RunsAnalysis {
  readonly centre: number;
  /** Points that do not lie on the centre line. */
  readonly useful: number;
  readonly longestRun: number;
  /** The longest run that chance is allowed: round(log₂ useful) + 3. */
  readonly longestRunMax: number;
  readonly crossings: number;
  /** The fewest crossings that chance is allowed: the 5 % point of binomial(useful − 1, ½). */
  readonly crossingsMin: number;
  readonly signal: boolean;
}

/**
 * Does a run chart show a shift or a trend?
 *
 * Points on the centre line (the median unless given) are left out; a signal is a run longer than `longestRunMax` or
 * fewer crossings than `crossingsMin`. Without useful points there is no signal.
 * Source: Anhøj & Olesen, PLoS ONE 9 (2014); Schilling (2012) and Chen (2010) for the two bounds.
 * Example: [1, 1, 1, 1, 1, 9, 9, 9, 9, 9] → longest run 5 of at most 6, 1 crossing of at least 2: a signal.
 */
export function anhoejRules(values: readonly number[], { centre = median(values) } = {}): RunsAnalysis {
  const sides = values.map((value) => Math.sign(value - centre)).filter((side) => side !== 0);
  const useful = sides.length;
  const starts = sides.flatMap((side, i) => (side === sides[i - 1] ? [] : [i]));
  const lengths = starts.map((start, i) => (starts[i + 1] ?? useful) - start);
  const longestRun = lengths.reduce((longest, length) => Math.max(longest, length), 0);
  const crossings = Math.max(0, starts.length - 1);
  const longestRunMax = useful > 0 ? Math.round(Math.log2(useful)) + 3 : 0;
  const crossingsMin = useful > 1 ? binomial(useful - 1, 0.5).quantile(0.05) : 0;
  const signal = longestRun > longestRunMax || crossings < crossingsMin;
  return { centre, useful, longestRun, longestRunMax, crossings, crossingsMin, signal };
}
