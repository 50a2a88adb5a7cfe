/** The spread of a series judged from neighbour to neighbour, so that a lasting shift counts only once. */
import { mean } from './average.ts';

/** Mean distance of two normal draws in standard deviations, 2 ÷ √π. */
export const D2 = 1.128;

/** A moving range beyond this multiple of their mean is set aside before limits are drawn (Nelson 1982). */
const SCREEN = 3.267;

/** |x₂ − x₁|, |x₃ − x₂| …: one shorter than the series. */
export function movingRanges(values: readonly number[]): number[] {
  return values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? Number.NaN)));
}

/**
 * How far apart are neighbours, on average?
 * Mean moving range; with `screen`, once more without the ranges that reach 3.267 times that mean.
 * Source: Nelson, Journal of Quality Technology 14 (1982). Example: [1, 3, 2] → 1.5.
 */
export function meanMovingRange(values: readonly number[], { screen = true } = {}): number {
  const ranges = movingRanges(values);
  const all = mean(ranges);
  const kept = ranges.filter((range) => range < SCREEN * all);
  return screen && kept.length > 0 ? mean(kept) : all;
}
