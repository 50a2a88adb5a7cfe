/** Charts for rare events: contacts between two of them (g) and time between two of them (t). */
import { mean, median } from './average.ts';
import { D2, meanMovingRange } from './moving-range.ts';

export interface RareEventChart {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** 0-based places of the points outside the limits. */
  readonly signals: readonly number[];
}

/**
 * Were there unusually many ordinary contacts between two rare events?
 * Centre: the median (the counts are very skewed). Limits: ḡ ± 3 √(ḡ (ḡ + 1)), never below 0.
 * Source: Benneyan, Health Care Management Science 4 (2001). Example: [0, 0, 3] → centre 0, upper 5.24.
 */
export function gChart(between: readonly number[]): RareEventChart {
  const average = mean(between);
  const reach = 3 * Math.sqrt(average * (average + 1));
  return signalled(between, median(between), Math.max(0, average - reach), average + reach);
}

/** Waiting times of a Poisson process are near normal on this power scale. */
const POWER = 1 / 3.6;

/**
 * Was the time between two rare events unusually long or short?
 * An XmR chart on time^(1/3.6), brought back to time. Times must be positive; 0 gives limits of NaN.
 * Source: Nelson, Journal of Quality Technology 26 (1994). Example: [1, 1, 1] → centre, lower and upper 1.
 */
export function tChart(times: readonly number[], { screen = false } = {}): RareEventChart {
  if (times.some((time) => !(time > 0))) return signalled([], Number.NaN, Number.NaN, Number.NaN);
  const powered = times.map((time) => time ** POWER);
  const centre = mean(powered);
  const reach = (3 * meanMovingRange(powered, { screen })) / D2;
  const back = (value: number) => Math.max(0, value) ** (1 / POWER);
  return signalled(times, back(centre), back(centre - reach), back(centre + reach));
}

function signalled(values: readonly number[], centre: number, lower: number, upper: number): RareEventChart {
  const signals = values.flatMap((value, i) => (value > upper || value < lower ? [i] : []));
  return { centre, lower, upper, signals };
}
