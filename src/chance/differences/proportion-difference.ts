/** Two shares compared. */

import type { Interval } from '../evidence.ts';
import { criticalZ } from '../intervals/critical.ts';
import { wilsonInterval } from '../intervals/wilson-interval.ts';
import { normal } from '../numerics/normal.ts';
import { moverDifference } from './mover.ts';

/** `x` of `n`. */
export interface Share {
  readonly x: number;
  readonly n: number;
}

type Options = { readonly level?: number };

/**
 * Newcombe's hybrid score interval of p₁ − p₂: MOVER with Wilson limits. Source: Newcombe (1998), method 10.
 *
 * @example newcombeInterval({ x: 56, n: 70 }, { x: 48, n: 80 }) // 0.0524 … 0.3339
 */
export function newcombeInterval(a: Share, b: Share, { level = 0.95 }: Options = {}): Interval {
  const ranged = ({ x, n }: Share) => ({ value: x / n, interval: wilsonInterval(x, n, { level }) });
  return moverDifference(ranged(a), ranged(b), { method: 'newcombe' });
}

/** The schoolbook interval, d ± z √(p₁q₁/n₁ + p₂q₂/n₂): too short for few answers and near 0 and 1; cut at ± 1. */
export function waldDifferenceInterval(a: Share, b: Share, { level = 0.95 }: Options = {}): Interval {
  const variance = ({ x, n }: Share) => (x * (n - x)) / n ** 3;
  const difference = a.x / a.n - b.x / b.n;
  const reach = criticalZ(level) * Math.sqrt(variance(a) + variance(b));
  const [low, high] = [Math.max(-1, difference - reach), Math.min(1, difference + reach)];
  return { low, high, level, method: 'wald' };
}

/**
 * Could both have the same share? The two-sample z (its square is the 2 × 2 chi-square, no continuity correction), with
 * the pooled share in the standard error.
 *
 * @example twoShareTest({ x: 412, n: 450 }, { x: 371, n: 430 }) // z 2.498, p 0.0125
 */
export function twoShareTest(a: Share, b: Share): { readonly z: number; readonly p: number } {
  const pooled = (a.x + b.x) / (a.n + b.n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  const z = error === 0 ? 0 : (a.x / a.n - b.x / b.n) / error;
  return { z, p: 2 * normal.above(Math.abs(z)) };
}
