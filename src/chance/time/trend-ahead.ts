/** Where a trend leads: the level so many steps after the last value, if it goes on. */
import { type Effect, memoryRegression } from '../watch/memory-regression.ts';

export interface TrendAhead {
  /** Change a step; its p says whether there is a trend at all. */
  readonly slope: Effect;
  /** The level at the last value, on the line. */
  readonly now: number;
  /** The level so many steps later, with the interval of the level (not of a single value). */
  readonly later: Effect;
  /** A straight line leaves less unexplained than any one jump from level to level. */
  readonly isStraight: boolean;
}

/**
 * A straight line by least squares, with errors for values that resemble their neighbours (`memoryRegression`). The line is
 * counted from the step that is asked about, so that its intercept is the level there.
 *
 * Values are one a step, in order, at least 8 of them; in the unit of the values.
 *
 * @throws RangeError with fewer than 8 values
 * @example trendAhead([1, 2, 3, 4, 5, 6, 7, 8], 2).later.estimate // 10
 */
export function trendAhead(values: readonly number[], ahead: number, { level = 0.95 } = {}): TrendAhead {
  if (values.length < fewest) throw new RangeError(`a trend needs ${fewest} values, not ${values.length}`);
  const line = values.map((_, t) => [1, t - (values.length - 1 + ahead)]);
  const slope = memoryRegression(line, values, 1, { level });
  const later = memoryRegression(line, values, 0, { level });
  const fitted = line.map(([, t = 0]) => later.estimate + slope.estimate * t);
  return {
    slope,
    later,
    now: later.estimate - ahead * slope.estimate,
    isStraight: squares(values, fitted) < smallestStep(values),
  };
}

const fewest = 8;
/** A level is made of at least so many values. */
const shortest = 3;

const squares = (values: readonly number[], fitted: readonly number[]): number =>
  values.reduce((sum, value, i) => sum + (value - (fitted[i] ?? 0)) ** 2, 0);

/** What the best single jump from one level to another leaves unexplained. */
function smallestStep(values: readonly number[]): number {
  const places = Array.from({ length: values.length - 2 * shortest + 1 }, (_, i) => shortest + i);
  return Math.min(...places.map((at) => aroundMean(values.slice(0, at)) + aroundMean(values.slice(at))));
}

function aroundMean(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return squares(
    values,
    values.map(() => mean),
  );
}
