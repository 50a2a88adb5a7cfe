/** The calendars inside the engine: a table of their days, and the running total of open time at any instant. */
import { sql } from 'kysely';
import { type Calendar, type CalendarDay, calendarDays, type NamedCalendar } from '../../model/index.ts';
import type { RefreshContext } from '../refresh-context.ts';
import { compilable, newStep, run, type Sql } from './fact-statement.ts';

/** A moment in a statement: its day is joined under `name`, from the calendar of this number. */
export interface Moment {
  readonly name: string;
  readonly instant: Sql;
  readonly calendar: Sql;
}

/** What a statement needs to count business time: one join for each moment, no row per minute. */
export interface CalendarDays {
  join(moment: Moment): Sql;
  /** Open seconds up to a joined moment; null outside the span of the table. */
  total(moment: Moment): Sql;
  /** The instant, on an open day of the table under this name, after which a total within that day is exceeded. */
  reached(day: string, total: Sql): Sql;
}

const daySeconds = 86_400;
const epoch = '1970-01-01T00:00:00Z';
/** Instants further out are faults of a record; they get no business time. */
const earliest = Date.parse(epoch) / 1000;
const latest = Date.parse('2100-01-01T00:00:00Z') / 1000;
/** Beyond the end of the data: far enough for what was promised to fall due. */
const ahead = 400 * daySeconds;

/**
 * Writes the days of every calendar, from the first opening of a case on, into the temporary table `calendar_days`; they
 * are numbered in their order. Null without a calendar: zeros would look like service at once.
 */
export async function makeCalendarDays(context: RefreshContext): Promise<CalendarDays | null> {
  const calendars = context.settings.calendars.map(({ calendar }) => calendar);
  if (calendars.length === 0) return null;
  const days = await daysOf(context, calendars);
  const width = Math.max(1, ...days.flat().map((day) => day.openings.length));
  await run(context, sql`${newStep(context, 'calendar_days')} (${columnsOf(width)})`);
  for (const [number, ofOne] of days.entries())
    for (let start = 0; start < ofOne.length; start += 1000)
      await run(context, insertDays(number, ofOne.slice(start, start + 1000), width));
  return counting(context, width);
}

async function daysOf(context: RefreshContext, calendars: readonly Calendar[]): Promise<CalendarDay[][]> {
  const { functions, rows, db, dataThrough } = context;
  const first = functions.secondsBetween(functions.instant(epoch), sql`min(opened_at)`);
  const [row] = await rows(compilable(sql`select ${first} as first from cases`, db));
  const through = dataThrough === null ? earliest : Date.parse(dataThrough) / 1000;
  const opened = typeof row?.first === 'number' ? row.first : through;
  const to = Math.min(latest, through + ahead);
  const from = Math.min(to, Math.max(earliest, opened - daySeconds));
  return calendars.map((calendar) => calendarDays(calendar, from, to));
}

/** The number of the calendar that counts for a case in this team, of this channel and priority. */
export function calendarNumber(
  calendars: readonly NamedCalendar[],
  values: Readonly<Record<keyof NamedCalendar['where'], Sql>>,
): Sql {
  const dimensions = Object.keys(values) as (keyof NamedCalendar['where'])[];
  const branches = calendars.slice(0, -1).map(({ where }, number) => {
    const parts = dimensions.flatMap((dimension) => {
      const wanted = where[dimension];
      return wanted === undefined ? [] : [sql`${values[dimension]} in (${sql.join(wanted)})`];
    });
    return sql`when ${sql.join(parts, sql` and `)} then ${sql.lit(number)}`;
  });
  const last = sql.lit(calendars.length - 1);
  return branches.length === 0 ? sql`${last}` : sql`case ${sql.join(branches, sql` `)} else ${last} end`;
}

const column = (part: 'open' | 'close', index: number): string => `${part}_${index}`;
const indexes = (width: number): readonly number[] => Array.from({ length: width }, (_, index) => index);

function columnsOf(width: number): Sql {
  const parts = indexes(width).map(
    (index) => sql`${sql.ref(column('open', index))} double, ${sql.ref(column('close', index))} double`,
  );
  return sql`calendar integer, day bigint, before double, ${sql.join(parts)}`;
}

/** A day with fewer openings than the widest is filled up with empty ones. Numbers of our own making go in as literals. */
function insertDays(number: number, days: readonly CalendarDay[], width: number): Sql {
  const rows = days.map(({ day, before, openings }) => {
    const parts = indexes(width).flatMap((index) => [openings[index]?.from ?? 0, openings[index]?.to ?? 0]);
    return `(${[number, day, before, ...parts].join(', ')})`;
  });
  return sql`insert into calendar_days values ${sql.raw(rows.join(', '))}`;
}

function counting({ functions }: RefreshContext, width: number): CalendarDays {
  const seconds = (instant: Sql): Sql => functions.secondsBetween(functions.instant(epoch), instant);
  return {
    join: ({ name, instant, calendar }) => sql`left join calendar_days as ${sql.ref(name)}
      on ${sql.ref(`${name}.calendar`)} = ${calendar}
      and ${sql.ref(`${name}.day`)} = cast(floor(${seconds(instant)} / ${sql.lit(daySeconds)}) as bigint)`,
    total: ({ name, instant }) =>
      runningTotal(
        name,
        sql`(${seconds(instant)} - ${sql.ref(`${name}.day`)} * ${sql.lit(daySeconds)})`,
        width,
      ),
    reached: (day, total) => functions.later(functions.instant(epoch), secondReached(day, total, width)),
  };
}

/** Open seconds before the joined day, and up to a second of it. */
function runningTotal(name: string, second: Sql, width: number): Sql {
  const part = (index: number): Sql => sql`greatest(0,
    least(${second}, ${sql.ref(`${name}.${column('close', index)}`)}) - ${sql.ref(`${name}.${column('open', index)}`)})`;
  return sql`(${sql.ref(`${name}.before`)} + ${sql.join(indexes(width).map(part), sql` + `)})`;
}

/** The epoch second after which a total is exceeded: in the first opening of the day that goes further. */
function secondReached(name: string, total: Sql, width: number): Sql {
  const of = (part: 'open' | 'close', index: number): Sql => sql.ref(`${name}.${column(part, index)}`);
  const branches = indexes(width).map((index) => {
    const earlier = indexes(index).map((each) => sql`(${of('close', each)} - ${of('open', each)})`);
    const left = sql`(${total} - ${sql.join([sql.ref(`${name}.before`), ...earlier], sql` - `)})`;
    return sql`when ${left} < ${of('close', index)} - ${of('open', index)} then ${of('open', index)} + ${left}`;
  });
  return sql`(${sql.ref(`${name}.day`)} * ${sql.lit(daySeconds)} + case ${sql.join(branches, sql` `)} end)`;
}
