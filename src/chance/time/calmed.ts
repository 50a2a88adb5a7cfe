/** A series whose isolated extremes are pulled in, so that single days cannot pass for a change of level. */
import { median } from './average.ts';

/** Points on each side that a point is compared with. */
const NEIGHBOURS = 3;

/** How many robust standard deviations a point may lie from its neighbourhood. */
const REACH = 3;

/** The median distance of normal draws from their centre, in standard deviations. */
const MAD = 0.6745;

/**
 * Pulls every point to within 3 robust standard deviations of the median of itself and its three neighbours on each
 * side. A level that lasts four points or more is its own neighbourhood and stays. Where more than half of all points
 * equal their neighbourhood there is no scale to judge by, and nothing is changed.
 * Source: Hampel's identifier; Davies & Gather, JASA 88 (1993). Example: [0, 1, 0, 1, 90, 1, 0, 1] → 90 is pulled in.
 */
export function calmed(values: readonly number[]): Float64Array {
  const around = values.map((_, i) => median(values.slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS + 1)));
  const distances = values.map((value, i) => Math.abs(value - (around[i] ?? value)));
  const reach = (REACH * median(distances)) / MAD;
  if (!(reach > 0)) return Float64Array.from(values);
  return Float64Array.from(values, (value, i) => {
    const centre = around[i] ?? value;
    return Math.min(centre + reach, Math.max(centre - reach, value));
  });
}
