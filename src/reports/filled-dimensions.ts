/** Which dimensions the data fills with more than one value: the others would make tables of one line. */
import { sql } from 'kysely';
import { type FactName, factTable, type Row, rowsOf, type Warehouse } from '../warehouse/index.ts';

const dimensions = [
  'channel',
  'category',
  'team',
  'priority',
  'product',
  'department',
  'segment',
  'country',
  'language',
] as const;
const factsAsked = ['case_facts', 'contact_facts', 'survey_facts'] as const satisfies readonly FactName[];

/** @example await filledDimensions(warehouse) // ['channel', 'category'] */
export async function filledDimensions(warehouse: Warehouse): Promise<readonly string[]> {
  const filled = new Set<string>();
  for (const fact of factsAsked) {
    const columns = dimensions.filter((dimension) => dimension in factTable(fact).dimensions);
    const parts = columns.map((column) => sql`${hasSeveral(fact, column)} as ${sql.ref(column)}`);
    const statement = sql<Row>`select ${sql.join(parts)}`;
    const [row] = await rowsOf(warehouse, statement);
    for (const column of columns) if (row?.[column] === true) filled.add(column);
  }
  return dimensions.filter((dimension) => filled.has(dimension));
}

/** Stops at the first row that differs from another: no need to read them all. */
const hasSeveral = (fact: FactName, column: string) =>
  sql`exists (select 1 from ${sql.table(fact)} where ${sql.ref(column)} <>
    (select ${sql.ref(column)} from ${sql.table(fact)} where ${sql.ref(column)} is not null limit 1))`;
