/** The functions that this engine names in its own way. */
import { sql } from 'kysely';
import type { EngineFunctions } from '../warehouse.ts';

type Expression = Parameters<EngineFunctions['number']>[0];

/** The clock on the wall of a zone. */
const wall = (instant: Expression, zone: string) =>
  sql`cast(at_timezone(${instant}, ${zone}) as timestamp(6))`;

/** Whole microseconds since 1970; as doubles they are exact until the year 2255. */
const micros = (instant: Expression) => sql`round(to_unixtime(${instant}) * 1e6)`;

export const functions: EngineFunctions = {
  localStart: (instant, grain, zone) =>
    sql<string>`cast(cast(date_trunc(${sql.lit(grain)}, ${wall(instant, zone)}) as date) as varchar)`,
  localHour: (instant, zone) => sql<number>`hour(${wall(instant, zone)})`,
  localWeekday: (instant, zone) => sql<number>`day_of_week(${wall(instant, zone)})`,
  instant: (iso) => sql<string>`cast(${spaced(iso)} as timestamp(6) with time zone)`,
  secondsBetween: (from, to) => sql<number>`((${micros(to)} - ${micros(from)}) / 1e6)`,
  stretchesBetween: (from, to, seconds) =>
    sql<number>`cast(floor(${functions.secondsBetween(from, to)} / ${sql.lit(seconds)}) as integer)`,
  later: (from, seconds) =>
    sql<string>`cast(from_unixtime_nanos(cast(${micros(from)} + round((${seconds}) * 1e6) as bigint) * 1000) as timestamp(6) with time zone)`,
  /** A cast alone would also take what only Java calls a number: `5d`, `0x1p3`. */
  number: (value) =>
    sql<
      number | null
    >`try_cast(regexp_extract(cast(${value} as varchar), '^\\s*([+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?)\\s*$', 1) as double)`,
  eachOf: (list) => ({
    value: sql`each_of.one`,
    beside:
      sql`unnest(case when cardinality(${list}) > 0 then array_distinct(${list}) else array[cast(null as varchar)] end)`.as<'each_of'>(
        sql`each_of(one)`,
      ),
  }),
  holdsAny: (list, values) =>
    sql<boolean>`coalesce(arrays_overlap(${list}, array[${sql.join([...values])}]), false)`,
  isEmpty: (list) => sql<boolean>`(coalesce(cardinality(${list}), 0) = 0)`,
  /** The values of a group are sorted as a list, which one worker holds. */
  quantile: (value, share, when) => {
    const rank = sql`(cardinality(a) - 1) * ${sql.lit(share)}`;
    const at = (place: Expression) => sql`element_at(a, cast(${place} as bigint) + 1)`;
    const [below, above] = [at(sql`floor(${rank})`), at(sql`ceil(${rank})`)];
    const between = sql`${below} + (${above} - ${below}) * (${rank} - floor(${rank}))`;
    const sorted = sql`array_agg(${value} order by ${value}) filter (where ${when} and ${value} is not null)`;
    return sql<number | null>`element_at(transform(array[${sorted}], a -> ${between}), 1)`;
  },
  /** A list has at most ten thousand members: days and their hours are told apart. */
  hours: (from, to) => {
    const count = Math.floor((Date.parse(to) - Date.parse(from)) / 3_600_000);
    const lists = sql`unnest(sequence(0, ${sql.lit(Math.floor(count / 24))})) as d(day) cross join unnest(sequence(0, 23)) as h(hour)`;
    return sql`(select date_add('hour', day * 24 + hour, ${functions.instant(from)}) as begins from ${lists} where day * 24 + hour < ${sql.lit(count)})`;
  },
  /** Put as equal values, by which a join finds its partners; it would try every pair for `is not distinct from`. */
  same: (a, b) => sql<boolean>`(coalesce(${a}, '') = coalesce(${b}, '') and (${a} is null) = (${b} is null))`,
  likeness: (texts) =>
    sql<number>`from_big_endian_64(xxhash64(to_utf8(concat_ws('/', ${sql.join([...texts])}))))`,
  text: (value, type) => {
    if (type === 'seconds' || type === 'number') return numberText(value);
    const text = sql<string | null>`cast(${value} as varchar)`;
    return type === 'time' ? sql<string | null>`(regexp_replace(${text}, '\\.?0* UTC$', '') || '+00')` : text;
  },
  /** What the tables keep of their columns is known to nobody before a statement is planned. */
  variety: () => sql<number | null>`cast(null as bigint)`,
  isBare: null,
  emptying: (table) => sql`delete from ${sql.table(table)}`,
  /** A part that is not plain is shown as it is written; a JSON null is unknown. */
  attribute: (json, name) => {
    const path = `$["${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"]`;
    return sql<
      string | null
    >`coalesce(json_extract_scalar(${json}, ${path}), nullif(json_format(json_extract(${json}, ${path})), 'null'))`;
  },
};

/** As a JSON number; from ten million on that would have an exponent, which people do not write. */
const numberText = (value: Expression) => {
  const written = sql`cast(cast(${value} as decimal(38, 6)) as varchar)`;
  return sql<string | null>`case when abs(${value}) >= 1e7 and abs(${value}) < 1e15
    then regexp_replace(${written}, '(\\.\\d+?)0+$', '$1') else json_format(cast(${value} as json)) end`;
};

/** The engine reads a blank between day and hour. */
function spaced(iso: string): string {
  const [, day, clock = '00:00:00'] = /^(\d{4}-\d\d-\d\d)(?:[T ]([\d:.]+))?Z?$/.exec(iso) ?? [];
  if (day === undefined) throw new RangeError(`not an instant in UTC: ${iso}`);
  return `${day} ${clock} UTC`;
}
