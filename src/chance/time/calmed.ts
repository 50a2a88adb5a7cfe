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
export function calmed(values: ArrayLike<number>): Float64Array {
  const calm = Float64Array.from(values);
  const ordered = new Float64Array(2 * NEIGHBOURS + 1);
  const around = calm.map((_, i) => middle(calm, i, ordered));
  const distances = calm.map((value, i) => Math.abs(value - (around[i] ?? value)));
  const reach = (REACH * median(distances)) / MAD;
  if (!(reach > 0)) return calm;
  for (let i = 0; i < calm.length; i++) {
    const centre = around[i] ?? 0;
    calm[i] = Math.min(centre + reach, Math.max(centre - reach, calm[i] ?? 0));
  }
  return calm;
}

/** The median of a place and its neighbours, put in order one by one: a long series has thousands of neighbourhoods. */
function middle(values: Float64Array, place: number, ordered: Float64Array): number {
  const from = Math.max(0, place - NEIGHBOURS);
  const size = Math.min(place + NEIGHBOURS + 1, values.length) - from;
  for (let i = 0; i < size; i++) {
    const value = values[from + i] ?? 0;
    let rank = i;
    for (; rank > 0 && (ordered[rank - 1] ?? 0) > value; rank--) ordered[rank] = ordered[rank - 1] ?? 0;
    ordered[rank] = value;
  }
  return ((ordered[(size - 1) >> 1] ?? 0) + (ordered[size >> 1] ?? 0)) / 2;
}
