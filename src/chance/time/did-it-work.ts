/** Did a recorded change work? Before and after one series, or against a comparison group. */
import { type Effect, memoryRegression } from '../watch/memory-regression.ts';
import { leastSquares } from './least-squares.ts';

export type { Effect };

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
}

/**
 * What did a change at place `at` (the first point after it) do to this series, its old trend allowed for?
 *
 * y = a + trend · t + jump · [t ≥ at] + turn · (t − at)⁺, least squares with the errors of points that remember
 * (`memoryRegression`): robust ones are far too small on short series. Needs 4 points on each side. Without a comparison
 * group, whatever else happened then is in the answer.
 * Source: Wagner et al., Journal of Clinical Pharmacy and Therapeutics 27 (2002); docs/chance/did-it-work.md.
 * Example: 10 points at 5, then 10 at 8 → jump 3, trend 0, turn 0.
 */
export function interruptedSeries(
  values: readonly number[],
  at: number,
  { level = 0.95 }: Options = {},
): InterruptedSeries {
  if (at < 4 || values.length - at < 4)
    throw new RangeError('Four points are needed before the change and four after.');
  const design = values.map((_, t) => [1, t, t >= at ? 1 : 0, Math.max(0, t - at)]);
  const { coefficients, residuals } = leastSquares(design, values);
  const effect = (column: number) =>
    memoryRegression(design, values, column, { level, method: 'interrupted_series' });
  const [start = 0, trend = 0] = coefficients;
  return {
    jump: effect(2),
    turn: effect(3),
    trend: effect(1),
    fitted: values.map((value, t) => value - (residuals[t] ?? 0)),
    expected: values.map((_, t) => start + trend * t),
  };
}

/**
 * Did the changed group move more than the comparison group did? (after − before) there − (after − before) here, for
 * two series over the same points; errors of their difference, so that what moves both cancels.
 *
 * Holds where both would have moved alike without the change. Needs 2 points on each side.
 * Source: Bertrand, Duflo & Mullainathan, Quarterly Journal of Economics 119 (2004); docs/chance/did-it-work.md.
 * Example: changed [1, 1, 5, 5], comparison [1, 1, 2, 2], at 2 → 3.
 */
export function differenceInDifferences(
  changed: readonly number[],
  comparison: readonly number[],
  at: number,
  { level = 0.95 }: Options = {},
): Effect {
  const n = Math.min(changed.length, comparison.length);
  if (at < 2 || n - at < 2) throw new RangeError('Two points are needed before the change and two after.');
  const gaps = changed.slice(0, n).map((value, t) => value - (comparison[t] ?? Number.NaN));
  const design = gaps.map((_, t) => [1, t >= at ? 1 : 0]);
  return memoryRegression(design, gaps, 1, { level, method: 'difference_in_differences' });
}
