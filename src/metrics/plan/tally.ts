/** Sums of many metrics, periods and segments, read in as few and as cheap statements as their rows allow. */
import { sql } from 'kysely';
import type { Row, Warehouse } from '../../warehouse/warehouse.ts';
import type { Measure, Sequence, Sql } from '../definition.ts';
import { alikeIn } from './alike-rows.ts';
import { areMany } from './cluster-sums.ts';
import { distinctCounts, groupedKey } from './distinct-counts.ts';
import { makesFewCells } from './few-cells.ts';
import { inTurn } from './in-turn.ts';
import { withKnownColumns } from './known-columns.ts';
import { isFollowed, wholeSequence } from './last-of-each.ts';
import { type Builder, groupedBy, type Place, placeKey, placeOfGroup, type Slice } from './slice.ts';
import { aboutValues, aggregates, type Item, type Sums, tallyStatement } from './tally-statement.ts';

export interface Tallied {
  readonly place: Place;
  /** In the order of the items. */
  readonly sums: readonly Sums[];
}

/** @param emptyToo whether places are asked for that have rows, but none that an item is about */
export async function tally(
  warehouse: Warehouse,
  slice: Slice,
  asked: readonly Item[],
  { emptyToo = slice.stock === null }: { readonly emptyToo?: boolean } = {},
): Promise<readonly Tallied[]> {
  const [item] = asked;
  const distinct = asked.length === 1 ? item?.measure.distinct : undefined;
  if (item !== undefined && distinct !== undefined) {
    if (await areMany(warehouse, slice, distinct))
      return await tallyDistinct(warehouse, slice, item, distinct);
    const sequence = await wholeSequence(warehouse, slice, item.measure);
    if (sequence !== null) return await tallyLasts(warehouse, slice, { item, sequence, emptyToo });
  }
  return await inTurn(warehouse, slice, (part) => tallied(warehouse, part, asked, emptyToo));
}

async function tallied(
  warehouse: Warehouse,
  slice: Slice,
  asked: readonly Item[],
  emptyToo: boolean,
): Promise<readonly Tallied[]> {
  // Rows that are one group are one answer, also where none of them counts.
  const tellsEmpty = emptyToo && groupedBy(slice) !== null;
  const population = tellsEmpty ? null : sharedPopulation(asked, warehouse);
  const items = population === null ? asked : withinPopulation(asked);
  const isAdditive = items.every(({ measure }) => measure.distinct === undefined);
  const alike = items.every(isCounted) ? await alikeIn(warehouse, slice, items.flatMap(conditions)) : null;
  const inCells = alike === null && isAdditive && (await makesFewCells(warehouse, slice));
  const statementOf = (from: Slice) =>
    tallyStatement(warehouse, from, items, { inCells, alike, only: population });
  const rows = await warehouse.rows(statementOf(await withKnownColumns(warehouse, slice, statementOf)));
  const names = items.map((each) => Object.keys(aggregates(each)));
  return rows.map((row) => ({
    place: placeOfGroup(row, slice),
    sums: items.map(({ measure }, i) =>
      withRest(sumsOf(row, `m${i}_`, names[i] ?? []), measure, Number(row.rows ?? 0)),
    ),
  }));
}

/** Whether nothing but rows is counted. */
const isCounted = ({ measure, stats }: Item): boolean =>
  measure.distinct === undefined &&
  !stats.includes('distribution') &&
  (measure.value === undefined || !stats.some((stat) => aboutValues.includes(stat)));

/** All that is asked of a row. */
const conditions = ({ measure }: Item): readonly Sql[] => {
  const { population, countedOut = {}, hit, rating } = measure;
  return [population, ...Object.values(countedOut), hit, rating].filter((piece) => piece !== undefined);
};

/** Everything else about the rows is counted as ever. */
async function tallyDistinct(
  warehouse: Warehouse,
  slice: Slice,
  { measure: { distinct: _, ...measure }, ...item }: Item,
  distinct: Sql,
): Promise<readonly Tallied[]> {
  const counts = await distinctCounts(warehouse, slice, { population: measure.population, distinct });
  const isAll = Object.keys(aggregates({ ...item, measure })).length === 1 && measure.rest === undefined;
  if (isAll) return [...counts.values()].map(({ place, n }) => ({ place, sums: [{ n }] }));
  const others = await tally(warehouse, slice, [{ ...item, measure }]);
  return others.map(({ place, sums: [own] }) => ({
    place,
    sums: [{ ...own, n: counts.get(groupedKey(place))?.n ?? 0 }],
  }));
}

/** Of each sequence the last row in a window: all of its rows less those that are followed there. */
async function tallyLasts(
  warehouse: Warehouse,
  slice: Slice,
  {
    item,
    sequence,
    emptyToo,
  }: { readonly item: Item; readonly sequence: Sequence; readonly emptyToo: boolean },
): Promise<readonly Tallied[]> {
  const { distinct: _, ...measure } = { ...item.measure, population: sql`${sequence.linked} is not null` };
  return await inTurn(warehouse, slice, async (part) => {
    const all = await tallied(warehouse, part, [{ ...item, measure }], emptyToo);
    const followed = { population: isFollowed(part, sequence, warehouse.functions) };
    const found = await tallied(warehouse, part, [{ measure: followed, stats: [] }], false);
    const again = new Map(found.map(({ place, sums }) => [placeKey(place), sums[0]?.n ?? 0]));
    return all.map(({ place, sums: [own] }) => ({
      place,
      sums: [{ ...own, n: (own?.n ?? 0) - (again.get(placeKey(place)) ?? 0) }],
    }));
  });
}

/** What is neither in the population nor counted out by a reason of its own has the reason `rest`. */
function withRest(sums: Sums, { rest }: Measure, rows: number): Sums {
  if (rest === undefined) return sums;
  const out = Object.entries(sums).filter(([name]) => name.startsWith('out_'));
  return { ...sums, [`out_${rest}`]: out.reduce((left, [, count]) => left - count, rows - (sums.n ?? 0)) };
}

function sumsOf(row: Row, prefix: string, names: readonly string[]): Sums {
  const sums: Record<string, number> = {};
  for (const name of names) {
    const value = row[`${prefix}${name}`] ?? null;
    if (value !== null) sums[name] = Number(value);
  }
  return sums;
}

/**
 * The population that all items share, so that other rows are passed over: most rows of a stock ended long ago in a state
 * that nobody asks about. Not where a place is to be told of that has rows and none of the population.
 */
function sharedPopulation(items: readonly Item[], { db }: Builder): Sql | null {
  const texts = new Set(items.map(({ measure }) => JSON.stringify(textOf(measure.population, db))));
  const [first] = items;
  const tellsMore = items.some(
    ({ measure }) => measure.countedOut !== undefined || measure.rest !== undefined,
  );
  return first === undefined || tellsMore || texts.size > 1 ? null : first.measure.population;
}

/** The items as they are among the rows of their own population. */
const withinPopulation = (items: readonly Item[]): readonly Item[] =>
  items.map(({ measure, ...item }) => ({ ...item, measure: { ...measure, population: sql`true` } }));

function textOf(piece: Sql, db: Builder['db']): readonly unknown[] {
  const { sql: text, parameters } = piece.compile(db);
  return [text, parameters];
}
