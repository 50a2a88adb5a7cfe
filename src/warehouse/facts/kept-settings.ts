/** Remembers the settings that the facts were made with: under other settings all of them are made again. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { compilable, run } from './fact-statement.ts';
import { traitNames } from './source-traits.ts';

/** To be raised with every change of what the facts mean, so that a warehouse of before is made again. */
const meaning = 2;

/**
 * The context, with everything touched where the calendar, the agreement or a window is another one than before; else
 * half of the facts would follow the old rule and half the new one.
 */
export async function underKeptSettings(context: RefreshContext): Promise<RefreshContext> {
  const settings = inOrder({ ...context.settings, meaning, traitNames });
  await run(context, sql`create table if not exists fact_settings (settings varchar)`);
  const [kept] = await context.rows(compilable(sql`select settings from fact_settings`, context.db));
  if (kept?.settings === settings) return context;
  await run(context, sql`delete from fact_settings`);
  await run(context, sql`insert into fact_settings values (${settings})`);
  return { ...context, touched: { all: true } };
}

/** The same settings give the same text, whatever the order in which they were written. */
const inOrder = (settings: object): string =>
  JSON.stringify(settings, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
