/** Stretches of a case's life on the business clock, also where it passes through several calendars. */
import { sql } from 'kysely';
import type { NamedCalendar } from '../../model/index.ts';
import type { RefreshContext } from '../refresh-context.ts';
import { type CalendarDays, calendarNumber, type Moment } from './calendar-table.ts';
import type { Sql, Step } from './fact-statement.ts';

/** The number of the calendar that counts for a case with these values in the columns of `alias`. */
const numberOf = ({ settings: { calendars } }: RefreshContext, alias: string): Sql =>
  calendarNumber(calendars, {
    team: sql`nullif(${sql.ref(`${alias}.team`)}, '')`,
    channel: sql.ref(`${alias}.channel`),
    priority: sql`nullif(${sql.ref(`${alias}.priority`)}, '')`,
  });

/** The calendar that counts during a stay; null where it is the same for all stays of a case. */
export const stayCalendar = (context: RefreshContext, alias: string): Sql =>
  hoursMove(context.settings.calendars) ? numberOf(context, alias) : sql`cast(null as integer)`;

/**
 * `hours_of`: the calendar that counts for each case, and whether it changes on the way. Where no calendar asks for what
 * can change, no stay is looked at.
 */
export function hoursStep(context: RefreshContext): Step {
  const { calendars } = context.settings;
  if (hoursMove(calendars)) {
    const body = sql`select case_no, min(calendar) as calendar, min(calendar) <> max(calendar) as changes
      from stays group by case_no`;
    return { name: 'hours_of', body };
  }
  const one = calendars.length === 0 ? sql`cast(null as integer)` : numberOf(context, 'c');
  return {
    name: 'hours_of',
    body: sql`select c.case_no, ${one} as calendar, false as changes from the_cases c`,
  };
}

/** Whether the calendar of a case can change: a case keeps its channel, but neither its team nor its priority. */
const hoursMove = (calendars: readonly NamedCalendar[]): boolean =>
  calendars.some(({ where: { team, priority } }) => (team ?? priority) !== undefined);

/** The stays of cases, each with the calendar that counts during it. */
export const staysWithCalendar = ({ settings }: RefreshContext): Sql =>
  hoursMove(settings.calendars)
    ? sql.table('stays')
    : sql`(select s.case_no, s.n, s.begun, s.status, s.team, s.owner, s.priority, s.until, h.calendar
        from stays s join hours_of h on h.case_no = s.case_no)`;

/**
 * Cuts spans (`case_no`, `what`, `begun`, `ended`; no end while they run) where the calendar of their case changes. `last`
 * is the part that the span ends or still runs in. Where one calendar counts throughout, a span is its own only part.
 */
export function partsOf(spans: Sql, { settings }: RefreshContext): Sql {
  const { calendars, clockRule = 'each_for_its_own_time' } = settings;
  const whole = sql`select m.case_no, m.what, m.begun, m.ended, h.calendar, true as last, m.ended is null as runs
    from ${spans} m join hours_of h on h.case_no = m.case_no where not h.changes`;
  if (!hoursMove(calendars)) return whole;
  const rule = clockRule === 'each_for_its_own_time' ? byEach(reached(spans)) : byLast(reached(spans));
  return sql`${whole} union all ${rule}`;
}

/** The stays that a span reaches; the first one also covers what came before the opening. */
const reached = (spans: Sql): Sql => sql`
  select m.case_no, m.what, m.begun, m.ended, s.until, s.calendar, case when s.n > f.n then s.begun end as entered
  from ${spans} m
    join hours_of h on h.case_no = m.case_no and h.changes
    join stays s on s.case_no = m.case_no
    join (select case_no, min(n) as n from stays group by case_no) f on f.case_no = m.case_no
  where (m.ended is null or s.n = f.n or s.begun < m.ended) and (s.until is null or s.until > m.begun)`;

/** Each calendar counts the time of its own stays, which follow one another without a gap. */
const byEach = (stays: Sql): Sql => sql`
  select case_no, what, greatest(begun, coalesce(entered, begun)) as begun, least(ended, until) as ended, calendar,
    coalesce(until >= ended, until is null) as last, ended is null as runs
  from (${stays}) r`;

/** The calendar in force at the end counts all of it. */
const byLast = (stays: Sql): Sql => sql`
  select case_no, what, begun, ended, max_by(calendar, coalesce(entered, begun)) as calendar, true, ended is null
  from (${stays}) r group by case_no, what, begun, ended`;

/** Parts with the business seconds of those that have ended; null without a calendar. */
export function measured(parts: Sql, days: CalendarDays | null): Sql {
  if (days === null) return sql`select p.*, cast(null as double) as business_s from ${parts} p`;
  const ends: readonly [Moment, Moment] = [
    { name: 'from_day', instant: sql`p.begun`, calendar: sql`p.calendar` },
    { name: 'to_day', instant: sql`p.ended`, calendar: sql`p.calendar` },
  ];
  return sql`select p.*, ${days.total(ends[1])} - ${days.total(ends[0])} as business_s
    from ${parts} p ${sql.join(ends.map(days.join), sql` `)}`;
}
