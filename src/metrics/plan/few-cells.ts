/** Whether all dimensions of a statement together make few cells: then rows are read into cells once, and cells added up. */
import { sql } from 'kysely';
import { factTable } from '../../warehouse/facts.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { valuesOf } from './dimension.ts';
import type { Slice } from './slice.ts';

/** More would not stay in the processor's caches, and gain nothing over one pass a dimension. */
const few = 20_000;

/**
 * From what the engine knows of its columns without looking at a row. It decides how a statement is put, never what comes
 * out of it.
 *
 * @param columns of the fact, by which the cells are told apart besides
 * @example await makeFewCells(warehouse, { ...slice, by: ['channel', 'team'] }, ['status']) // true
 */
export async function makeFewCells(
  { db, functions, rows }: Warehouse,
  slice: Slice,
  columns: readonly string[] = [],
): Promise<boolean> {
  const dimensions = slice.by.map((dimension) => valuesOf(dimension, slice));
  if (dimensions.includes(null)) return false;
  const types = factTable(slice.fact).columns;
  const besides = columns.map((column) => (types[column]?.type === 'boolean' ? 2 : { column }));
  const values = [...dimensions, ...besides];
  const varieties = values.flatMap((each, i) =>
    each !== null && typeof each === 'object' ? [functions.variety(sql.ref(each.column)).as(`v${i}`)] : [],
  );
  const [row = {}] =
    varieties.length === 0 ? [] : await rows(db.selectFrom(slice.fact).select(varieties).limit(1));
  const known = values.map((each, i) => (typeof each === 'number' ? each : (row[`v${i}`] ?? null)));
  // One more of each: the unknown.
  return (
    known.reduce<number>(
      (cells, each) => (each === null ? Number.POSITIVE_INFINITY : cells * (Number(each) + 1)),
      slice.layer.length,
    ) <= few
  );
}

/** Nothing is gained where rows are told apart in one way only. */
export const makesFewCells = async (warehouse: Warehouse, slice: Slice): Promise<boolean> =>
  slice.groupings !== undefined && (await makeFewCells(warehouse, slice));
