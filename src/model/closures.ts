/** On which days nobody works: weekdays that are never open, and single dates. */
import { type Calendar, hoursOn } from './calendar.ts';
import { addDays } from './time.ts';

export interface Closures {
  /** 1 (Monday) – 7 (Sunday). */
  readonly weekdays: readonly number[];
  /** Other dates without service. */
  readonly dates: readonly string[];
}

/**
 * A day is closed where no calendar opens on it. Weekdays that never open between the two dates (`from` inclusive, `to`
 * exclusive) are told as such, all other closed days by date. Without a calendar nothing is known to be closed.
 *
 * @example closures([office], '2025-12-01', '2026-01-01') // { weekdays: [6, 7], dates: ['2025-12-08', '2025-12-25', …] }
 */
export function closures(calendars: readonly Calendar[], from: string, to: string): Closures {
  if (calendars.length === 0) return { weekdays: [], dates: [] };
  const closed: string[] = [];
  const open = new Set<number>();
  for (let date = from; date < to; date = addDays(date, 1)) {
    if (calendars.every((calendar) => hoursOn(calendar, date).length === 0)) closed.push(date);
    else open.add(weekdayOf(date));
  }
  return {
    weekdays: [1, 2, 3, 4, 5, 6, 7].filter((day) => !open.has(day)),
    dates: closed.filter((date) => open.has(weekdayOf(date))),
  };
}

/** 1 (Monday) – 7 (Sunday). */
const weekdayOf = (date: string): number => ((new Date(date).getUTCDay() + 6) % 7) + 1;
