/** What lists of numbers are boiled down to first: their sum, their mean, their squares, their median. */

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Arithmetic mean; NaN for an empty list. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** Σ (value − centre)². */
export function squaresAround(centre: number, values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += (value - centre) ** 2;
  return total;
}

/** Middle value, or the mean of the middle two; NaN for an empty list. */
export function median(values: ArrayLike<number>): number {
  const sorted = new Float64Array(values).sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2;
}
