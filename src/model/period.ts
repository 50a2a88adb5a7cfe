/** Periods as people type them, and the periods they are compared with. */
import { nearest, Problem } from './problem.ts';
import { addDays, addMonths, daysBetween, type Grain, isDate, nextStart, startOf } from './time.ts';

/** Local dates, half-open: `from` is in, `to` is out. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The forms in which a period is typed, for messages. */
export const periodForms = '2025, 2025-Q1, 2025-03, 2025-W10, 2025-03-01..2025-03-14 or all';

/**
 * Reads `2025`, `2025-Q1`, `2025-03`, `2025-W10` (from Monday, numbered as ISO 8601 does), `2025-03-14`,
 * `2025-03-01..2025-03-14` (both days in) or `all`.
 *
 * @throws Problem `period_unknown` for other forms, `period_backwards` where the end comes before the start
 * @example parsePeriod('2025-Q1') // { from: '2025-01-01', to: '2025-04-01' }
 */
export function parsePeriod(text: string): Period | 'all' {
  if (text === 'all') return 'all';
  const range = /^(.+)\.\.(.+)$/.exec(text);
  if (range !== null) return span(text, range[1] ?? '', range[2] ?? '');
  const unit = calendarUnit(text);
  if (unit === null) throw unknown(text);
  return unit;
}

function calendarUnit(text: string): Period | null {
  const quarter = /^(\d{4})-?[Qq]([1-4])$/.exec(text);
  if (quarter !== null)
    return from(`${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`, 'quarter');
  const week = /^(\d{4})-?[Ww](\d{1,2})$/.exec(text);
  if (week !== null) return numberedWeek(week[1] ?? '', Number(week[2]));
  if (/^\d{4}$/.test(text)) return from(`${text}-01-01`, 'year');
  if (/^\d{4}-\d{2}$/.test(text)) return from(`${text}-01`, 'month');
  return from(text, 'day');
}

/** Week 1 is the one with 4 January, and a week belongs to the year of its Thursday. Source: ISO 8601. */
function numberedWeek(year: string, week: number): Period | null {
  const monday = addDays(startOf('week', `${year}-01-04`), 7 * (week - 1));
  return addDays(monday, 3).startsWith(year) ? from(monday, 'week') : null;
}

const from = (start: string, grain: Grain): Period | null =>
  isDate(start) ? { from: start, to: nextStart(grain, start) } : null;

function span(text: string, first: string, last: string): Period {
  const start = calendarUnit(first);
  const end = calendarUnit(last);
  if (start === null || end === null) throw unknown(text);
  if (end.to <= start.from) {
    throw new Problem('period_backwards', {
      found: `the period ${text} ends before it starts`,
      expected: 'the earlier day first',
      todo: `write ${last}..${first}`,
    });
  }
  return { from: start.from, to: end.to };
}

const unknown = (text: string): Problem =>
  new Problem('period_unknown', {
    found: `"${text}" as a period${nearest(text, ['all']) === null ? '' : ' (did you mean "all"?)'}`,
    expected: periodForms,
    todo: 'write it in one of these forms',
  });

/** The calendar unit that a period is exactly, or null. */
export function wholeUnit({ from, to }: Period): Exclude<Grain, 'week'> | null {
  const grains = ['day', 'month', 'quarter', 'year'] as const;
  return grains.find((grain) => startOf(grain, from) === from && nextStart(grain, from) === to) ?? null;
}

/** Whether a period is made of whole months. */
const wholeMonths = ({ from, to }: Period): boolean => from.endsWith('-01') && to.endsWith('-01');

function monthsBetween({ from, to }: Period): number {
  const [y1 = 0, m1 = 0] = from.split('-').map(Number);
  const [y2 = 0, m2 = 0] = to.split('-').map(Number);
  return (y2 - y1) * 12 + m2 - m1;
}

/** The period just before: the same number of whole months where it is made of months, else of days. */
export function previousPeriod(period: Period): Period {
  const { from, to } = period;
  if (wholeMonths(period)) return { from: addMonths(from, -monthsBetween(period)), to: from };
  return { from: addDays(from, -daysBetween(from, to)), to: from };
}

/** The same period a year before: the same months, else the same weekdays (364 days earlier). */
export function samePeriodLastYear(period: Period): Period {
  const shift = (date: string): string => (wholeMonths(period) ? addMonths(date, -12) : addDays(date, -364));
  return { from: shift(period.from), to: shift(period.to) };
}

/** The units of a grain that a period touches, each cut to the period. */
export function slices(period: Period, grain: Grain): Period[] {
  const found: Period[] = [];
  for (let start = startOf(grain, period.from); start < period.to; start = nextStart(grain, start)) {
    const end = nextStart(grain, start);
    found.push({ from: start < period.from ? period.from : start, to: end > period.to ? period.to : end });
  }
  return found;
}
