/** When a schedule falls due: on a working day after the period it reports on. */
import { addDays, instantAt, localDate, nextStart, type Period, startOf } from '../model/index.ts';
import type { Schedule } from './schedule.ts';

export interface Occasion {
  readonly period: Period;
  /** The instant from which the period's report is to go out. */
  readonly at: string;
}

export type IsWorkingDay = (date: string) => boolean;

/** A calendar without any working day in this time is a mistake, not a holiday. */
const longestHoliday = 60;

/**
 * The newest occasion that is due at `now`, and the one after it.
 *
 * @example occasions({ every: 'month', workingDay: 1, at: '08:00', zone: 'Europe/Rome', … }, new Date('2025-04-03T00:00Z'), isWeekday)
 *   // due: March, since 1 April 08:00; next: April, from 1 May 08:00
 */
export function occasions(
  schedule: Schedule,
  now: Date,
  isWorkingDay: IsWorkingDay,
): { readonly due: Occasion; readonly next: Occasion } {
  const { every, zone } = schedule;
  const today = localDate(now.toISOString(), zone);
  let next = occasionOf(schedule, startOf(every, today), isWorkingDay);
  let due = occasionOf(schedule, startOf(every, addDays(next.period.from, -1)), isWorkingDay);
  while (Date.parse(due.at) > now.getTime()) {
    next = due;
    due = occasionOf(schedule, startOf(every, addDays(due.period.from, -1)), isWorkingDay);
  }
  return { due, next };
}

function occasionOf(
  { every, workingDay, at, zone }: Schedule,
  from: string,
  isWorkingDay: IsWorkingDay,
): Occasion {
  const period = { from, to: nextStart(every, from) };
  return { period, at: instantAt(nthWorkingDay(period.to, workingDay, isWorkingDay), at, zone) };
}

function nthWorkingDay(from: string, n: number, isWorkingDay: IsWorkingDay): string {
  let left = n;
  for (let day = 0; day < longestHoliday + n; day++) {
    const date = addDays(from, day);
    if (isWorkingDay(date)) left -= 1;
    if (left === 0) return date;
  }
  return addDays(from, n - 1);
}
