/** Two shares compared as a ratio. */

import type { Interval } from '../evidence.ts';
import { criticalZ } from '../intervals/critical.ts';
import type { Ranged } from './mover.ts';
import type { Share } from './proportion-difference.ts';

type Options = { readonly level?: number };

/**
 * How many times as often? p₁ ÷ p₂ with Katz's interval on the logarithm: variance 1/x₁ − 1/n₁ + 1/x₂ − 1/n₂.
 * Without successes on a side no interval can be given (both ends null).
 *
 * @example riskRatio({ x: 30, n: 400 }, { x: 18, n: 410 }).value // 1.708
 */
export function riskRatio(a: Share, b: Share, { level = 0.95 }: Options = {}): Ranged {
  const variance = 1 / a.x - 1 / a.n + 1 / b.x - 1 / b.n;
  return onLogarithm(a.x / a.n / (b.x / b.n), variance, level, 'katz');
}

/**
 * The ratio of the odds x ÷ (n − x), with Woolf's interval on the logarithm: variance Σ 1/cell.
 *
 * @example oddsRatio({ x: 30, n: 400 }, { x: 18, n: 410 }).value // 1.766
 */
export function oddsRatio(a: Share, b: Share, { level = 0.95 }: Options = {}): Ranged {
  const variance = 1 / a.x + 1 / (a.n - a.x) + 1 / b.x + 1 / (b.n - b.x);
  return onLogarithm((a.x * (b.n - b.x)) / ((a.n - a.x) * b.x), variance, level, 'woolf');
}

function onLogarithm(value: number, variance: number, level: number, method: string): Ranged {
  const reach = Math.exp(criticalZ(level) * Math.sqrt(variance));
  const interval: Interval = Number.isFinite(reach)
    ? { low: value / reach, high: value * reach, level, method }
    : { low: null, high: null, level, method };
  return { value, interval };
}
