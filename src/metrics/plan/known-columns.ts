/** Columns that have a value in every row a statement looks at: where it only asks whether, they need not be read. */
import { sql } from 'kysely';
import { atOnce } from '../../warehouse/at-once.ts';
import { type FactName, factTable } from '../../warehouse/facts.ts';
import type { Compilable, Warehouse } from '../../warehouse/warehouse.ts';
import type { Sql } from '../definition.ts';
import type { Slice } from './slice.ts';
import { inside } from './window.ts';

/**
 * To know of a text whether it is there an engine reads it, which for millions of names takes longer than all else. The
 * first row without one is found at once; where there is none, the engine passes over whole groups of rows by what it
 * knows of them. Then the answer is the same for all rows.
 *
 * @returns the slice, with what is known of its columns
 * @example await withKnownColumns(warehouse, october, (slice) => statementOf(slice)) // { ...october, known: ['customer_id'] }
 */
export async function withKnownColumns(
  warehouse: Warehouse,
  slice: Slice,
  statementOf: (slice: Slice) => Compilable,
): Promise<Slice> {
  const { fact, stock, across, about } = slice;
  if (stock !== null || across !== undefined || about?.large.includes(fact) !== true) return slice;
  const known: string[] = [];
  await atOnce(onlyAskedIfKnown(statementOf(slice), slice), warehouse.sideBySide, async (column) => {
    if (await isEverywhere(warehouse, slice, column)) known.push(column);
  });
  return known.length === 0 ? slice : { ...slice, known: known.sort() };
}

/** Texts of the fact that a statement names nowhere but before `is null` and `is not null`. */
function onlyAskedIfKnown(statement: Compilable, { fact }: Slice): readonly string[] {
  const text = statement.compile().sql.replaceAll(/'[^']*'/g, '');
  const asked = new Set(wordsOf((text.match(whether) ?? []).join(' ')));
  const read = new Set(wordsOf(text.replaceAll(whether, '').replaceAll(/\bas "\w+"/g, '')));
  const { columns } = factTable(fact);
  return Object.keys(columns).filter(
    (name) => columns[name]?.type === 'text' && asked.has(name) && !read.has(name),
  );
}

const whether = /\w+"? is (not )?null/g;

const wordsOf = (text: string): readonly string[] => text.match(/\w+/g) ?? [];

async function isEverywhere(
  { db, functions, rows }: Warehouse,
  { fact, anchor, layer }: Slice,
  column: string,
): Promise<boolean> {
  const missing = db
    .selectFrom(fact)
    .select(sql<number>`1`.as('missing'))
    .where(inside(sql.ref(anchor), layer, functions))
    .where(sql.ref(column), 'is', null)
    .limit(1);
  return (await rows(missing)).length === 0;
}

/** The fact with any text in place of those that are there in every row. */
export function unread(fact: FactName, known: readonly string[]): Sql {
  const columns = Object.keys(factTable(fact).columns).map((name) =>
    known.includes(name) ? sql`'' as ${sql.ref(name)}` : sql.ref(name),
  );
  return sql`(select ${sql.join(columns)} from ${sql.table(fact)})`;
}
