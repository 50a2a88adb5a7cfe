/** Local dates and instants: the one file that touches the calendar library. */
import { Temporal } from 'temporal-polyfill';

export const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof grains)[number];

/** Whether the runtime knows a time zone by this name. */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** Whether a text is a date that exists, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The instant at which a local date begins, as ISO in UTC. A day begins where the zone says, also on a clock change. */
export const startOfDay = (date: string, zone: string): string =>
  Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant().toString();

/** The same instant with the zone's offset, e.g. `2025-03-30T00:00:00+01:00`. */
export const startOfDayWithOffset = (date: string, zone: string): string =>
  Temporal.PlainDate.from(date).toZonedDateTime(zone).toString({ timeZoneName: 'never' });

/** The instant at which a zone's clocks show a time of a date; a time that a clock change skips is the next there is. */
export const instantAt = (date: string, time: string, zone: string): string =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant().toString();

/** The local date on which an instant falls. */
export const localDate = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

const dayMs = 86_400_000;

/** Days since 1970 of a date that exists. Reports count days by the hundred thousand: no calendar object for each. */
function dayNumber(date: string): number {
  const number = Date.parse(`${date}T00:00:00Z`) / dayMs;
  if (!Number.isInteger(number)) throw new RangeError(`"${date}" is no date`);
  return number;
}

/** @example addDays('2025-02-28', 1) // '2025-03-01' */
export const addDays = (date: string, days: number): string =>
  new Date((dayNumber(date) + days) * dayMs).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** Months are clipped to the month's end, as calendars do. */
export const addMonths = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).add({ months }).toString();

export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The first day of the unit that a date lies in; weeks begin on Monday. */
export function startOf(grain: Grain, date: string): string {
  const day = Temporal.PlainDate.from(date);
  if (grain === 'day') return date;
  if (grain === 'week') return day.subtract({ days: day.dayOfWeek - 1 }).toString();
  if (grain === 'month') return day.with({ day: 1 }).toString();
  if (grain === 'quarter') return day.with({ day: 1, month: day.month - ((day.month - 1) % 3) }).toString();
  return day.with({ day: 1, month: 1 }).toString();
}

/** The first day of the unit after the one that begins on `start`. */
export function nextStart(grain: Grain, start: string): string {
  if (grain === 'day') return addDays(start, 1);
  if (grain === 'week') return addDays(start, 7);
  return addMonths(start, { month: 1, quarter: 3, year: 12 }[grain]);
}

/** A stretch of time in which a zone keeps one distance from UTC; seconds, half-open. */
export interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/**
 * The stretches of one UTC offset between two instants (epoch seconds), in order: clocks are changed where two meet.
 *
 * @example offsetSpans('Europe/Rome', march1st, april1st) // two spans: +3600 until 30 March 01:00 UTC, +7200 after it
 */
export function offsetSpans(zone: string, from: number, to: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let start = from;
  while (start < to) {
    const local = Temporal.Instant.fromEpochMilliseconds(start * 1000).toZonedDateTimeISO(zone);
    const change = local.getTimeZoneTransition('next');
    const end = change === null ? to : Math.min(to, change.epochMilliseconds / 1000);
    spans.push({ from: start, to: end, offset: local.offsetNanoseconds / 1e9 });
    start = end;
  }
  return spans;
}

/** Days after a change of the clocks on which a date may be told twice, or its midnight not at all. */
const settlingDays = 2;

/**
 * `startOfDay` for the many dates of a stretch: where the clocks were not changed lately, a day begins at midnight of the
 * offset that holds, and only for the others the calendar is asked.
 *
 * @param from a date, as `to`; outside of them it is right as well, only slower
 * @example startsOfDays('Europe/Rome', '2025-01-01', '2025-12-31')('2025-03-31') // '2025-03-30T22:00:00Z'
 */
export function startsOfDays(zone: string, from: string, to: string): (date: string) => string {
  const seconds = (date: string, days: number): number => ((dayNumber(date) + days) * dayMs) / 1000;
  const spans = offsetSpans(zone, seconds(from, -2 * settlingDays), seconds(to, settlingDays));
  return (date) => {
    const span = spans.find(
      (each) =>
        seconds(date, -settlingDays) >= each.from + each.offset && seconds(date, 0) < each.to + each.offset,
    );
    if (span === undefined) return startOfDay(date, zone);
    return new Date((seconds(date, 0) - span.offset) * 1000).toISOString().replace('.000Z', 'Z');
  };
}
