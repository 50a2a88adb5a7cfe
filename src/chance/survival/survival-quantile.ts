/** Quantiles of a time to event, with those still waiting counted as waiting. */

import type { Interval, SurvivalStep } from '../evidence.ts';
import { criticalZ } from '../intervals/critical.ts';

/** Rounding must not decide whether a curve stands exactly at its goal. */
const CLOSE = 1e-9;

/**
 * When had the share q of all finished? The first time at which the product-limit curve falls below 1 − q; the middle
 * of the step where it stands exactly there, as for the median of an even number. The last step ends where the last
 * open case was seen, if that is told. null where the curve never comes so far.
 *
 * @example survivalQuantile(steps, 0.5) // 25
 */
export function survivalQuantile(
  steps: readonly SurvivalStep[],
  q: number,
  { lastSeen }: { readonly lastSeen?: number } = {},
): number | null {
  return crossing(steps, 1 - q, (step) => step.survival, lastSeen);
}

export type SurvivalScale = 'log_log' | 'log';

/**
 * Brookmeyer and Crowley's interval: the times at which the lower and the upper limit of the curve cross 1 − q.
 * Limits by ln(−ln S) ± z σ / |ln S| (`log_log`) or by ln S ± z σ (`log`), σ² Greenwood's sum. An end that the limit
 * never reaches is null: "at least …".
 * Source: Brookmeyer & Crowley (1982); Kalbfleisch & Prentice (2002), 1.4.
 *
 * @example survivalQuantileInterval(steps, 0.5) // 8 … 40
 */
export function survivalQuantileInterval(
  steps: readonly SurvivalStep[],
  q: number,
  { level = 0.95, scale = 'log_log' }: { readonly level?: number; readonly scale?: SurvivalScale } = {},
): Interval {
  const z = criticalZ(level);
  const goal = onScale({ survival: 1 - q, greenwood: 0 }, 0, scale);
  return {
    low: crossing(steps, goal, (step) => onScale(step, -z, scale)),
    high: crossing(steps, goal, (step) => onScale(step, z, scale)),
    level,
    method: `kaplan_meier_${scale}`,
  };
}

/** The curve's limit z standard errors up (z > 0) or down at one step; NaN after the last of all has finished. */
export function survivalLimit(step: Point, z: number, scale: SurvivalScale): number {
  if (step.survival >= 1) return 1;
  const height = onScale(step, z, scale);
  return scale === 'log' ? Math.min(1, Math.exp(height)) : Math.exp(-Math.exp(-height));
}

type Point = Pick<SurvivalStep, 'survival' | 'greenwood'>;

/** ln S + z σ, or −ln(−ln S) + z σ / |ln S|: both rise with S. */
function onScale({ survival, greenwood }: Point, z: number, scale: SurvivalScale): number {
  if (survival >= 1 || survival <= 0) return survival >= 1 ? Infinity : NaN;
  const log = Math.log(survival);
  const error = z * Math.sqrt(greenwood);
  return scale === 'log' ? log + error : -Math.log(-log) - error / log;
}

/**
 * The time at which a curve or limit first comes down to its goal; halfway to the next where it stands exactly on it. One
 * step after the other, for limits can rise again: among the first events, and among the last few at risk.
 */
function crossing(
  steps: readonly SurvivalStep[],
  goal: number,
  heightOf: (step: SurvivalStep) => number,
  lastSeen?: number,
): number | null {
  const place = steps.findIndex((each) => heightOf(each) <= goal + CLOSE);
  const step = steps[place];
  if (step === undefined) return null;
  const end = steps[place + 1]?.value ?? lastSeen ?? step.value;
  return Math.abs(heightOf(step) - goal) <= CLOSE ? (step.value + end) / 2 : step.value;
}
