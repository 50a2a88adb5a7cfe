/** Rows that are alike in all that a statement asks about: counted together first, so that each question is put to few. */

import { sql } from 'kysely';
import { factTable } from '../../warehouse/facts.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Sql } from '../definition.ts';
import { makeFewCells } from './few-cells.ts';
import { among, type Builder, groupColumns, groupedBy, indexed, type Slice, sliced } from './slice.ts';

/**
 * The columns of the fact that some conditions read, where rows that have the same values there are few kinds of rows;
 * null where counting row by row costs no more. Comparing words is what is dear: without any there is nothing to gain.
 *
 * @example await alikeIn(warehouse, promises, [sql`(${target} = 'resolution' and ${state} = 'met')`]) // ['target', 'state']
 */
export async function alikeIn(
  warehouse: Warehouse,
  slice: Slice,
  conditions: readonly Sql[],
): Promise<readonly string[] | null> {
  if (slice.stock !== null || slice.across !== undefined) return null;
  const { columns } = factTable(slice.fact);
  const words = new Set(conditions.flatMap((condition) => wordsOf(condition, warehouse.db)));
  const read = Object.keys(columns).filter((name) => words.has(name));
  if (!read.some((name) => columns[name]?.type === 'text')) return null;
  return (await makeFewCells(warehouse, slice, read)) ? read : null;
}

/** Every name that a piece of a statement might mean; what stands in quotation marks as a text is none. */
const wordsOf = (piece: Sql, db: Warehouse['db']): readonly string[] =>
  piece
    .compile(db)
    .sql.replaceAll(/'[^']*'/g, '')
    .match(/\w+/g) ?? [];

interface Kinds {
  /** The columns in which they are alike. */
  readonly alike: readonly string[];
  readonly asked: readonly (readonly [string, Sql])[];
  /** Other rows are passed over. */
  readonly only: Sql | null;
}

/** The statement: rows by their group and what makes them alike, `_n` of each kind, and what is asked of the kinds by group. */
export function countedTogether(warehouse: Builder, slice: Slice, { alike, asked, only }: Kinds) {
  const { groupings: _, ...finest } = slice;
  const columns = alike.map((name) => sql.ref(name));
  const kinds = warehouse.db
    .selectFrom(sliced(warehouse, slice).as('f'))
    .select([...groupColumns(finest), ...alike.map((name) => sql.ref(name).as(name)), sql`count(*)`.as('_n')])
    .where(indexed(slice))
    .groupBy(groupedBy(finest, ...columns) ?? sql`()`);
  return warehouse.db
    .with('alike', () => among(kinds, only))
    .selectFrom('alike')
    .select([...groupColumns(slice), ...asked.map(([name, sum]) => sum.as(name))])
    .groupBy(groupedBy(slice) ?? sql`()`);
}
