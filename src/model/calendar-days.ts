/** A calendar as a table of days, so that an engine can count business time with one join per instant. */
import { type Calendar, type Opening, openings } from './calendar.ts';

/**
 * One UTC day: the open seconds before it, and its openings in seconds since its beginning. Days are UTC days, so that
 * no engine has to know a time zone: the zone's clock changes are already in the openings.
 */
export interface CalendarDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly before: number;
  readonly openings: readonly Opening[];
}

const daySeconds = 86_400;
const dayOf = (instant: number): number => Math.floor(instant / daySeconds);

/** Every day from the one of `from` to the one of `to` (epoch seconds). */
export function calendarDays(calendar: Calendar, from: number, to: number): CalendarDay[] {
  const first = dayOf(from);
  const count = dayOf(to) - first + 1;
  const all = openings(calendar, first * daySeconds, (first + count) * daySeconds);
  const byDay = Map.groupBy(all.flatMap(cutAtMidnight), (opening) => dayOf(opening.from));
  let total = 0;
  return Array.from({ length: count }, (_, index) => {
    const day = first + index;
    const before = total;
    const found = (byDay.get(day) ?? []).map((opening) => sinceMidnight(opening, day));
    total += found.reduce((sum, opening) => sum + opening.to - opening.from, 0);
    return { day, before, openings: found };
  });
}

const sinceMidnight = ({ from, to }: Opening, day: number): Opening => ({
  from: from - day * daySeconds,
  to: to - day * daySeconds,
});

function cutAtMidnight({ from, to }: Opening): Opening[] {
  const pieces: Opening[] = [];
  for (let start = from; start < to; start = (dayOf(start) + 1) * daySeconds)
    pieces.push({ from: start, to: Math.min(to, (dayOf(start) + 1) * daySeconds) });
  return pieces;
}
