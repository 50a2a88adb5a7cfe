/** What a scenario is: draw, estimate, and say what the truth was. */
import { compare, type Evidence, estimate, type Interval } from '../../src/chance/index.ts';
import type { Draws } from './draws.ts';

export interface Trial {
  readonly truth: number;
  readonly interval: Interval;
}

export interface Scenario {
  readonly kind: string;
  readonly case: string;
  /** Exact methods promise at least their level; the others are meant to be near it. */
  readonly promise: 'near' | 'at least';
  readonly isExtreme?: true;
  /** Costly ones are tried less often: one trial in so many. */
  readonly every?: number;
  readonly trial: (draws: Draws) => Trial;
}

/** An estimate of one evidence whose truth is known. */
export const one = (evidence: Evidence, truth: number): Trial => {
  const { interval } = estimate(evidence);
  return { truth, interval: interval ?? NO_BOUND };
};

/** A comparison of two evidences whose true difference is known. */
export const two = (current: Evidence, base: Evidence, truth: number): Trial => {
  const comparison = compare(current, base, { smallest: { by: 0, relative: false } });
  return { truth, interval: comparison?.interval ?? NO_BOUND };
};

export const NO_BOUND: Interval = { low: null, high: null, level: 0.95, method: 'none' };
