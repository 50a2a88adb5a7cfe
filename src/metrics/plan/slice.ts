/** The rows of a fact that some figures are about: windows told apart, segments named, filters applied. */
import { type RawBuilder, sql } from 'kysely';
import type { FactName } from '../../warehouse/facts.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Rules, Sql, Stock } from '../definition.ts';
import type { Filter } from '../question.ts';
import { dimensionValue, filterExpression, type Placed } from './dimension.ts';
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
  /** Windows that do not overlap; exactly one for a stock. */
  readonly layer: readonly Window[];
}

/** Rows that the law of populations leaves out of every figure, or those rows only. */
export type Side = 'kept' | 'left_out';

/** The relation `f`: the fact's columns, `_w` (index of the window) and `_s0`, `_s1` … (the segment). */
export function sliced({ db, functions }: Builder, slice: Slice, side: Side = 'kept') {
  const placed = placedOf(slice, functions);
  const segments = slice.by.map((dimension, i) => dimensionValue(dimension, placed).as(`_s${i}`));
  const rows = db
    .selectFrom(slice.fact)
    .selectAll()
    .select([windowIndex(placed.anchor, slice.layer, functions).as('_w'), ...segments])
    .where(timeCondition(slice, placed))
    .where(sql<boolean>`left_out is ${side === 'kept' ? sql`null` : sql`not null`}`);
  return slice.where.reduce(
    (query, filter) => query.where(filterExpression(dimensionValue(filter.dimension, placed), filter)),
    rows,
  );
}

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
