/** The company's opening hours as stretches of time in a table, for what is measured during them only. */
import { sql } from 'kysely';
import { openings } from '../../model/index.ts';
import type { RefreshContext } from '../refresh-context.ts';
import { compilable, run, type Sql } from './fact-statement.ts';

const epoch = '1970-01-01T00:00:00Z';

/**
 * The temporary table `open_stretches` (begins, ends) over the days of another table, by the calendar that holds for
 * everything; returns whether there is one.
 */
export async function makeOpenStretches(context: RefreshContext, days: string): Promise<boolean> {
  await run(context, sql`create or replace temp table open_stretches (begins timestamptz, ends timestamptz)`);
  const general = context.settings.calendars.find(({ where }) => Object.keys(where).length === 0);
  const [span] = await context.rows(
    compilable(sql`select min(begins) as first, max(ends) as last from ${sql.table(days)}`, context.db),
  );
  if (general === undefined || typeof span?.first !== 'string' || typeof span.last !== 'string') return false;
  const found = openings(general.calendar, Date.parse(span.first) / 1000, Date.parse(span.last) / 1000);
  for (let start = 0; start < found.length; start += 500) {
    const rows = found
      .slice(start, start + 500)
      .map(({ from, to }) => sql`(${at(context, from)}, ${at(context, to)})`);
    await run(context, sql`insert into open_stretches values ${sql.join(rows)}`);
  }
  return true;
}

const at = ({ functions }: RefreshContext, seconds: number): Sql =>
  functions.instant(Number.isFinite(seconds) ? new Date(seconds * 1000).toISOString() : epoch);
