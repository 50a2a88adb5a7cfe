/** The words of this room: what an engine hands in (evidence) and what comes back (estimates, comparisons, verdicts). */

/** A range for an unknown number. `null` at an end means that the data set no bound there ("at least …"). */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
  /** Share of such intervals that cover the truth, e.g. 0.95. */
  readonly level: number;
  /** The method's name as it is printed in "how this was made", e.g. `wilson`. */
  readonly method: string;
}

/** One step of a counted distribution: `count` rows have exactly `value`, `below` rows have less. */
export interface CountedValue {
  readonly value: number;
  readonly count: number;
  readonly below: number;
}

/** One step of a product-limit curve, just after the events at `value`. */
export interface SurvivalStep {
  readonly value: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  /** Greenwood's sum Σ d / (n (n − d)) up to and with this step. */
  readonly greenwood: number;
}

/** Everything an interval needs and no more: one shape per nature of number. Values are in the metric's own unit. */
export type Evidence =
  /** A count over an exposure (days, contacts …). `dispersion` ≥ 1 is variance ÷ mean of the counts per slot. */
  | {
      readonly kind: 'count';
      readonly count: number;
      readonly exposure: number;
      readonly dispersion?: number;
    }
  /** `designEffect` ≥ 1 inflates the variance where answers come in clusters (one customer, many cases). */
  | {
      readonly kind: 'proportion';
      readonly successes: number;
      readonly n: number;
      readonly designEffect?: number;
    }
  | {
      readonly kind: 'nps';
      readonly promoters: number;
      readonly passives: number;
      readonly detractors: number;
    }
  /**
   * `logs` are the same sums over ln x of the positive values; given, they allow Cox's interval for skewed times.
   * `designEffect` ≥ 1 inflates the variance where rows share their luck (one queue, many waits).
   */
  | {
      readonly kind: 'mean';
      readonly n: number;
      readonly sum: number;
      readonly sumOfSquares: number;
      readonly logs?: { readonly n: number; readonly sum: number; readonly sumOfSquares: number };
      readonly designEffect?: number;
    }
  | {
      readonly kind: 'geometric_mean';
      readonly n: number;
      readonly sumOfLogs: number;
      readonly sumOfSquaredLogs: number;
    }
  /** The steps around the wanted quantile: at least those whose ranks lie within ± 6 √(n q (1 − q)) + 2 of n·q. */
  | {
      readonly kind: 'quantile';
      readonly q: number;
      readonly n: number;
      readonly steps: readonly CountedValue[];
    }
  /** The steps around the crossing of 1 − q (the same width), or the whole curve. `n` counts everyone, `events` those who finished. */
  | {
      readonly kind: 'survival';
      readonly q: number;
      readonly n: number;
      readonly events: number;
      readonly steps: readonly SurvivalStep[];
    }
  /** Σy ÷ Σx over `n` independent clusters (messages ÷ customers, one cluster a customer). */
  | {
      readonly kind: 'ratio';
      readonly n: number;
      readonly sumY: number;
      readonly sumX: number;
      readonly sumYY: number;
      readonly sumXY: number;
      readonly sumXX: number;
    };

export interface Estimate {
  /** null where nothing can be said (no rows, a quantile that was never reached). */
  readonly value: number | null;
  readonly n: number;
  readonly interval: Interval | null;
}

export type Verdict = 'signal' | 'no_change_bigger_than' | 'cannot_tell_yet';

/** The smallest change that would matter, in the metric's unit or as a share of the base value. */
export interface SmallestChange {
  readonly by: number;
  readonly relative: boolean;
}

export interface Comparison {
  /** current − base, in the metric's unit. */
  readonly difference: number;
  readonly interval: Interval;
  readonly verdict: Verdict;
  /** Two-sided; it agrees with the interval: below 1 − level exactly where the interval excludes zero. */
  readonly p: number;
  /** The smallest change that would matter, in the metric's unit. */
  readonly smallest: number;
  readonly n: number;
  readonly method: string;
  /** How often this comparison was or will be looked at (1 unless told). */
  readonly looks: number;
  /** With `cannot_tell_yet`: about how many more cases on each side would settle it; else null. */
  readonly moreNeeded: number | null;
}
