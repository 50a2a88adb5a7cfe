/** A warehouse in memory that holds the records a test names, for tests of this room and the rooms above. */
import { type RecordKind, recordKinds } from '../model/index.ts';
import { endWrite } from './duckdb/refresh.ts';
import { refreshFacts } from './facts/refresh.ts';
import { type DuckDbWarehouse, openWarehouse, type Row, type Writer } from './index.ts';
import { recordColumns } from './record-columns.ts';
import { defaultFactSettings, type FactSettings } from './refresh-context.ts';

/** Rows by table; columns that are left out are null, `source` is `desk`, and `id` counts from 1. */
export type SomeRecords = Partial<Readonly<Record<RecordKind, readonly Row[]>>>;

/**
 * @example const warehouse = await warehouseWith({ cases: [{ id: 'a', opened_at: '2025-03-01T09:00:00Z' }] })
 */
export async function warehouseWith(
  records: SomeRecords,
  settings: Partial<FactSettings> = {},
): Promise<DuckDbWarehouse> {
  const warehouse = await openWarehouse({ path: ':memory:', threads: 1 });
  await warehouse.write(async (writer) => {
    for (const kind of recordKinds) await insert(writer, kind, records[kind] ?? []);
    await endWrite(writer, {
      kinds: recordKinds,
      all: true,
      settings: { ...defaultFactSettings, ...settings },
      refreshFacts,
    });
  });
  return warehouse;
}

async function insert(writer: Writer, kind: RecordKind, rows: readonly Row[]): Promise<void> {
  const names = Object.keys(recordColumns(kind));
  for (let start = 0; start < rows.length; start += 500) {
    const batch = rows
      .slice(start, start + 500)
      .map((row, offset) => complete(row, kind, names, start + offset));
    await writer.execute(writer.db.insertInto(kind).values(batch));
  }
}

function complete(row: Row, kind: RecordKind, names: readonly string[], index: number): Row {
  const unknown = Object.keys(row).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`${kind} has no column ${unknown}`);
  const empty = Object.fromEntries(names.map((name) => [name, null]));
  return { ...empty, source: 'desk', id: String(index + 1), ...row, _load: 0, _file: 0, _place: index + 1 };
}
