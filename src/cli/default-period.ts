/** The period people mean when they name none. */
import { localDate, nextStart, type Period, startOf } from '../model/index.ts';
import type { WarehouseState } from '../warehouse/index.ts';

/**
 * The last month that the data fills to its end; everything where the data is undated or shorter than that.
 *
 * @example data through 31 January, 23:59 → January; through 14 May → April
 */
export function defaultPeriod({ dataFrom, dataThrough }: WarehouseState, zone: string): Period | 'all' {
  if (dataFrom === null || dataThrough === null) return 'all';
  const first = localDate(dataFrom, zone);
  const last = localDate(dataThrough, zone);
  const thisMonth = startOf('month', last);
  const end =
    nextStart('day', last) === nextStart('month', thisMonth) ? nextStart('month', thisMonth) : thisMonth;
  const from = startOf('month', nextDayBefore(end));
  return end <= first ? 'all' : { from, to: end };
}

const nextDayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
