/** The chart of single values and their moving ranges: where does this series lie when nothing special happens? */
import { mean } from './average.ts';
import { meanMovingRange } from './moving-range.ts';

export interface XmrChart {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** One third of the way from the centre to a limit. */
  readonly sigma: number;
}

/**
 * Centre and natural limits: mean ± 2.66 × mean moving range.
 *
 * `baseline` draws the limits from the first so many points and extends them; `screen` sets aside moving
 * ranges of 3.267 times their mean, once. Needs two points; with fewer the limits are NaN.
 * Source: NHS England, Making Data Count; Wheeler, Understanding Variation (1993).
 * Example: [4, 6, 4, 6] → centre 5, limits −0.32 and 10.32.
 */
export function xmrChart(
  values: readonly number[],
  { baseline = values.length, screen = true }: { readonly baseline?: number; readonly screen?: boolean } = {},
): XmrChart {
  const base = values.slice(0, baseline);
  const centre = mean(base);
  const reach = 2.66 * meanMovingRange(base, { screen });
  return { centre, lower: centre - reach, upper: centre + reach, sigma: reach / 3 };
}
