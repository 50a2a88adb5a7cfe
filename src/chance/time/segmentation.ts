/** Exact penalised segmentation: the best way to cut a series into stretches of one level each. */

/** Cost of describing values from `start` up to but not including `end` by one level. */
export type SegmentCost = (start: number, end: number) => number;

export interface Segmentation {
  /** Lengths of the prefixes before each change: [31] means that value 32 (1-based) is the first of the new level. */
  readonly changes: readonly number[];
  /** Σ costs + penalty × number of changes. */
  readonly objective: number;
}

/** Sum of squared distances from the segment's mean, from running sums of the centred values. */
export function squaredCost(values: readonly number[]): SegmentCost {
  const origin = values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : 0;
  const centred = values.map((value) => value - origin);
  const sums = running(centred);
  const squares = running(centred.map((value) => value * value));
  return (start, end) => {
    const sum = at(sums, end) - at(sums, start);
    return at(squares, end) - at(squares, start) - (sum * sum) / (end - start);
  };
}

/** Minus twice the Poisson log-likelihood of counts at their mean, less what no segmentation changes: −2 S (ln(S ÷ n) − 1). */
export function poissonCost(counts: readonly number[]): SegmentCost {
  const sums = running(counts);
  return (start, end) => {
    const sum = at(sums, end) - at(sums, start);
    return sum === 0 ? 0 : -2 * sum * (Math.log(sum / (end - start)) - 1);
  };
}

/** So many more starts are worth a look at which of them can still win. */
const MANY = 16;

/**
 * Where did the level change, if every change costs `penalty`?
 *
 * Minimises Σ cost + penalty × changes over all segmentations whose stretches have at least `minSegment` values,
 * by dynamic programming with PELT's pruning: exact, and about linear in time once there are changes.
 * Source: Killick, Fearnhead & Eckley, JASA 107 (2012). Example: [0, 0, 0, 9, 9, 9], penalty 1 → changes [3].
 */
export function segmentSeries(
  n: number,
  cost: SegmentCost,
  { penalty, minSegment = 1 }: { readonly penalty: number; readonly minSegment?: number },
): Segmentation {
  if (n === 0) return { changes: [], objective: 0 };
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(n + 1);
  best[0] = -penalty;
  let starts: number[] = [0];
  let crowded = MANY;
  for (let end = Math.min(minSegment, n); end <= n; end++) {
    const newest = end - minSegment;
    if (newest > 0 && at(best, newest) < Number.POSITIVE_INFINITY) {
      if (starts.length >= crowded) {
        // A start that is no better at `newest` even without paying for a change there can never win again.
        starts = starts.filter((start) => at(best, start) + cost(start, newest) <= at(best, newest) + 1e-9);
        crowded = starts.length + MANY;
      }
      starts.push(newest);
    }
    let [least, from] = [Number.POSITIVE_INFINITY, 0];
    for (const start of starts) {
      const total = at(best, start) + cost(start, end);
      if (total < least) [least, from] = [total, start];
    }
    best[end] = least + penalty;
    previous[end] = from;
  }
  return { changes: trace(previous, n), objective: at(best, n) };
}

function trace(previous: Int32Array, n: number): number[] {
  const changes: number[] = [];
  for (let end = at(previous, n); end > 0; end = at(previous, end)) changes.unshift(end);
  return changes;
}

function running(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = at(sums, i) + (values[i] ?? 0);
  return sums;
}

function at(values: Float64Array | Int32Array, i: number): number {
  return values[i] ?? Number.NaN;
}
