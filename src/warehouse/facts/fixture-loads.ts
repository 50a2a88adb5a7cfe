/** For tests: records that arrive load by load, and all the facts that come out of them. */
import { recordKinds } from '../../model/index.ts';
import { closeTouched, endTouching, startTouching, touchLoad } from '../duckdb/loading/touched.ts';
import { endWrite } from '../duckdb/refresh.ts';
import {
  type DuckDbWarehouse,
  type FactName,
  type FactSettings,
  factNames,
  openWarehouse,
  type Writer,
} from '../index.ts';
import { recordColumns } from '../record-columns.ts';
import { rowsOfFact } from './facts-of.ts';
import { type Arrival, worldSettings } from './fixture-worlds.ts';
import { refreshFacts } from './refresh.ts';

/** What a load is made with, and what it brings once more. */
interface Loading {
  readonly repeated?: readonly Arrival[];
  readonly settings?: FactSettings;
}

/**
 * Loads records one batch after the other, each as a load does it: only what it touches is made again. The last load also
 * brings some records once more.
 */
export async function loaded(
  batches: readonly (readonly Arrival[])[],
  { repeated = [], ...loading }: Loading = {},
): Promise<DuckDbWarehouse> {
  const warehouse = await openWarehouse({ path: ':memory:', threads: 1 });
  for (const [index, batch] of batches.entries())
    await warehouse.write((writer) =>
      load(writer, index, batch, { ...loading, repeated: index + 1 === batches.length ? repeated : [] }),
    );
  return warehouse;
}

export async function load(
  writer: Writer,
  number: number,
  batch: readonly Arrival[],
  { repeated = [], settings = worldSettings }: Loading = {},
): Promise<void> {
  await startTouching(writer);
  for (const [kind, arrived] of Map.groupBy(batch, (arrival) => arrival.kind)) {
    const empty = Object.fromEntries(Object.keys(recordColumns(kind)).map((name) => [name, null]));
    const rows = arrived.map(({ row }) => ({
      ...empty,
      source: 'desk',
      ...row,
      _load: number,
      _file: 0,
      _place: 0,
    }));
    await writer.execute(writer.db.insertInto(kind).values(rows));
  }
  for (const { kind, row } of repeated)
    await writer.execute(`insert into ${kind}_repeats values ('desk', '${row.id}', 0, 0, ${number}, 0, 0)`);
  await touchLoad(writer, number);
  const all = await closeTouched(writer);
  await endWrite(writer, { kinds: recordKinds, all, settings, refreshFacts });
  await endTouching(writer);
}

/** All rows of these facts; closes the warehouse. */
export async function everyFact(
  warehouse: DuckDbWarehouse,
  names: readonly FactName[] = factNames,
): Promise<unknown> {
  const found: Record<string, unknown> = {};
  for (const name of names) found[name] = await rowsOfFact(warehouse, name);
  await warehouse.close();
  return found;
}
