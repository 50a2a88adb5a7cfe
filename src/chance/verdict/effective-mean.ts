/** The rows that a mean's interval may count on where rows share their luck. */

import type { Evidence } from '../evidence.ts';

type Mean = Extract<Evidence, { kind: 'mean' }>;

/**
 * The same mean and spread as if only n ÷ design effect rows had been seen, but never fewer than two of them.
 * Source: Kish, Survey Sampling (1965), 8.2.
 *
 * @example effectiveMean({ kind: 'mean', n: 100, sum: 500, sumOfSquares: 2600, designEffect: 4 }).n // 25
 */
export function effectiveMean(mean: Mean): Mean {
  const by = Math.max(1, Math.min(mean.designEffect ?? 1, mean.n / 2));
  if (by === 1) return mean;
  const fewer = <S extends { readonly n: number; readonly sum: number; readonly sumOfSquares: number }>(
    sums: S,
  ) => ({
    n: sums.n / by,
    sum: sums.sum / by,
    sumOfSquares: sums.sumOfSquares / by,
  });
  return { kind: 'mean', ...fewer(mean), ...(mean.logs === undefined ? {} : { logs: fewer(mean.logs) }) };
}
