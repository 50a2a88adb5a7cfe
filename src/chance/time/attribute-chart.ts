/** Charts of shares and rates whose denominators differ: p, u, c, and Laney's p′ and u′. */
import { mean } from './average.ts';
import { D2, meanMovingRange } from './moving-range.ts';

export interface AttributeChart {
  readonly values: readonly number[];
  readonly centre: number;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** 0-based places of the points outside their limits. */
  readonly signals: readonly number[];
  /** Laney's sigma of the z-scores; 1 where the plain binomial or Poisson spread was used. */
  readonly sigmaZ: number;
}

interface Options {
  /** Widen (or narrow) the limits by the spread that is really there, as p′ and u′ do. */
  readonly laney?: boolean;
  /** Set aside moving ranges of z beyond 3.267 times their mean, once. */
  readonly screen?: boolean;
}

/**
 * Is this day's share unusual? Limits: p̄ ± 3 √(p̄ (1 − p̄) ÷ nᵢ), times sigma_z for p′; kept within 0 and 1.
 * Source: Laney, Quality Engineering 14 (2002). Example: events [1, 3], of [10, 10] → centre 0.2.
 */
export function pChart(
  events: readonly number[],
  of: readonly number[],
  options: Options = {},
): AttributeChart {
  const centre = mean(events) / mean(of);
  return draw({ events, of, centre, variance: centre * (1 - centre), ceiling: 1, ...options });
}

/**
 * Is this day's rate unusual? Limits: ū ± 3 √(ū ÷ nᵢ), times sigma_z for u′; never below 0.
 * Source: Laney (2002). Example: events [4, 6] over exposures [2, 3] → centre 2.
 */
export function uChart(
  events: readonly number[],
  of: readonly number[],
  options: Options = {},
): AttributeChart {
  const centre = mean(events) / mean(of);
  return draw({ events, of, centre, variance: centre, ceiling: Number.POSITIVE_INFINITY, ...options });
}

/** Is this day's count unusual, every day offering the same chance? Limits: c̄ ± 3 √c̄, never below 0. */
export function cChart(events: readonly number[]): AttributeChart {
  return uChart(
    events,
    events.map(() => 1),
  );
}

interface Drawing extends Options {
  readonly events: readonly number[];
  readonly of: readonly number[];
  readonly centre: number;
  /** Variance of a single opportunity. */
  readonly variance: number;
  readonly ceiling: number;
}

function draw({
  events,
  of,
  centre,
  variance,
  ceiling,
  laney = false,
  screen = true,
}: Drawing): AttributeChart {
  const values = events.map((count, i) => count / (of[i] ?? Number.NaN));
  const spread = of.map((n) => Math.sqrt(variance / n));
  const scores = values.map((value, i) => (value - centre) / (spread[i] ?? Number.NaN));
  // Where nothing or everything happened every day there is no spread to compare with.
  const sigmaZ = laney && variance > 0 ? meanMovingRange(scores, { screen }) / D2 : 1;
  const lower = spread.map((s) => Math.max(0, centre - 3 * sigmaZ * s));
  const upper = spread.map((s) => Math.min(ceiling, centre + 3 * sigmaZ * s));
  const signals = values.flatMap((v, i) => (v > (upper[i] ?? v) || v < (lower[i] ?? v) ? [i] : []));
  return { values, centre, lower, upper, signals, sigmaZ };
}
