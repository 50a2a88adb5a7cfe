/** The mean time within a horizon, open cases included. */

import type { SurvivalStep } from '../evidence.ts';

/**
 * How long does a case take on average, if at `horizon` the watch is stopped? The area under the product-limit curve up
 * to there; its variance is Σ (area still to come)² d / (n (n − d)). Source: Irwin (1949); Karrison (1987).
 *
 * @example restrictedMean(kaplanMeier(tickets), 48) // { mean: 25.49, error: 4.03 }
 */
export function restrictedMean(
  steps: readonly SurvivalStep[],
  horizon: number,
): { readonly mean: number; readonly error: number } {
  let area = 0;
  let variance = 0;
  let until = horizon;
  for (const { value, atRisk, events, survival } of steps.filter((step) => step.value <= horizon).reverse()) {
    area += survival * (until - value);
    if (events < atRisk) variance += (area * area * events) / (atRisk * (atRisk - events));
    until = value;
  }
  return { mean: area + until, error: Math.sqrt(variance) };
}
