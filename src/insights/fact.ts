/** What fills a message: plain names and numbers, or values that say in which form a reader is to see them. */
import type { Figure, Statistic, Unit } from '../metrics/index.ts';
import type { Message, Place } from './insight.ts';

export type Fact = string | number | null | ShapedFact;

/** A value and its form; `reports/` turns it into text of one language. */
export type ShapedFact =
  | { readonly as: 'count' | 'share' | 'seconds' | 'hours' | 'oneIn'; readonly value: number }
  | { readonly as: 'measured' | 'apart'; readonly value: number; readonly unit: Unit }
  | { readonly as: 'metric'; readonly metric: string; readonly stat: Statistic }
  | { readonly as: 'place'; readonly place: Place }
  | { readonly as: 'value'; readonly dimension: string; readonly value: string | null }
  | { readonly as: 'dimension'; readonly dimension: string }
  | { readonly as: 'day'; readonly day: string }
  | { readonly as: 'money'; readonly value: number; readonly currency: string }
  | { readonly as: 'told'; readonly message: Message }
  | { readonly as: 'list' | 'path'; readonly items: readonly Fact[] };

export const count = (value: number): Fact => ({ as: 'count', value });
export const share = (value: number): Fact => ({ as: 'share', value });
export const seconds = (value: number): Fact => ({ as: 'seconds', value });
/** People's time, in seconds. */
export const hours = (value: number): Fact => ({ as: 'hours', value });
/** A p-value as people say it. */
export const oneIn = (value: number): Fact => ({ as: 'oneIn', value });
export const day = (date: string): Fact => ({ as: 'day', day: date.slice(0, 10) });
/** A sentence or a part of one inside another. */
export const told = (message: Message): Fact => ({ as: 'told', message });
/** One after the other. */
export const path = (items: readonly Fact[]): Fact => ({ as: 'path', items });
export const list = (items: readonly Fact[]): Fact => ({ as: 'list', items });
export const placed = (place: Place): Fact => ({ as: 'place', place });
export const named = (dimension: string, value: string | null): Fact => ({ as: 'value', dimension, value });

type Measured = Pick<Figure, 'metric' | 'stat' | 'unit'>;

export const metricOf = ({ metric, stat }: Measured): Fact => ({ as: 'metric', metric, stat });

/** A number in the unit of a figure; a dash where there is none. */
export const measured = ({ unit }: Pick<Figure, 'unit'>, value: number | null): Fact =>
  value === null ? '–' : { as: 'measured', value, unit };

/** How far two numbers of that unit lie apart, without sign. */
export const apart = ({ unit }: Pick<Figure, 'unit'>, difference: number): Fact => ({
  as: 'apart',
  value: Math.abs(difference),
  unit,
});
