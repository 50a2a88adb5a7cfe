/** A question to the metrics: a plain value, the same for terminal, page, report and alert. */
import type { Grain, Period } from '../model/index.ts';

export type Statistic =
  | 'count'
  | 'share'
  | 'mean'
  | 'p25'
  | 'median'
  | 'p75'
  | 'p90'
  | 'p95'
  | 'geometric_mean'
  | 'sum'
  | 'max';

export interface Ask {
  readonly metric: string;
  /** Empty: the metric's own headline statistics. */
  readonly stats: readonly Statistic[];
}

/** `null` among the values asks for rows where the dimension is unknown. */
export interface Filter {
  readonly dimension: string;
  readonly values: readonly (string | null)[];
}

export type ComparisonBase = 'previous' | 'last_year' | 'target';

export interface Question {
  readonly asks: readonly Ask[];
  readonly period: Period | 'all';
  readonly zone: string;
  readonly grain?: Grain;
  /** One list of dimensions: the segments are their combinations. Empty: the total. */
  readonly by: readonly string[];
  readonly where: readonly Filter[];
  /** Rule token → value, as typed; what is not named takes its default. */
  readonly rules: Readonly<Record<string, string>>;
  readonly compare: readonly ComparisonBase[];
  /** Also answer with the other value of rules that are always printed side by side (`open_cases`), after each figure. */
  readonly beside?: boolean;
}
