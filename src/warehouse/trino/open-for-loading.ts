/** Opens the warehouse of a cluster for loading, and makes it where there is none. */
import type { LoadableWarehouse } from '../loading.ts';
import type { AskOptions, Compilable, Warehouse } from '../warehouse.ts';
import { commitOf, newestCommit } from './commits.ts';
import type { Connection } from './connection.ts';
import { type Ground, groundOn } from './ground.ts';
import { forgetRaw } from './loading/books.ts';
import { runLoad } from './loading/load.ts';
import { openScratch } from './loading/scratch.ts';
import { runUndo } from './loading/undo.ts';
import { makeTables } from './make-tables.ts';
import { remakeFacts } from './remake.ts';
import type { Store } from './store.ts';
import { tidy } from './tidy.ts';
import { warehouseOn } from './warehouse.ts';

export interface LoadingOptions {
  readonly connection: Connection;
  readonly store: Store;
  /** What the embedded engine may hold in memory while it takes files in. */
  readonly memoryMb?: number;
  readonly now?: () => Date;
}

/** Closing the warehouse closes the connection. */
export async function openForLoading({
  connection,
  store,
  memoryMb = 1024,
  now = () => new Date(),
}: LoadingOptions): Promise<LoadableWarehouse> {
  await store.check();
  // Statistics of every small table that a load makes on its way would take almost half of its time.
  const plainly = connection.under({
    [`${connection.address.catalog}.collect_extended_statistics_on_write`]: 'false',
  });
  const ground = groundOn(plainly, store, now);
  await makeTables(ground);
  const scratch = await openScratch({ memoryMb, now });
  let seen = await newest(ground);
  const afterwards = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    seen = await newest(ground);
    return result;
  };
  return {
    engine: 'trino',
    sideBySide: seen.sideBySide,
    path: connection.address.name,
    stagingFolder: scratch.stagingFolder,
    db: seen.db,
    functions: seen.functions,
    rows: (query: Compilable, options?: AskOptions) => seen.rows(query, options),
    stream: (query: Compilable, options?: AskOptions) => seen.stream(query, options),
    state: () => seen.state(),
    load: (order) => afterwards(runLoad(ground, scratch, order)),
    undo: (load, options) => afterwards(runUndo(ground, scratch, load, options)),
    remake: (options) => afterwards(remakeFacts(ground, options)),
    tidy: (days) => afterwards(tidy(ground, days)),
    forgetRaw: (days) => afterwards(forgetRaw(ground, days)),
    close: async () => {
      await scratch.close();
      connection.close();
    },
  };
}

/** What is read is the state that this process left, or found when it began. */
async function newest({ connection, rows }: Ground): Promise<Warehouse> {
  const [row] = await rows(newestCommit);
  if (row === undefined) throw new Error('the head of a warehouse has no row');
  return warehouseOn(connection, commitOf(row));
}
