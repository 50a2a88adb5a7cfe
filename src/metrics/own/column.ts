/** A column that a company names: one of the fact's, or an attribute that a source brought. */
import { sql } from 'kysely';
import type { ColumnType } from '../../model/index.ts';
import { type FactName, factTable } from '../../warehouse/facts.ts';
import type { EngineFunctions } from '../../warehouse/warehouse.ts';
import type { Sql } from '../definition.ts';

const prefix = 'attributes.';

/** The type of a column; null where the fact has none of that name. */
export const typeOf = (fact: FactName, column: string): ColumnType | null =>
  column.startsWith(prefix) && column.length > prefix.length
    ? 'text'
    : (factTable(fact).columns[column]?.type ?? null);

/** As a piece of a statement; the name was looked up when the configuration was read. */
export const columnNamed = (column: string, fn: EngineFunctions): Sql =>
  column.startsWith(prefix)
    ? fn.attribute(sql.ref('attributes'), column.slice(prefix.length))
    : sql.ref(column);
