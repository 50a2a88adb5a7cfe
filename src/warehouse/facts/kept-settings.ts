/** Remembers the settings that the facts were made with, and since when each counts. */
import { sql } from 'kysely';
import { localDate, startOfDay } from '../../model/index.ts';
import type { FactSettings, RefreshContext } from '../refresh-context.ts';
import type { Compilable, Row, Warehouse } from '../warehouse.ts';
import { type Era, settingsOf } from './eras.ts';
import { compilable, run } from './fact-statement.ts';
import { traitNames } from './source-traits.ts';

/** To be raised with every change of what the facts mean, so that a warehouse of before is made again. */
const meaning = 8;

/** What was made under other rules of the product is made again under the same settings. */
const made = JSON.stringify([meaning, traitNames]);

type Reading = Pick<Warehouse, 'db'> & { rows(query: Compilable): Promise<readonly Row[]> };

interface Kept extends Era {
  readonly text: string;
  readonly made: string;
}

async function kept({ db, rows }: Reading): Promise<readonly Kept[]> {
  const [table] = await rows(
    compilable(sql`select 1 from information_schema.tables where table_name = 'fact_eras'`, db),
  );
  if (table === undefined) return [];
  const found = await rows(
    compilable(sql`select since, settings, made from fact_eras order by since nulls first`, db),
  );
  return found.map((row) => ({
    since: row['since'] === null ? null : String(row['since']),
    settings: JSON.parse(String(row['settings'])) as FactSettings,
    text: String(row['settings']),
    made: String(row['made']),
  }));
}

/** What the facts were made with, held against now: the same, other settings, or an earlier version of the product. */
export type Standing = 'same' | 'other_settings' | 'earlier_product';

export async function standingOf(warehouse: Reading, settings: FactSettings): Promise<Standing> {
  const last = (await kept(warehouse)).at(-1);
  if (last === undefined) return 'earlier_product';
  if (last.text !== inOrder(settings)) return 'other_settings';
  return last.made === made ? 'same' : 'earlier_product';
}

/**
 * The context with the settings of all eras. Where they are others than the facts were made with, everything counts as
 * touched; new hours and promises count from the beginning of today, unless all time is to be restated. They are kept when
 * the facts have been made with them.
 */
export async function underKeptSettings(context: RefreshContext): Promise<UnderSettings> {
  const { settings, restate = false, now } = context;
  const text = inOrder(settings);
  const eras = await kept(context);
  const last = eras.at(-1);
  const same = last?.text === text && !(restate && eras.length > 1);
  const settled = same && last.made === made;
  const today = startOfDay(localDate(now.toISOString(), settings.zone), settings.zone);
  const earlier = restate ? [] : eras.filter(({ since }) => same || (since ?? '') < today);
  const since = earlier.length === 0 ? null : today;
  const all: readonly Pick<Kept, 'since' | 'settings' | 'text'>[] = same
    ? eras
    : [...earlier, { since, settings, text }];
  const touched = settled ? context.touched : { all: true };
  return {
    context: { ...context, settings: settingsOf(all), touched },
    keep: async () => {
      if (touched.all) await keep(context, all);
    },
  };
}

export interface UnderSettings {
  readonly context: RefreshContext;
  /** Remembers that the facts were made with them. */
  keep(): Promise<void>;
}

/** From here on the facts count as made by an earlier version of the product, so that whoever comes next makes them again. */
export async function countAsStale(context: RefreshContext): Promise<void> {
  if ((await kept(context)).length > 0) await run(context, sql`update fact_eras set made = ''`);
}

async function keep(context: RefreshContext, eras: readonly Pick<Kept, 'since' | 'text'>[]): Promise<void> {
  await run(context, sql`create or replace table fact_eras (since varchar, settings varchar, made varchar)`);
  for (const { since, text } of eras)
    await run(context, sql`insert into fact_eras values (${since}, ${text}, ${made})`);
}

/** The same settings give the same text, whatever the order in which they were written; but lists keep theirs. */
const inOrder = (settings: object): string =>
  JSON.stringify(settings, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
