/** The one statement that many metrics, periods and segments share: conditional aggregates over a slice. */
import { type RawBuilder, RawNode, sql } from 'kysely';
import type { Measure, Sql } from '../definition.ts';
import type { Statistic } from '../question.ts';
import { countedTogether, type Likeness } from './alike-rows.ts';
import { binCounts } from './distribution.ts';
import { among, type Builder, groupColumns, groupedBy, indexed, type Slice, sliced } from './slice.ts';

/** What is counted of one metric. */
export interface Item {
  readonly measure: Measure;
  readonly stats: readonly Statistic[];
  /** Whether the values are skewed times, whose logarithms the interval of a mean asks for. */
  readonly skewed?: boolean;
}

/** The sums of one metric at one place, by name. */
export type Sums = Readonly<Record<string, number>>;

export const aboutValues: readonly Statistic[] = ['mean', 'geometric_mean', 'sum', 'max'];

/** The aggregates of a metric: `n`, one `out_…` a reason, and what its statistics are made from. */
export function aggregates(
  { measure, stats, skewed = false }: Item,
  count: Counting = ofRows,
): Readonly<Record<string, Sql>> {
  const { population, countedOut = {} } = measure;
  const out = Object.entries(countedOut).map(([reason, when]): [string, Sql] => [
    `out_${reason}`,
    count(when),
  ]);
  return {
    n: measure.distinct === undefined ? count(population) : distinct(measure.distinct, population),
    ...Object.fromEntries(out),
    ...(stats.includes('share') && measure.hit !== undefined
      ? { hits: count(sql`${population} and ${measure.hit}`) }
      : {}),
    ...(measure.rating === undefined ? {} : ratings(population, measure.rating, count)),
    ...(measure.value === undefined ? {} : valueSums(population, measure.value, { stats, skewed })),
    ...(stats.includes('distribution')
      ? binCounts(population, measure.rating ?? measure.value ?? sql`null`, skewed)
      : {}),
  };
}

/** How many rows meet a condition. */
type Counting = (when: Sql) => RawBuilder<unknown>;

const ofRows: Counting = (when) => (isAlways(when) ? sql`count(*)` : sql`count(*) filter (where ${when})`);
/** The engine would ask it of every row. */
const isAlways = (when: Sql): boolean => {
  const node = when.toOperationNode();
  return RawNode.is(node) && node.sqlFragments[0] === 'true' && node.parameters.length === 0;
};
/** Of rows that are alike, `_n` at a time. */
const ofAlike: Counting = (when) => sql`coalesce(sum(_n) filter (where ${when}), 0)`;
const distinct = (what: Sql, when: Sql): RawBuilder<unknown> =>
  sql`count(distinct ${what}) filter (where ${when})`;
const total = (what: Sql, when: Sql): RawBuilder<unknown> =>
  sql`coalesce(cast(sum(${what}) filter (where ${when}) as double), 0)`;

const ratings = (population: Sql, rating: Sql, count: Counting): Readonly<Record<string, Sql>> => ({
  promoters: count(sql`${population} and ${rating} >= 9`),
  detractors: count(sql`${population} and ${rating} <= 6`),
});

function valueSums(
  population: Sql,
  value: Sql,
  { stats, skewed }: { readonly stats: readonly Statistic[]; readonly skewed: boolean },
): Readonly<Record<string, Sql>> {
  if (!stats.some((stat) => aboutValues.includes(stat))) return {};
  const asked = (...names: Statistic[]): boolean => names.some((name) => stats.includes(name));
  const x = sql`cast(${value} as double)`;
  const positive = sql`${population} and ${value} > 0`;
  const log = sql`ln(case when ${x} > 0 then ${x} end)`;
  return {
    ...(asked('mean', 'sum')
      ? { sum: total(x, population), squares: total(sql`${x} * ${x}`, population) }
      : {}),
    ...(skewed && asked('mean', 'geometric_mean')
      ? {
          positive: ofRows(positive),
          logs: total(log, positive),
          squared_logs: total(sql`${log} * ${log}`, positive),
        }
      : {}),
    ...(asked('max') ? { max: sql`cast(max(${x}) filter (where ${population}) as double)` } : {}),
  };
}

/** How a statement reads its rows; whichever way, the same comes out. */
interface Reading {
  /** Into cells of all dimensions first (`few-cells`). */
  readonly inCells?: boolean;
  /** Those first together that have the same values in these columns (`alike-rows`). */
  readonly alike?: readonly Likeness[] | null;
  /** Rows that none of the items is about are passed over. */
  readonly only?: Sql | null;
}

/** The statement, for running and for showing. */
export function tallyStatement(
  warehouse: Builder,
  slice: Slice,
  items: readonly Item[],
  { inCells = false, alike = null, only = null }: Reading = {},
) {
  const { groupings: _, ...finest } = slice;
  const [all, count] = alike === null ? [sql`count(*)`, ofRows] : [sql`sum(_n)`, ofAlike];
  const sums = items.flatMap((item, i) =>
    Object.entries(aggregates(item, count)).map(([name, sum]): [string, Sql] => [`m${i}_${name}`, sum]),
  );
  const rest = items.some(({ measure }) => measure.rest !== undefined) ? { rows: all } : {};
  const columns = Object.entries<Sql>({ ...rest, ...Object.fromEntries(sums) });
  if (alike !== null) return countedTogether(warehouse, slice, { alike, asked: columns, only });
  const rows = among(grouped(inCells ? finest : slice, warehouse, columns), only);
  if (!inCells) return rows;
  const added = columns.map(([name]) => addedUp(name).as(name));
  return warehouse.db
    .with('cells', () => rows)
    .selectFrom('cells')
    .select([...groupColumns(slice), ...added])
    .groupBy(groupedBy(slice) ?? sql`()`);
}

function grouped(slice: Slice, warehouse: Builder, columns: readonly (readonly [string, Sql])[]) {
  const groups = groupedBy(slice);
  const query = warehouse.db
    .selectFrom(sliced(warehouse, slice).as('f'))
    .select([...groupColumns(slice), ...columns.map(([name, sum]) => sum.as(name))])
    .where(indexed(slice));
  return groups === null ? query : query.groupBy(groups);
}

/** The same aggregate of several cells together. */
const addedUp = (name: string): RawBuilder<unknown> =>
  name.endsWith('_max') ? sql`max(${sql.ref(name)})` : sql`coalesce(sum(${sql.ref(name)}), 0)`;
