/** The rows of a fact that some figures are about: windows told apart, segments named, filters applied. */
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { FactName } from '../../warehouse/facts.ts';
import type { Tables, Warehouse } from '../../warehouse/warehouse.ts';
import type { Rules, Sql, Stock } from '../definition.ts';
import type { Filter } from '../question.ts';
import { across } from './across.ts';
import { dimensionValue, filterExpression, isMultiple, type Placed } from './dimension.ts';
import { inside, type Window, windowIndex } from './window.ts';

/** What a statement is built with; nothing is run. */
export type Builder = Pick<Warehouse, 'db' | 'functions'>;

/** Everything that decides which rows; figures with the same slice share a statement. */
export interface Slice {
  readonly fact: FactName;
  /** Column of the instant that places a row in a window. */
  readonly anchor: string;
  readonly stock: Stock | null;
  readonly by: readonly string[];
  readonly where: readonly Filter[];
  readonly zone: string;
  readonly rules: Rules;
  /** A column that takes all rows of the fact to make, by its name in `across`. */
  readonly across?: keyof typeof across;
  /** Windows that do not overlap; exactly one for a stock. */
  readonly layer: readonly Window[];
}

/** Rows that the law of populations leaves out of every figure, or those rows only. */
export type Side = 'kept' | 'left_out';

/**
 * The relation `f`: the fact's columns, `_w` (index of the window) and `_s0`, `_s1` … (the segment). A row with several
 * values of a dimension is there once for each.
 */
export function sliced({ db, functions }: Builder, slice: Slice, side: Side = 'kept') {
  const placed = placedOf(slice, functions);
  const lists = slice.by.flatMap((dimension, i) =>
    isMultiple(dimension, slice.fact, slice.rules) ? [i] : [],
  );
  const segments = slice.by.map((dimension, i) =>
    dimensionValue(dimension, placed).as(lists.includes(i) ? `_l${i}` : `_s${i}`),
  );
  const rows = db
    .selectFrom(relation(slice).as('f'))
    .selectAll()
    .select([windowIndex(placed.anchor, slice.layer, functions).as('_w'), ...segments])
    .where(timeCondition(slice, placed))
    .where(sql<boolean>`left_out is ${side === 'kept' ? sql`null` : sql`not null`}`);
  const kept = slice.where.reduce((query, filter) => query.where(filterExpression(filter, placed)), rows);
  return lists.reduce(
    (query, i) =>
      db
        .selectFrom(query.as('r'))
        .selectAll()
        .select(functions.eachOf(sql.ref(`_l${i}`)).as(`_s${i}`)),
    kept as Rows,
  );
}

type Rows = SelectQueryBuilder<Tables, string, Record<string, unknown>>;

/** The fact itself; with what only all of its rows together tell, where a metric asks for it. */
const relation = (slice: Slice): RawBuilder<unknown> =>
  slice.across === undefined
    ? sql`${sql.table(slice.fact)}`
    : sql`(select *, ${across[slice.across]} as ${sql.ref(slice.across)} from ${sql.table(slice.fact)} where left_out is null)`;

const placedOf = (slice: Slice, fn: Placed['fn']): Placed => ({
  fact: slice.fact,
  rules: slice.rules,
  zone: slice.zone,
  anchor: sql.ref(slice.anchor),
  fn,
});

function timeCondition({ stock, layer }: Slice, { anchor, fn }: Placed): RawBuilder<boolean> {
  const [window] = layer;
  if (stock === null || window === undefined || window.end === '') return inside(anchor, layer, fn);
  const at = fn.instant(window.end);
  const since = sql.ref(stock.since);
  const until = sql`coalesce(${sql.join(stock.until.map((column) => sql.ref(column)))})`;
  return sql<boolean>`${since} < ${at} and (${until} is null or ${until} >= ${at})`;
}

/** Rows in a hole between windows have no index. */
export const indexed = ({ layer }: Slice): RawBuilder<boolean> =>
  layer.some((window, i) => i > 0 && layer[i - 1]?.end !== window.start)
    ? sql<boolean>`_w is not null`
    : sql<boolean>`true`;

/** The columns that rows are grouped by, as references into `f`. */
export const groups = ({ by, layer }: Slice): readonly RawBuilder<unknown>[] => [
  ...(layer.length === 1 ? [] : [sql.ref('_w')]),
  ...by.map((_, i) => sql.ref(`_s${i}`)),
];

export const segmentColumns = ({ by }: Slice) =>
  by.map((_, i) => sql.ref<string | null>(`_s${i}`).as(`_s${i}`));

/** Groups as selected columns, `_w` always among them. */
export const groupColumns = (slice: Slice) => [
  slice.layer.length === 1 ? sql<number>`0`.as('_w') : sql.ref<number>('_w').as('_w'),
  ...segmentColumns(slice),
];

/** The groups and some expressions of the rows of a population, so that later steps can group by them. */
export const picked = (
  warehouse: Builder,
  slice: Slice,
  population: Sql,
  expressions: Readonly<Record<string, Sql>>,
) =>
  warehouse.db
    .selectFrom(sliced(warehouse, slice).as('f'))
    .select([
      ...groupColumns(slice),
      ...Object.entries(expressions).map(([name, expression]) => expression.as(name)),
    ])
    .where(indexed(slice))
    .where(sql<boolean>`${population}`);

/** The names of the groups in every relation made from `f`. */
export const groupNameTexts = ({ by }: Slice): readonly string[] => ['_w', ...by.map((_, i) => `_s${i}`)];

export const groupNames = (slice: Slice) => groupNameTexts(slice).map((name) => sql.ref(name));

/** A row's place among the answers: window and segment. */
export interface Place {
  readonly window: string;
  readonly segment: readonly (string | null)[];
}

export function placeOf(row: Readonly<Record<string, unknown>>, { by, layer }: Slice): Place {
  const window = layer[Number(row._w)]?.key ?? '';
  const segment = by.map((_, i) => (row[`_s${i}`] === null ? null : String(row[`_s${i}`])));
  return { window, segment };
}

export const placeKey = ({ window, segment }: Place): string => JSON.stringify([window, ...segment]);
