/** The rows of a fact that some figures are about: windows told apart, segments named, filters applied. */
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { FactName } from '../../warehouse/facts.ts';
import type { Tables, Warehouse } from '../../warehouse/warehouse.ts';
import type { Rules, Sql, Stock } from '../definition.ts';
import type { OwnDimension } from '../own/dimension.ts';
import type { Filter } from '../question.ts';
import type { AboutFacts } from './about-facts.ts';
import { across } from './across.ts';
import { dimensionValue, filterExpression, isMultiple, type Placed } from './dimension.ts';
import { unread } from './known-columns.ts';
import { standingAt } from './standing.ts';
import { inside, type Window } from './window.ts';
import { windowIndex } from './window-index.ts';

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
  /** Dimensions of the company's own among `by` and `where`. */
  readonly own?: readonly OwnDimension[];
  /** A column that takes all rows of the fact to make, by its name in `across`. */
  readonly across?: keyof typeof across;
  readonly about?: AboutFacts;
  /** Texts that every row of the layer has, and of which a statement asks no more than that (`known-columns`). */
  readonly known?: readonly string[];
  /** Windows that do not overlap; a stock is read at their ends. */
  readonly layer: readonly Window[];
  /** Places in `by`: rows are told apart by each of these lists, side by side. None: by all of `by` together. */
  readonly groupings?: readonly (readonly number[])[];
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
  const rows = inWindows({ db, functions }, slice, placed)
    .select(segments)
    .where(timeCondition(slice, placed))
    .where(onSide(side, slice));
  const kept = slice.where.reduce((query, filter) => query.where(filterExpression(filter, placed)), rows);
  return lists.reduce((query, i) => {
    const { value, beside } = functions.eachOf(sql.ref(`_l${i}`));
    const from = db.selectFrom(
      beside === null ? [query.as('r')] : [query.as('r'), beside],
    ) as unknown as Rows;
    return from.selectAll('r').select(value.as(`_s${i}`));
  }, kept as Rows);
}

/** Reading a column that is known to be empty costs as much as any other. */
function onSide(side: Side, { fact, about }: Slice): RawBuilder<boolean> {
  if (side === 'left_out') return sql<boolean>`left_out is not null`;
  return about?.noneLeftOut.includes(fact) === true ? sql<boolean>`true` : sql<boolean>`left_out is null`;
}

type Rows = SelectQueryBuilder<Tables, string, Record<string, unknown>>;

/** Every row with its window; of a stock once for each instant `_at` at which it may stand. */
function inWindows({ db, functions }: Builder, slice: Slice, { anchor }: Placed): Rows {
  const fact = relation(slice, functions).as('f');
  if (!atSeveral(slice)) {
    const window = windowIndex(anchor, slice.layer, functions).as('_w');
    return db.selectFrom(fact).selectAll().select(window) as Rows;
  }
  const ends = slice.layer.map(({ end }, i) => sql`(${sql.lit(i)}, ${functions.instant(end)})`);
  const instants = sql`(values ${sql.join(ends)})`.as<'w'>(sql`w(_w, _at)`);
  const from = db.selectFrom([fact, instants]) as unknown as Rows;
  return from.selectAll('f').select(['w._w', 'w._at']);
}

const atSeveral = ({ stock, layer }: Slice): boolean => stock !== null && layer.length > 1;

/** The fact itself; with what only all of its rows together tell, where a metric asks for it. */
function relation(slice: Slice, fn: Placed['fn']): Sql {
  const fact = slice.known === undefined ? sql`${sql.table(slice.fact)}` : unread(slice.fact, slice.known);
  if (slice.across !== undefined)
    return sql`(select *, ${across[slice.across]} as ${sql.ref(slice.across)} from ${fact})`;
  const instants = instantsOf(slice);
  return slice.stock === null || instants === null ? fact : standingAt(fact, slice.stock, instants, fn);
}

