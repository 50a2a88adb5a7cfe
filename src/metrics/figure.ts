/** The answer to a question: a figure never travels without its unit, its n, its interval and its rules. */
import type { Comparison, Interval, Verdict } from '../chance/index.ts';
import type { ComparisonKind, Filter, Statistic } from './question.ts';

/** Shares are 0–1, times seconds, NPS points −100 to 100. */
export type Unit =
  | 'count'
  | 'share'
  | 'seconds'
  | 'points'
  | 'score'
  | 'per_customer'
  | 'per_case'
  | 'per_contact'
  | 'per_agent'
  | 'per_hour'
  | 'per_100_orders'
  /** An amount in a currency: `money EUR`. */
  | `money ${string}`;

export interface FigureComparison extends Omit<Comparison, 'difference' | 'interval'> {
  readonly base: {
    readonly kind: ComparisonKind;
    readonly from: string | null;
    readonly to: string | null;
    readonly value: number | null;
    readonly n: number;
    readonly interval: Interval | null;
    /** The period is not over: both sides are as many days of theirs. */
    readonly part?: true;
    /** The rows of another segment. */
    readonly where?: readonly Filter[];
    /** Who states a benchmark, and since when. */
    readonly source?: string;
    readonly date?: string;
  };
  /** A target that was agreed with somebody: missing it is a breach, whatever chance says. */
  readonly contract?: { readonly name: string; readonly breached: boolean };
  /** Days with service on both sides, where opening hours are known; `adjusted` where counts are compared by them. */
  readonly workingDays?: { readonly current: number; readonly base: number; readonly adjusted: boolean };
  /** null with `missing` where there is no base to compare with. */
  readonly difference: number | null;
  readonly interval: Interval | null;
  /** The verdict within the family of all comparisons of the same question or report. */
  readonly among: Verdict | null;
  readonly missing: string | null;
}

/** Rows whose value is above `from` and at most `to`; null is open. */
export interface Bin {
  readonly from: number | null;
  readonly to: number | null;
  readonly n: number;
}

export interface Figure {
  readonly metric: string;
  readonly stat: Statistic;
  /** Dimension → value; null is "unknown". Empty for the total. */
  readonly segment: Readonly<Record<string, string | null>>;
  /** Instants with the zone's offset, half-open; null for an undated period. */
  readonly from: string | null;
  readonly to: string | null;
  readonly value: number | null;
  readonly unit: Unit;
  readonly n: number;
  readonly interval: Interval | null;
  readonly rules: Readonly<Record<string, string>>;
  /** A reason code where value is null, e.g. `no_cases`, `no_customer_known`, `not_recorded`; else null. */
  readonly missing: string | null;
  /** Rows of the period that the definition counts out, by reason: `outbound`, `too_early`, `no_start` … */
  readonly countedOut: Readonly<Record<string, number>>;
  readonly comparisons: readonly FigureComparison[];
  /** How the values spread, where a distribution was asked for. */
  readonly bins?: readonly Bin[];
  /** Opens the rows behind the figure. */
  readonly rows: string;
}
