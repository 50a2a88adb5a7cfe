/** The cumulative hazard: how much risk has been lived through. */

import { riskTable, type TimeToEvent } from './kaplan-meier.ts';

/**
 * Σ d / n over the times with events. Source: Nelson (1972); Aalen (1978).
 *
 * @example nelsonAalen([{ time: 2, isEvent: true }, { time: 3, isEvent: true }]).at(-1)?.hazard // 1.5
 */
export function nelsonAalen(
  cases: readonly TimeToEvent[],
): { readonly value: number; readonly hazard: number }[] {
  let hazard = 0;
  return riskTable(cases).map(({ value, atRisk, events }) => {
    hazard += events / atRisk;
    return { value, hazard };
  });
}
