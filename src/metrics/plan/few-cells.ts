/** Whether all dimensions of a statement together make few cells: then rows are read into cells once, and cells added up. */
import { sql } from 'kysely';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { valuesOf } from './dimension.ts';
import type { Slice } from './slice.ts';

/** More would not stay in the processor's caches, and gain nothing over one pass a dimension. */
const few = 20_000;

/**
 * From what the engine knows of its columns without looking at a row. It decides how a statement is put, never what comes
 * out of it.
 *
 * @example await makesFewCells(warehouse, { ...slice, by: ['channel', 'team'], groupings: [[], [0], [1]] }) // true
 */
export async function makesFewCells({ db, functions, rows }: Warehouse, slice: Slice): Promise<boolean> {
  if (slice.groupings === undefined) return false;
  const values = slice.by.map((dimension) => valuesOf(dimension, slice));
  if (values.includes(null)) return false;
  const columns = values.flatMap((each, i) =>
    each !== null && typeof each === 'object' ? [functions.variety(sql.ref(each.column)).as(`v${i}`)] : [],
  );
  const [row = {}] =
    columns.length === 0 ? [] : await rows(db.selectFrom(slice.fact).select(columns).limit(1));
  const known = values.map((each, i) => (typeof each === 'number' ? each : (row[`v${i}`] ?? null)));
  // One more of each: the unknown.
  return (
    known.reduce<number>(
      (cells, each) => (each === null ? Number.POSITIVE_INFINITY : cells * (Number(each) + 1)),
      slice.layer.length,
    ) <= few
  );
}
