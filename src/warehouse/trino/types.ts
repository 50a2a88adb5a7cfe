/** What a column's type is called in this engine. */
import type { ColumnType } from '../../model/index.ts';

export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'varchar',
  time: 'timestamp(6) with time zone',
  seconds: 'double',
  number: 'double',
  integer: 'bigint',
  boolean: 'boolean',
  texts: 'array(varchar)',
};

/** A name as an identifier. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as a literal, for what is of our own making: names, numbers of loads, places in the store. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
