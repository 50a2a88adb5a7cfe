/** When a business is open: a calendar becomes stretches of open time, with daylight saving in its right place. */
import type { Conditions } from './conditions.ts';
import { publicHolidays } from './public-holidays.ts';
import { type OffsetSpan, offsetSpans } from './time.ts';

/** Weekday (`mon` … `sun`) → intervals `HH:MM-HH:MM`; an end at or before its start lies on the next day. */
interface OpeningHours {
  readonly hours: Readonly<Record<string, readonly string[]>>;
  /** Dates without service. */
  readonly holidays: readonly string[];
  /** Countries (`IT`) and regions (`DE-BY`) on whose public holidays there is no service either. */
  readonly publicHolidays?: readonly string[];
  /** Dates with hours of their own; they win over weekdays and holidays. */
  readonly exceptions?: Readonly<Record<string, readonly string[]>>;
}

export interface Calendar extends OpeningHours {
  readonly zone: string;
  /** Hours that hold from a local date on, earliest first; before the first one the calendar's own hold. */
  readonly versions?: readonly (OpeningHours & { readonly from: string })[];
  /** What counted until an instant (ISO), before this calendar was put in its place. */
  readonly before?: { readonly until: string; readonly calendar: Calendar };
}

/** A calendar of several: it counts for the cases that meet its conditions, unless one before it already does. */
export interface NamedCalendar {
  readonly name: string;
  readonly calendar: Calendar;
  readonly where: Conditions<'team' | 'channel' | 'priority'>;
}

/** Open from `from` to before `to`, in epoch seconds. */
export interface Opening {
  readonly from: number;
  readonly to: number;
}

const daySeconds = 86_400;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * The stretches of open time between two instants (epoch seconds), in order and apart from each other. An instant is
 * open where the zone's wall clock shows a time inside an interval: an hour that a clock change skips is not there, and
 * one that it repeats counts twice.
 *
 * @example openings({ zone: 'UTC', hours: { thu: ['09:00-17:00'] }, holidays: [] }, 0, 86_400) // [{ from: 32400, to: 61200 }]
 */
export function openings(calendar: Calendar, from: number, to: number): Opening[] {
  const { before } = calendar;
  if (before === undefined) return ownOpenings(calendar, from, to);
  const until = Math.min(to, Math.max(from, Date.parse(before.until) / 1000));
  return joined([...openings(before.calendar, from, until), ...ownOpenings(calendar, until, to)]);
}

function ownOpenings(calendar: Calendar, from: number, to: number): Opening[] {
  const found = offsetSpans(calendar.zone, from, to).flatMap((span) => openingsWithin(calendar, span));
  return joined(found);
}

/** Within one offset, wall time is a straight shift; yesterday's hours may reach over midnight. */
function openingsWithin(calendar: Calendar, { from, to, offset }: OffsetSpan): Opening[] {
  const found: Opening[] = [];
  const lastDay = Math.floor((to + offset) / daySeconds);
  for (let day = Math.floor((from + offset) / daySeconds) - 1; day <= lastDay; day++) {
    for (const interval of hoursOn(calendar, dateOf(day)).map(secondsOf)) {
      const start = Math.max(from, day * daySeconds + interval.from - offset);
      const end = Math.min(to, day * daySeconds + interval.to - offset);
      if (start < end) found.push({ from: start, to: end });
    }
  }
  return found;
}

const dateOf = (day: number): string => new Date(day * daySeconds * 1000).toISOString().slice(0, 10);

/**
 * The intervals that open on a local date; one that began the day before and goes on is not among them.
 *
 * @example hoursOn(calendar, '2025-12-25') // []
 */
export function hoursOn(calendar: Calendar, date: string): readonly string[] {
  const version = calendar.versions?.findLast(({ from }) => from <= date) ?? calendar;
  const weekday = weekdays[(new Date(date).getUTCDay() + 6) % 7] ?? 'mon';
  return version.exceptions?.[date] ?? (isHoliday(version, date) ? [] : (version.hours[weekday] ?? []));
}

const isHoliday = ({ holidays, publicHolidays: places = [] }: OpeningHours, date: string): boolean =>
  holidays.includes(date) ||
  places.some((place) => publicHolidays(place, Number(date.slice(0, 4))).has(date));

function secondsOf(interval: string): Opening {
  const [from = 0, to = 0] = interval.split('-').map((clock) => {
    const [hour = 0, minute = 0] = clock.split(':').map(Number);
    return hour * 3600 + minute * 60;
  });
  return { from, to: to > from ? to : to + daySeconds };
}

/** Stretches that touch or overlap become one. */
function joined(found: readonly Opening[]): Opening[] {
  const result: Opening[] = [];
  for (const opening of found.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || opening.from > last.to) result.push(opening);
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, opening.to) };
  }
  return result;
}
