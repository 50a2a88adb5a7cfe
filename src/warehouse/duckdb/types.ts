/** What a column's type is called in this engine. */
import type { ColumnType } from '../../model/index.ts';

export { literal, quoted } from '../spelled.ts';

export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  time: 'TIMESTAMPTZ',
  seconds: 'DOUBLE',
  number: 'DOUBLE',
  integer: 'BIGINT',
  boolean: 'BOOLEAN',
  texts: 'VARCHAR[]',
};
