/** Rows that are alike in all that a statement asks about: counted together first, so that each question is put to few. */

import { sql } from 'kysely';
import { factTable } from '../../warehouse/facts.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Sql } from '../definition.ts';
import { makeFewCells } from './few-cells.ts';
import { among, type Builder, groupColumns, groupedBy, indexed, type Slice, sliced } from './slice.ts';

/** A column in which rows are alike: in its value, or, where nobody asks for more, in whether it has one. */
export interface Likeness {
  readonly column: string;
  readonly onlyKnown?: true;
}

/**
 * The columns of the fact that some conditions read, where rows that have the same values there are few kinds of rows;
 * null where counting row by row costs no more. Comparing words is what is dear: without any, or with one
 * condition alone, there is nothing to gain.
 *
 * @example await alikeIn(warehouse, promises, [sql`(${target} = 'resolution' and ${state} is null)`])
 * // [{ column: 'target' }, { column: 'state', onlyKnown: true }]
 */
export async function alikeIn(
  warehouse: Warehouse,
  slice: Slice,
  conditions: readonly Sql[],
): Promise<readonly Likeness[] | null> {
  if (conditions.length < 2 || slice.stock !== null || slice.across !== undefined) return null;
  const { columns } = factTable(slice.fact);
  const texts = conditions.map((condition) => textOf(condition, warehouse.db));
  const compared = new Set(texts.flatMap((text) => wordsOf(text.replaceAll(askedIfKnown, ''))));
  const words = new Set(texts.flatMap(wordsOf));
  const values = Object.keys(columns).filter((name) => compared.has(name));
  if (!values.some((name) => columns[name]?.type === 'text')) return null;
  if (!(await makeFewCells(warehouse, slice, values))) return null;
  const known = Object.keys(columns).filter((name) => words.has(name) && !compared.has(name));
  return [
    ...values.map((column) => ({ column })),
    ...known.map((column) => ({ column, onlyKnown: true as const })),
  ];
}

/** A condition without what stands in quotation marks as a text, which names no column. */
const textOf = (piece: Sql, db: Warehouse['db']): string => piece.compile(db).sql.replaceAll(/'[^']*'/g, '');

const askedIfKnown = /\w+"? is (not )?null/g;

/** Every name that a piece of a statement might mean. */
const wordsOf = (text: string): readonly string[] => text.match(/\w+/g) ?? [];

interface Kinds {
  readonly alike: readonly Likeness[];
  readonly asked: readonly (readonly [string, Sql])[];
  /** Other rows are passed over. */
  readonly only: Sql | null;
}

/** The statement: rows by their group and what makes them alike, `_n` of each kind, and what is asked of the kinds by group. */
export function countedTogether(warehouse: Builder, slice: Slice, { alike, asked, only }: Kinds) {
  const { groupings: _, ...finest } = slice;
  const columns = alike.map(({ column, onlyKnown }) => {
    const value = sql.ref(column);
    return { column, value: onlyKnown === true ? sql`(case when ${value} is not null then '' end)` : value };
  });
  const kinds = warehouse.db
    .selectFrom(sliced(warehouse, slice).as('f'))
    .select([
      ...groupColumns(finest),
      ...columns.map(({ column, value }) => value.as(column)),
      sql`count(*)`.as('_n'),
    ])
    .where(indexed(slice))
    .groupBy(groupedBy(finest, ...columns.map(({ value }) => value)) ?? sql`()`);
  return warehouse.db
    .with('alike', () => among(kinds, only))
    .selectFrom('alike')
    .select([...groupColumns(slice), ...asked.map(([name, sum]) => sum.as(name))])
    .groupBy(groupedBy(slice) ?? sql`()`);
}
