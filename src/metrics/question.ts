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
  | 'max'
  /** The median, with the counts of rows in bins beside it. */
  | 'distribution';

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

/**
 * What a figure is held against: the period of equal length before it, the same period last year by weekdays, what was
 * promised, a number from elsewhere, the same question about another segment, or about a period that stays the same.
 */
export type ComparisonBase =
  | 'previous'
  | 'last_year'
  | 'target'
  | 'benchmark'
  | { readonly kind: 'segment'; readonly where: readonly Filter[] }
  | { readonly kind: 'baseline'; readonly period: Period };

export type ComparisonKind = Extract<ComparisonBase, string> | 'segment' | 'baseline';

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
  /** Counts are compared per working day, where opening hours are known; else per day with any record. */
  readonly perWorkingDay?: boolean;
  /** Also answer with the other value of rules that are always printed side by side (`open_cases`), after each figure. */
  readonly beside?: boolean;
}