/** The instants at which a stock is read, in order; null for what is none, and where the data have no end. */
function instantsOf({ stock, layer }: Slice): readonly [string, ...string[]] | null {
  const [first, ...others] = [...new Set(layer.map(({ end }) => end))].sort();
  return stock === null || first === undefined || (others.at(-1) ?? first) === '' ? null : [first, ...others];
}

const placedOf = (slice: Slice, fn: Placed['fn']): Placed => ({
  fact: slice.fact,
  rules: slice.rules,
  zone: slice.zone,
  anchor: sql.ref(slice.anchor),
  fn,
  own: slice.own,
});

/** For more of them the engine would sort all rows to join them by one of two comparisons; not so by one truth. */
const fewInstants = 4;

function timeCondition(slice: Slice, { anchor, fn }: Placed): RawBuilder<boolean> {
  const { stock, layer } = slice;
  if (stock === null || instantsOf(slice) === null) return inside(anchor, layer, fn);
  if (!atSeveral(slice)) return sql<boolean>`true`;
  const gone = sql.ref(stock.until);
  const stands = sql<boolean>`${sql.ref(stock.since)} < _at and (${gone} is null or ${gone} >= _at)`;
  return slice.layer.length <= fewInstants ? stands : sql<boolean>`coalesce(${stands}, false)`;
}

/** Rows in a hole between windows have no index. */
export const indexed = ({ layer }: Slice): RawBuilder<boolean> =>
  layer.some((window, i) => i > 0 && layer[i - 1]?.end !== window.start)
    ? sql<boolean>`_w is not null`
    : sql<boolean>`true`;

/** Of some rows those that meet a condition; all of them where there is none. */
export const among = <Q extends { where(condition: RawBuilder<boolean>): Q }>(
  rows: Q,
  only: Sql | null,
): Q => (only === null ? rows : rows.where(sql<boolean>`${only}`));

/** `group by` of the rows of `f`; null where they are one group. */
export function groupedBy({ by, layer, groupings }: Slice, ...more: readonly Sql[]): Sql | null {
  const window = layer.length === 1 ? [] : [sql.ref('_w')];
  const sets = (groupings ?? [by.map((_, i) => i)]).map((places) => [
    ...window,
    ...places.map((i) => sql.ref(`_s${i}`)),
    ...more,
  ]);
  const [only = []] = sets;
  if (sets.length > 1) return sql`grouping sets (${sql.join(sets.map((set) => sql`(${sql.join(set)})`))})`;
  return only.length === 0 ? null : sql.join(only);
}

/** The window of a row; where all rows lie in one, no row is asked. */
export const windowColumn = (layer: Slice['layer']) =>
  layer.length === 1 ? sql<number>`0`.as('_w') : sql.ref<number>('_w').as('_w');

/** The groups of `groupedBy` as selected columns, `_w` always among them; `_g` says which grouping, by what it leaves out. */
export const groupColumns = ({ by, layer, groupings }: Slice) => [
  windowColumn(layer),
  ...(groupings === undefined ? [] : [sql<number>`grouping(${sql.join(segmentNames(by.length))})`.as('_g')]),
  ...segmentNames(by.length).map((name, i) => name.as(`_s${i}`)),
];

const segmentNames = (count: number) =>
  Array.from({ length: count }, (_, i) => sql.ref<string | null>(`_s${i}`));

/** The place of a row that was grouped by `groupedBy`. */
export function placeOfGroup(row: Readonly<Record<string, unknown>>, slice: Slice): Place {
  const { by, groupings } = slice;
  if (groupings === undefined) return placeOf(row, slice);
  const leftOut = (places: readonly number[]): number =>
    by.reduce((bits, _, i) => 2 * bits + (places.includes(i) ? 0 : 1), 0);
  const grouping = groupings.findIndex((places) => leftOut(places) === Number(row._g));
  const segment = (groupings[grouping] ?? []).map((i) => segmentText(row[`_s${i}`]));
  return { window: windowOfRow(row, slice), segment, grouping };
}

