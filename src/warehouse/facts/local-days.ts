/** Local days and months as tables, midnight to midnight in the company's zone, so that statements need no time zone. */
import { sql } from 'kysely';
import { addDays, type Grain, localDate, nextStart, startOf, startOfDay } from '../../model/index.ts';
import type { RefreshContext } from '../refresh-context.ts';
import { compilable, run, type Sql } from './fact-statement.ts';

/** Instants further out are faults of a record. */
const [earliest, latest] = ['1990-01-01', '2100-01-01'];

/**
 * The temporary table `name` (day, begins, ends) with every unit from `first` to `last`, both instants as expressions over
 * `from`; empty where there is none.
 */
export async function makeLocalDays(
  context: RefreshContext,
  name: string,
  { first, last, from }: { readonly first: Sql; readonly last: Sql; readonly from: Sql },
  grain: Grain = 'day',
): Promise<void> {
  const [row] = await context.rows(
    compilable(sql`select ${first} as first, ${last} as last from ${from}`, context.db),
  );
  await run(
    context,
    sql`create or replace temp table ${sql.table(name)} (day varchar, begins timestamptz, ends timestamptz)`,
  );
  if (typeof row?.first !== 'string' || typeof row.last !== 'string') return;
  const { zone } = context.settings;
  const days = daysBetween(localDate(row.first, zone), localDate(row.last, zone), grain);
  for (let start = 0; start < days.length; start += 500)
    await run(context, insert(context, name, days.slice(start, start + 500), grain));
}

function daysBetween(first: string, last: string, grain: Grain): readonly string[] {
  const days: string[] = [];
  const [from, to] = [first < earliest ? earliest : first, last > latest ? latest : last];
  for (let day = startOf(grain, from); day <= to; day = nextStart(grain, day)) days.push(day);
  return days;
}

function insert(
  { settings: { zone }, functions }: RefreshContext,
  name: string,
  days: readonly string[],
  grain: Grain,
): Sql {
  const end = (day: string): string => (grain === 'day' ? addDays(day, 1) : nextStart(grain, day));
  const at = (day: string): Sql => functions.instant(startOfDay(day, zone));
  const rows = days.map((day) => sql`(${day}, ${at(day)}, ${at(end(day))})`);
  return sql`insert into ${sql.table(name)} values ${sql.join(rows)}`;
}

/** The end of the data as an instant; far away where it is not known. */
export const dataEnd = ({ dataThrough, functions }: RefreshContext): Sql =>
  functions.instant(dataThrough ?? `${latest}T00:00:00Z`);

/** The midnight after an instant: the day on which the data end counts as over, as it does in every period. */
export const midnightAfter = (
  { functions, settings: { zone } }: RefreshContext,
  instant: string | null,
): Sql =>
  functions.instant(
    instant === null ? `${earliest}T00:00:00Z` : startOfDay(addDays(localDate(instant, zone), 1), zone),
  );
