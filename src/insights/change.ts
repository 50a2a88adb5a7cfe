/** A real change at the place where it happened: what `changed-places` finds and the kinds put into words. */
import type { Figure, FigureComparison } from '../metrics/figure.ts';
import { catalogue } from '../metrics/index.ts';
import type { Place } from './insight.ts';

/** A figure whose comparison with the period before is a signal among all that were looked at. */
export interface Changed {
  readonly figure: Figure;
  readonly comparison: FigureComparison;
}

export interface Change extends Changed {
  /** Empty where it is spread over the whole. */
  readonly place: Place;
  /** `rate`: the place itself changed; `mix`: there is more or less of it than before; `count`: its own difference. */
  readonly effect: 'rate' | 'mix' | 'count';
  /** What it explains: the whole that changed, and the share of that change which comes from here. */
  readonly of: (Changed & { readonly part: number }) | null;
  /** Other metrics that changed at the same place. */
  readonly also: readonly Changed[];
}

export const previousOf = ({ comparisons }: Pick<Figure, 'comparisons'>): FigureComparison | null =>
  comparisons.find(({ base }) => base.kind === 'previous') ?? null;

/** Of figures those that changed by more than chance, with the comparison that says so. */
export function changedOf(figures: readonly Figure[]): readonly Changed[] {
  return figures.flatMap((figure) => {
    const comparison = previousOf(figure);
    return comparison?.among === 'signal' && (comparison.difference ?? 0) !== 0
      ? [{ figure, comparison }]
      : [];
  });
}

export const differenceOf = ({ comparison }: Changed): number => comparison.difference ?? 0;

/** Whether a difference is good for customers; null where neither. */
export function isGood(metric: string, difference: number): boolean | null {
  const better = catalogue.find(({ name }) => name === metric)?.better ?? 'neither';
  return better === 'neither' ? null : difference > 0 === (better === 'up');
}

/** How many half-widths of its interval the difference lies from zero: comparable between metrics, never infinite. */
export function strength({ comparison }: Changed): number {
  const { low = null, high = null } = comparison.interval ?? {};
  const width = low === null || high === null ? 0 : (high - low) / 2;
  return width === 0 ? 0 : Math.abs(comparison.difference ?? 0) / width;
}

/** How much it weighs in all: a count by itself, all else times the rows it concerns. */
export const weightOf = ({ figure, comparison }: Changed): number =>
  Math.abs(comparison.difference ?? 0) * (figure.unit === 'count' ? 1 : figure.n);

/** No row can be in both. */
export const isDisjoint = (a: Place, b: Place): boolean =>
  Object.entries(a).some(([dimension, value]) => dimension in b && b[dimension] !== value);

/** Work at a place that had none before. */
export const isNew = ({ figure, comparison }: Changed): boolean =>
  figure.unit === 'count' && comparison.base.value === 0;
