/** What a column's type is called in this engine. */
import type { ColumnType } from '../../model/index.ts';

export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  time: 'TIMESTAMPTZ',
  seconds: 'DOUBLE',
  number: 'DOUBLE',
  integer: 'BIGINT',
  boolean: 'BOOLEAN',
  texts: 'VARCHAR[]',
};

/** A name as an identifier. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as a literal, for the few statements that take no bound values (paths, settings). */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
