/** From a list of numbers to the counted distribution that the quantiles ask for. */

import type { CountedValue } from '../evidence.ts';

/**
 * One step per different value, from the smallest to the largest.
 *
 * @example countedValues([3, 1, 3]) // [{ value: 1, count: 1, below: 0 }, { value: 3, count: 2, below: 1 }]
 */
export function countedValues(values: readonly number[]): CountedValue[] {
  const sorted = [...values].sort((a, b) => a - b);
  const steps: CountedValue[] = [];
  let below = 0;
  sorted.forEach((value, i) => {
    if (sorted[i + 1] === value) return;
    steps.push({ value, count: i + 1 - below, below });
    below = i + 1;
  });
  return steps;
}
