/** The functions that this engine names in its own way. */
import { sql } from 'kysely';
import type { EngineFunctions } from '../warehouse.ts';

export const functions: EngineFunctions = {
  localStart: (instant, grain, zone) =>
    sql<string>`strftime(date_trunc(${sql.lit(grain)}, timezone(${zone}, ${instant})), '%Y-%m-%d')`,
  localHour: (instant, zone) => sql<number>`hour(timezone(${zone}, ${instant}))`,
  localWeekday: (instant, zone) => sql<number>`isodow(timezone(${zone}, ${instant}))`,
  instant: (iso) => sql<string>`cast(${iso} as timestamptz)`,
  /** `epoch_us` is exact; `epoch` goes through a double and loses microseconds. */
  secondsBetween: (from, to) => sql<number>`((epoch_us(${to}) - epoch_us(${from})) / 1e6)`,
  stretchesBetween: (from, to, seconds) =>
    sql<number>`((epoch_us(${to}) - epoch_us(${from})) // ${sql.lit(seconds * 1e6)})`,
  later: (from, seconds) =>
    sql<string>`(${from} + to_microseconds(cast(round((${seconds}) * 1e6) as bigint)))`,
  number: (value) => sql<number | null>`try_cast(${value} as double)`,
  eachOf: (list) => ({
    value: sql`unnest(case when len(${list}) > 0 then list_distinct(${list}) else [cast(null as varchar)] end)`,
    beside: null,
  }),
  holdsAny: (list, values) =>
    sql<boolean>`coalesce(list_has_any(${list}, [${sql.join([...values])}]), false)`,
  isEmpty: (list) => sql<boolean>`(coalesce(len(${list}), 0) = 0)`,
  quantile: (value, share, when) =>
    sql<number | null>`quantile_cont(${value}, ${sql.lit(share)}) filter (where ${when})`,
  hours: (from, to) =>
    sql`(select unnest(generate_series(cast(${from} as timestamptz), cast(${to} as timestamptz) - interval '1' hour, interval '1' hour)) as begins)`,
  same: (a, b) => sql<boolean>`${a} is not distinct from ${b}`,
  text: (value) => sql<string | null>`cast(${value} as varchar)`,
  likeness: (texts) => sql<number>`hash(${sql.join([...texts])})`,
  /** What the engine keeps beside a column: text such as `[Min: chat, Max: web][Approx Unique: 5]`. */
  variety: (column) =>
    sql<number | null>`try_cast(regexp_extract(stats(${column}), 'Approx Unique: (\\d+)', 1) as bigint)`,
  isBare: (column) => sql<boolean>`contains(stats(${column}), '[Has Null: true, Has No Null: false]')`,
  /** A delete would hold eight bytes a row in memory until it is committed: over a gigabyte for ten million cases. */
  emptying: (table) =>
    sql`create or replace table ${sql.table(table)} as select * from ${sql.table(table)} limit 0`,
  /** A JSON pointer, where a dot or a quote in the name stays part of the name. */
  attribute: (json, name) =>
    sql<
      string | null
    >`json_extract_string(${json}, ${`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`})`,
};
