/** The rest of the work as one comparison series that a change in its mix cannot move. */

export interface OtherSegment {
  readonly segment: string;
  /** On the scale of the comparison, a value for each week. */
  readonly values: readonly number[];
}

/**
 * The weighted mean of the segments' own series, steadier ones weighing more: 1 ÷ the mean square of their steps from week
 * to week. The weights stay the same over time, so that more of one segment is no change; a pooled median of quick calls
 * and slow letters would jump whenever one of the two grows. Segments that never move at all weigh nothing.
 *
 * @example steadyOthers([{ segment: 'phone', values: [1, 1.1, 1] }, { segment: 'chat', values: [5, 1, 5] }]) // near the first
 */
export function steadyOthers(others: readonly OtherSegment[]): readonly number[] | null {
  const weighted = others.map(({ values }) => ({ values, weight: steadiness(values) }));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const [first] = weighted;
  if (first === undefined || total === 0) return null;
  return first.values.map(
    (_, t) => weighted.reduce((sum, { values, weight }) => sum + weight * (values[t] ?? 0), 0) / total,
  );
}

function steadiness(values: readonly number[]): number {
  const steps = values.slice(1).map((value, i) => (value - (values[i] ?? value)) ** 2);
  const square = steps.reduce((sum, step) => sum + step, 0) / Math.max(1, steps.length);
  return square > 0 ? 1 / square : 0;
}
