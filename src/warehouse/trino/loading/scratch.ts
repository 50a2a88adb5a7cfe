/**
 * The part of a warehouse that a load is about, in the embedded engine on this machine: the file's records, and the versions
 * of the same records that stand on the cluster. What comes of them is settled there, by the very statements that settle it
 * in an embedded warehouse; the cluster is only told what changed.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openWarehouse } from '../../duckdb/open.ts';
import type { DuckDbWarehouse, Writer } from '../../duckdb/warehouse.ts';
import { openScratchFolder } from './scratch-folder.ts';

export interface Scratch {
  /** The one folder from which files can be loaded. */
  readonly stagingFolder: string;
  /** Does work on empty tables; nothing of it is there afterwards. */
  use<T>(work: (writer: Writer) => Promise<T>, signal?: AbortSignal): Promise<T>;
  close(): Promise<void>;
}

export async function openScratch({
  memoryMb,
  now,
}: {
  readonly memoryMb: number;
  readonly now: () => Date;
}): Promise<Scratch> {
  const folder = await openScratchFolder();
  const warehouse = await openWarehouse({ path: join(folder, 'scratch.duckdb'), memoryMb, now });
  return {
    stagingFolder: warehouse.stagingFolder,
    use: (work, signal) => usedUp(warehouse, work, signal),
    close: async () => {
      await warehouse.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

class Done<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('done');
    this.result = result;
  }
}

/** A transaction that is always taken back leaves the tables empty, whatever happened in it. */
async function usedUp<T>(
  warehouse: DuckDbWarehouse,
  work: (writer: Writer) => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  try {
    await warehouse.write(
      async (writer) => {
        throw new Done(await work(writer));
      },
      signal === undefined ? {} : { signal },
    );
  } catch (error) {
    if (error instanceof Done) return error.result as T;
    throw error;
  }
  throw new Error('a transaction that throws does not come to its end');
}
