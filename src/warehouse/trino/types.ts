/** What a column's type is called in this engine. */
import type { ColumnType } from '../../model/index.ts';

export { literal, quoted } from '../spelled.ts';

export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'varchar',
  time: 'timestamp(6) with time zone',
  seconds: 'double',
  number: 'double',
  integer: 'bigint',
  boolean: 'boolean',
  texts: 'array(varchar)',
};
