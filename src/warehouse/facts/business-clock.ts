/** The business clock inside the engine: a table of days, and one join on it per instant. */
import { type RawBuilder, sql } from 'kysely';
import { type CalendarDay, calendarDays } from '../../model/index.ts';
import type { RefreshContext } from '../refresh-context.ts';
import { compilable, type Sql } from './fact-statement.ts';

/** What a statement needs to count business time; where no calendar is stated there is nothing to join and no figure. */
export interface BusinessTime {
  /** One join for each instant. */
  joins(instants: readonly Joined[]): Sql;
  /** Business seconds between two of the joined instants. */
  between(from: Joined, to: Joined): RawBuilder<number | null>;
}

/** An instant, and the name under which its day is joined. */
export interface Joined {
  readonly name: string;
  readonly instant: Sql;
}

const none: BusinessTime = {
  joins: () => sql``,
  between: () => sql`cast(null as double)`,
};

const daySeconds = 86_400;
const epoch = '1970-01-01T00:00:00Z';
/** Instants further out are faults of a record; they get no business time. */
const earliest = Date.parse('1970-01-01T00:00:00Z') / 1000;
const latest = Date.parse('2100-01-01T00:00:00Z') / 1000;

/** Writes the calendar's days for the span of the data into a temporary table, and tells how to count with it. */
export async function businessTime(context: RefreshContext): Promise<BusinessTime> {
  const { settings, db } = context;
  const span = await spanOfCases(context);
  if (settings.calendar === null || span === null) return none;
  const days = calendarDays(settings.calendar, span.from, span.to);
  const width = Math.max(1, ...days.map((day) => day.openings.length));
  await context.execute(compilable(createTable(width), db));
  for (let start = 0; start < days.length; start += 1000)
    await context.execute(compilable(insertDays(days.slice(start, start + 1000), width), db));
  return counting(context, width);
}

async function spanOfCases(context: RefreshContext): Promise<{ from: number; to: number } | null> {
  const first = context.functions.secondsBetween(context.functions.instant(epoch), sql`min(opened_at)`);
  const rows = await context.rows(compilable(sql`select ${first} as first from cases`, context.db));
  const opened = rows[0]?.first;
  if (typeof opened !== 'number' || context.dataThrough === null) return null;
  const through = Date.parse(context.dataThrough) / 1000;
  const from = Math.max(earliest, opened - daySeconds);
  const to = Math.min(latest, through + daySeconds);
  return from < to ? { from, to } : null;
}

const column = (part: 'open' | 'close', index: number): string => `${part}_${index}`;
const indexes = (width: number): readonly number[] => Array.from({ length: width }, (_, index) => index);

function createTable(width: number): Sql {
  const parts = indexes(width).map(
    (index) => sql`${sql.ref(column('open', index))} double, ${sql.ref(column('close', index))} double`,
  );
  return sql`create or replace temp table calendar_days (day bigint, before double, ${sql.join(parts)})`;
}

/** A day with fewer openings than the widest is filled up with empty ones. Numbers of our own making go in as literals. */
function insertDays(days: readonly CalendarDay[], width: number): Sql {
  const rows = days.map(({ day, before, openings }) => {
    const parts = indexes(width).flatMap((index) => [openings[index]?.from ?? 0, openings[index]?.to ?? 0]);
    return `(${[day, before, ...parts].join(', ')})`;
  });
  return sql`insert into calendar_days values ${sql.raw(rows.join(', '))}`;
}

function counting({ functions }: RefreshContext, width: number): BusinessTime {
  const seconds = (instant: Sql): Sql => functions.secondsBetween(functions.instant(epoch), instant);
  const join = ({ name, instant }: Joined): Sql => sql`left join calendar_days as ${sql.ref(name)}
    on ${sql.ref(`${name}.day`)} = cast(floor(${seconds(instant)} / ${sql.lit(daySeconds)}) as bigint)`;
  return {
    joins: (instants) => sql.join(instants.map(join), sql` `),
    between: (from, to) => {
      const total = ({ name, instant }: Joined): Sql =>
        runningTotal(
          name,
          sql`(${seconds(instant)} - ${sql.ref(`${name}.day`)} * ${sql.lit(daySeconds)})`,
          width,
        );
      return sql`(${total(to)} - ${total(from)})`;
    },
  };
}

/** Open seconds up to a second of the joined day. */
function runningTotal(name: string, second: Sql, width: number): Sql {
  const part = (index: number): Sql => sql`greatest(0,
    least(${second}, ${sql.ref(`${name}.${column('close', index)}`)}) - ${sql.ref(`${name}.${column('open', index)}`)})`;
  return sql`(${sql.ref(`${name}.before`)} + ${sql.join(indexes(width).map(part), sql` + `)})`;
}
