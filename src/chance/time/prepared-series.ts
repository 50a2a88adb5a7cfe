/** A series made ready to be judged: gaps left out, bent straight, its weekday pattern taken out, its extremes pulled in. */
import { calmed } from './calmed.ts';
import { isCoarse } from './coarse-series.ts';
import { withoutPattern } from './pattern.ts';
import { choosePower, type PowerScale } from './power-scale.ts';
import { MIN_SEGMENT, type ShiftEvidence, shiftEvidence } from './shift-evidence.ts';

export interface Series {
  /** In order of time; null where a day has no value. */
  readonly values: readonly (number | null)[];
  /** The weekday (or other slot) of each value, where days repeat; leave out for weeks and months. */
  readonly slots?: readonly number[];
}

export interface PreparedSeries {
  /** Places in the original series of the values that are there. */
  readonly places: readonly number[];
  readonly values: readonly number[];
  readonly scale: PowerScale;
  /** The slots' effects on the scale, and the scaled values without them. */
  readonly effects: readonly number[];
  readonly adjusted: readonly number[];
  /** What a change of level is looked for in: the adjusted values with single extremes pulled in. */
  readonly judged: Float64Array;
  /** Few different values, as of rare counts: judged by shuffling and by counts. */
  readonly coarse: boolean;
  /** null where the series is too short to hold two levels, or does not vary. */
  readonly evidence: ShiftEvidence | null;
}

/** Too few points for two levels of their own and one point to judge them by. */
const SHORTEST = 2 * MIN_SEGMENT + 1;

export function prepareSeries({ values, slots }: Series): PreparedSeries {
  const places = values.flatMap((value, i) => (value === null || Number.isNaN(value) ? [] : [i]));
  const present = places.map((place) => values[place] ?? 0);
  const kept = slots ? places.map((place) => slots[place] ?? 0) : null;
  const scale = choosePower(present, kept);
  const { adjusted, effects, fitted } = withoutPattern(present.map(scale.forward), kept);
  const judged = calmed(adjusted);
  const varies = judged.some((value) => value !== judged[0]);
  const evidence = judged.length - fitted >= SHORTEST && varies ? shiftEvidence(judged, { fitted }) : null;
  return { places, values: present, scale, effects, adjusted, judged, coarse: isCoarse(present), evidence };
}
