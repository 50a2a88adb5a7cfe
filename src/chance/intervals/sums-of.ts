/** From a list of numbers to the sums that the intervals ask for. */

import type { Sums } from './mean-interval.ts';

/**
 * n, Σx and Σx².
 *
 * @example sumsOf([1, 2, 3]) // { n: 3, sum: 6, sumOfSquares: 14 }
 */
export function sumsOf(values: readonly number[]): Sums {
  let sum = 0;
  let sumOfSquares = 0;
  for (const value of values) {
    sum += value;
    sumOfSquares += value * value;
  }
  return { n: values.length, sum, sumOfSquares };
}