/** The groups and some expressions of the rows of a population, so that later steps can group by them. */
export function picked(
  warehouse: Builder,
  slice: Slice,
  population: Sql,
  expressions: Readonly<Record<string, Sql>>,
) {
  const { by, layer, groupings } = slice;
  const rows = warehouse.db
    .selectFrom(sliced(warehouse, slice).as('f'))
    .select([
      windowColumn(layer),
      ...segmentNames(by.length).map((name, i) => name.as(`_s${i}`)),
      ...Object.entries(expressions).map(([name, expression]) => expression.as(name)),
    ])
    .where(indexed(slice))
    .where(sql<boolean>`${population}`);
  return groupings === undefined ? rows : stacked(warehouse, rows, groupings, Object.keys(expressions));
}

/** Every row once for each grouping `_g`, with the values of that grouping's own dimensions as `_s0`, `_s1` … */
export function stacked(
  { db }: Builder,
  rows: Pick<ReturnType<typeof sliced>, 'as'>,
  groupings: readonly (readonly number[])[],
  names: readonly string[],
) {
  const numbers = sql.join(groupings.map((_, g) => sql`(${sql.lit(g)})`));
  const valuesAt = (place: number): Sql => {
    const cases = groupings.flatMap((places, g) => {
      const dimension = places[place];
      return dimension === undefined ? [] : [sql`when ${sql.lit(g)} then ${sql.ref(`p._s${dimension}`)}`];
    });
    return sql`case _g ${sql.join(cases, sql` `)} end`;
  };
  return db
    .selectFrom([rows.as('p'), sql`(values ${numbers})`.as<'g'>(sql`g(_g)`)])
    .select([
      sql<number>`_w`.as('_w'),
      sql<number>`_g`.as('_g'),
      ...Array.from({ length: depth(groupings) }, (_, place) => valuesAt(place).as(`_s${place}`)),
      ...names.map((name) => sql.ref(`p.${name}`).as(name)),
    ]);
}

const depth = (groupings: readonly (readonly number[])[]): number =>
  Math.max(...groupings.map((places) => places.length));

/** The names of the groups in every relation made from `picked`. */
export const groupNameTexts = ({ by, groupings }: Slice): readonly string[] => {
  const segments = Array.from(
    { length: groupings === undefined ? by.length : depth(groupings) },
    (_, i) => `_s${i}`,
  );
  return ['_w', ...(groupings === undefined ? [] : ['_g']), ...segments];
};

/** Those of them that tell groups apart: a window that all rows lie in would only be told of every row again. */
export const tellingNames = (slice: Slice): readonly string[] =>
  groupNameTexts(slice).filter((name) => name !== '_w' || slice.layer.length !== 1);

export const groupNames = (slice: Slice) => groupNameTexts(slice).map((name) => sql.ref(name));

/** A row's place among the answers: window and segment, and which of the groupings side by side it belongs to. */
export interface Place {
  readonly window: string;
  readonly segment: readonly (string | null)[];
  readonly grouping?: number;
}

/** The place of a row of a relation made from `picked`. */
export function placeOf(row: Readonly<Record<string, unknown>>, slice: Slice): Place {
  const { by, groupings } = slice;
  const grouping = Number(row._g);
  const places = groupings === undefined ? by : (groupings[grouping] ?? []);
  const segment = places.map((_, i) => segmentText(row[`_s${i}`]));
  const window = windowOfRow(row, slice);
  return groupings === undefined ? { window, segment } : { window, segment, grouping };
}

const windowOfRow = (row: Readonly<Record<string, unknown>>, { layer }: Slice): string =>
  layer[Number(row._w)]?.key ?? '';

const segmentText = (value: unknown): string | null => (value === null ? null : String(value));

export const placeKey = ({ window, segment }: Place): string => placeKeys(segment)(window);

/** The keys of one segment in many windows. */
export function placeKeys(segment: Place['segment']): (window: string) => string {
  const own = JSON.stringify(segment);
  return (window) => `${window} ${own}`;
}
