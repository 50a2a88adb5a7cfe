/** The columns of a record table in a warehouse: key, version, the record, and what else the source brought. */
import { type ColumnType, commonColumns, type RecordKind, recordTable } from '../model/index.ts';

export type Columns = Readonly<Record<string, { readonly type: ColumnType }>>;

export const recordColumns = (kind: RecordKind): Columns => ({
  ...commonColumns,
  ...recordTable(kind).columns,
  attributes: { type: 'text' },
});
