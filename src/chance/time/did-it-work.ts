/** Did a recorded change work? Before and after one series, or against a comparison group. */
import { studentT } from '../numerics/student-t.ts';
import { mean } from './average.ts';
import { leastSquares, neweyWest } from './least-squares.ts';

export interface Effect {
  readonly estimate: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly level: number;
  readonly n: number;
  readonly method: string;
}

export interface InterruptedSeries {
  /** The jump at the change, after the trend that was there before. */
  readonly jump: Effect;
  /** How much the trend per point turned. */
  readonly turn: Effect;
  /** The trend per point before. */
  readonly trend: Effect;
  /** Fitted line, and what would have come had the old trend gone on. */
  readonly fitted: readonly number[];
  readonly expected: readonly number[];
}

interface Options {
  readonly level?: number;
  /** Predecessors that a residual may resemble; by default ⌊4 (n ÷ 100)^(2/9)⌋. */
  readonly lags?: number;
}

/**
 * What did a change at place `at` (the first point after it) do to this series, its old trend allowed for?
 *
 * y = a + trend · t + jump · [t ≥ at] + turn · (t − at)⁺, least squares with Newey–West errors, Student's t on
 * n − 4 degrees. Needs 4 points on each side. Without a comparison group, whatever else happened then is in the answer.
 * Source: Wagner et al., Journal of Clinical Pharmacy and Therapeutics 27 (2002).
 * Example: 10 points at 5, then 10 at 8 → jump 3, trend 0, turn 0.
 */
export function interruptedSeries(
  values: readonly number[],
  at: number,
  { level = 0.95, lags }: Options = {},
): InterruptedSeries {
  if (at < 4 || values.length - at < 4)
    throw new RangeError('Four points are needed before the change and four after.');
  const design = values.map((_, t) => [1, t, t >= at ? 1 : 0, Math.max(0, t - at)]);
  const fit = leastSquares(design, values);
  const covariance = neweyWest(design, fit, lags === undefined ? {} : { lags });
  const effect = (i: number) =>
    effectOf(
      fit.coefficients[i] ?? 0,
      Math.sqrt(covariance[i * 5] ?? 0),
      values.length,
      values.length - 4,
      level,
      'segmented regression, Newey–West',
    );
  const [start = 0, trend = 0] = fit.coefficients;
  return {
    jump: effect(2),
    turn: effect(3),
    trend: effect(1),
    fitted: values.map((value, t) => value - (fit.residuals[t] ?? 0)),
    expected: values.map((_, t) => start + trend * t),
  };
}

/**
 * Did the changed group move more than the comparison group did? (after − before) there − (after − before) here, for
 * two series over the same points; errors by Newey–West on their difference, so that what moves both cancels.
 *
 * Holds where both would have moved alike without the change. Needs 2 points on each side.
 * Source: Bertrand, Duflo & Mullainathan, Quarterly Journal of Economics 119 (2004).
 * Example: changed [1, 1, 5, 5], comparison [1, 1, 2, 2], at 2 → 3.
 */
export function differenceInDifferences(
  changed: readonly number[],
  comparison: readonly number[],
  at: number,
  { level = 0.95, lags }: Options = {},
): Effect {
  const n = Math.min(changed.length, comparison.length);
  if (at < 2 || n - at < 2) throw new RangeError('Two points are needed before the change and two after.');
  const gaps = changed.slice(0, n).map((value, t) => value - (comparison[t] ?? Number.NaN));
  const design = gaps.map((_, t) => [1, t >= at ? 1 : 0]);
  const fit = leastSquares(design, gaps);
  const covariance = neweyWest(design, fit, lags === undefined ? {} : { lags });
  const estimate = mean(gaps.slice(at)) - mean(gaps.slice(0, at));
  return effectOf(
    estimate,
    Math.sqrt(covariance[3] ?? 0),
    n,
    n - 2,
    level,
    'difference in differences, Newey–West',
  );
}

function effectOf(
  estimate: number,
  error: number,
  n: number,
  degrees: number,
  level: number,
  method: string,
): Effect {
  const t = studentT(degrees);
  const reach = t.upperQuantile((1 - level) / 2) * error;
  const p = error > 0 ? 2 * t.above(Math.abs(estimate) / error) : estimate === 0 ? 1 : 0;
  return { estimate, error, low: estimate - reach, high: estimate + reach, p, level, n, method };
}
