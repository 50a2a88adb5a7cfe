/** The calendars inside the engine: a table of their days, and the running total of open time at any instant. */
import { sql } from 'kysely';
import { type Calendar, type CalendarDay, calendarDays } from '../../model/index.ts';
import type { RefreshContext } from '../refresh-context.ts';
import { compilable, run, type Sql } from './fact-statement.ts';

/** A moment in a statement: its day is joined under `name`, from the calendar of this number. */
export interface Moment {
  readonly name: string;
  readonly instant: Sql;
  readonly calendar: Sql;
}

/** What a statement needs to count business time: one join for each moment, no row per minute. */
export interface CalendarTable {
  join(moment: Moment): Sql;
  /** Open seconds between two joined moments of one calendar; null outside the span of the table. */
  between(from: Moment, to: Moment): Sql;
}

const daySeconds = 86_400;
const epoch = '1970-01-01T00:00:00Z';
/** Instants further out are faults of a record; they get no business time. */
const earliest = Date.parse(epoch) / 1000;
const latest = Date.parse('2100-01-01T00:00:00Z') / 1000;

/** Writes the days of every calendar, for the span of the data, into the temporary table `calendar_days`. */
export async function makeCalendarTable(
  context: RefreshContext,
  calendars: readonly Calendar[],
): Promise<CalendarTable> {
  const { from, to } = await spanOfCases(context);
  const days = calendars.map((calendar) => calendarDays(calendar, from, to));
  const width = Math.max(1, ...days.flat().map((day) => day.openings.length));
  await run(context, createTable(width));
  for (const [number, ofOne] of days.entries())
    for (let start = 0; start < ofOne.length; start += 1000)
      await run(context, insertDays(number, ofOne.slice(start, start + 1000), width));
  return counting(context, width);
}

async function spanOfCases({ functions, rows, db, dataThrough }: RefreshContext) {
  const first = functions.secondsBetween(functions.instant(epoch), sql`min(opened_at)`);
  const [row] = await rows(compilable(sql`select ${first} as first from cases`, db));
  const through = dataThrough === null ? earliest : Date.parse(dataThrough) / 1000;
  const opened = typeof row?.first === 'number' ? row.first : through;
  const to = Math.min(latest, through + daySeconds);
  return { from: Math.min(to, Math.max(earliest, opened - daySeconds)), to };
}

const column = (part: 'open' | 'close', index: number): string => `${part}_${index}`;
const indexes = (width: number): readonly number[] => Array.from({ length: width }, (_, index) => index);

function createTable(width: number): Sql {
  const parts = indexes(width).map(
    (index) => sql`${sql.ref(column('open', index))} double, ${sql.ref(column('close', index))} double`,
  );
  return sql`create or replace temp table calendar_days (calendar integer, day bigint, before double, ${sql.join(parts)})`;
}

/** A day with fewer openings than the widest is filled up with empty ones. Numbers of our own making go in as literals. */
function insertDays(number: number, days: readonly CalendarDay[], width: number): Sql {
  const rows = days.map(({ day, before, openings }) => {
    const parts = indexes(width).flatMap((index) => [openings[index]?.from ?? 0, openings[index]?.to ?? 0]);
    return `(${[number, day, before, ...parts].join(', ')})`;
  });
  return sql`insert into calendar_days values ${sql.raw(rows.join(', '))}`;
}

function counting({ functions }: RefreshContext, width: number): CalendarTable {
  const seconds = (instant: Sql): Sql => functions.secondsBetween(functions.instant(epoch), instant);
  const total = ({ name, instant }: Moment): Sql =>
    runningTotal(
      name,
      sql`(${seconds(instant)} - ${sql.ref(`${name}.day`)} * ${sql.lit(daySeconds)})`,
      width,
    );
  return {
    join: ({ name, instant, calendar }) => sql`left join calendar_days as ${sql.ref(name)}
      on ${sql.ref(`${name}.calendar`)} = ${calendar}
      and ${sql.ref(`${name}.day`)} = cast(floor(${seconds(instant)} / ${sql.lit(daySeconds)}) as bigint)`,
    between: (from, to) => sql`(${total(to)} - ${total(from)})`,
  };
}

/** Open seconds before the joined day, and up to a second of it. */
function runningTotal(name: string, second: Sql, width: number): Sql {
  const part = (index: number): Sql => sql`greatest(0,
    least(${second}, ${sql.ref(`${name}.${column('close', index)}`)}) - ${sql.ref(`${name}.${column('open', index)}`)})`;
  return sql`(${sql.ref(`${name}.before`)} + ${sql.join(indexes(width).map(part), sql` + `)})`;
}
