/** Times to an event where some are still waiting. */

import type { SurvivalStep } from '../evidence.ts';

/** A time and whether the event came then; if not, the case was still waiting when last seen. */
export interface TimeToEvent {
  readonly time: number;
  readonly isEvent: boolean;
}

/**
 * Which share is still waiting after each time? At each time with events the share is multiplied by 1 − d / n, n those
 * still at risk; cases last seen at that very time count as at risk. One step per time with events.
 * Source: Kaplan & Meier (1958); Greenwood (1926) for the variance.
 *
 * @example kaplanMeier([{ time: 2, isEvent: true }, { time: 3, isEvent: false }])[0]?.survival // 0.5
 */
export function kaplanMeier(cases: readonly TimeToEvent[]): SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (const { value, atRisk, events } of riskTable(cases)) {
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    steps.push({ value, atRisk, events, survival, greenwood });
  }
  return steps;
}

export type RiskRow = Pick<SurvivalStep, 'value' | 'atRisk' | 'events'>;

/** Each time with events, how many had it then and how many could have. */
export function riskTable(cases: readonly TimeToEvent[]): RiskRow[] {
  const sorted = [...cases].sort((a, b) => a.time - b.time);
  const rows: RiskRow[] = [];
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const value = sorted[from]?.time ?? 0;
    let events = 0;
    while (to < sorted.length && sorted[to]?.time === value) if (sorted[to++]?.isEvent) events++;
    if (events > 0) rows.push({ value, atRisk: sorted.length - from, events });
  }
  return rows;
}

/**
 * The share still waiting after `time`.
 *
 * @example survivalAt(kaplanMeier(waits), 120) // 0.726
 */
export function survivalAt(steps: readonly SurvivalStep[], time: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.value ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1]?.survival ?? 1;
}
