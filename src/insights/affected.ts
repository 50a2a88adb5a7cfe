/** How big a change is, in the unit that people care about, and all such units on one scale. */
import type { Figure } from '../metrics/figure.ts';
import { type Changed, differenceOf } from './change.ts';
import type { Insight } from './insight.ts';

type Size = Insight['size'];

/** Times that the team spends, rather than the customer. */
const worked: readonly string[] = [
  'handle_time',
  'talk_time',
  'hold_time',
  'hold_time_per_contact',
  'effort_time',
];

/**
 * Of a share the customers who were served differently, of a time what it adds up to, of a count the difference itself.
 *
 * @example affected(changeOfCsat from 90 % to 80 % of 500 answers) // { value: 50, unit: 'customers' }
 */
export const affected = (changed: Changed): Size => affectedBy(changed.figure, differenceOf(changed));

/** The same for any difference that so many rows see. */
export function affectedBy(
  { metric, unit, n }: Pick<Figure, 'metric' | 'unit' | 'n'>,
  difference: number,
): Size {
  const size = Math.abs(difference);
  if (unit === 'share') return { value: size * n, unit: 'customers' };
  if (unit === 'points') return { value: (size / 100) * n, unit: 'customers' };
  if (unit === 'seconds') return { value: size * n, unit: worked.includes(metric) ? 'work' : 'seconds' };
  if (unit !== 'count') return { value: n, unit: 'cases' };
  return { value: size, unit: metric.startsWith('contacts_') ? 'contacts' : 'cases' };
}

/** An hour of waiting or of work weighs as one customer; records of a data problem weigh little beside people. */
const weight = {
  customers: 1,
  cases: 0.5,
  contacts: 0.5,
  seconds: 1 / 3600,
  work: 1 / 3600,
  records: 0.01,
} as const satisfies Readonly<Record<Size['unit'], number>>;

/** Nobody counts more than once, however long the wait: `n` is how many waited. */
export const inCustomers = ({ value, unit }: Size, n = Number.POSITIVE_INFINITY): number =>
  Math.min(value * weight[unit], unit === 'seconds' || unit === 'work' ? n : Number.POSITIVE_INFINITY);
