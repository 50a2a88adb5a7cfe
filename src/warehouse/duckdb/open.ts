/** Opens a warehouse file: one owner process, private files, tables up to date. */
import { availableParallelism } from 'node:os';
import type { DuckDBInstance } from '@duckdb/node-api';
import { sql } from 'kysely';
import { leftBeside } from '../facts/facts-beside.ts';
import { type InstanceOptions, openInstance } from './instance.ts';
import { isCurrent, migrate } from './migrations.ts';
import { type Place, takePlace } from './place.ts';
import { privately } from './privately.ts';
import { toProblem } from './problems.ts';
import { takeStock } from './state.ts';
import { type DuckDbWarehouse, warehouseOn } from './warehouse.ts';

export interface OpenOptions {
  /** A file, or `:memory:` for one that is forgotten when it is closed. */
  readonly path: string;
  /** Several processes may read; the file must be there. */
  readonly readOnly?: boolean;
  /** What the engine may hold in memory before it writes to disk. */
  readonly memoryMb?: number;
  /** null: as many as the machine has cores; joins of many tables take as many of them as the memory allows. */
  readonly threads?: number | null;
  readonly now?: () => Date;
}

/**
 * Opens a warehouse, and makes it where there is none.
 *
 * @throws Problem `warehouse_busy`, `warehouse_newer`, `warehouse_unreadable`, `warehouse_denied`, `warehouse_missing`, `disk_full`
 * @example const warehouse = await openWarehouse({ path: 'tidemark.duckdb', readOnly: true })
 */
export async function openWarehouse({
  path,
  readOnly = false,
  memoryMb = 1024,
  threads = null,
  now = () => new Date(),
}: OpenOptions): Promise<DuckDbWarehouse> {
  const place = takePlace(path, readOnly);
  const { file, stagingFolder, spillFolder } = place;
  const options = {
    path: file,
    memoryMb,
    threads: threads ?? availableParallelism(),
    spillFolder,
    stagingFolder,
    readOnly,
  };
  try {
    const instance = await privately(() =>
      readOnly ? openForReading(options, now()) : openForWriting(options, now()),
    );
    const warehouse = warehouseOn(instance, { path, place, memoryMb, threads: options.threads, now });
    if (!readOnly) await welcome(warehouse, place);
    return warehouse;
  } catch (error) {
    place.release();
    throw toProblem(error, path);
  }
}

/** The owner clears up after one who died, and counts again what another version of the engine has counted. */
async function welcome(warehouse: DuckDbWarehouse, place: Place): Promise<void> {
  place.tidy();
  const left = await warehouse.rows(
    warehouse.db
      .selectFrom('information_schema.tables')
      .select('table_name')
      .where('table_name', 'in', leftBeside),
  );
  for (const { table_name: name } of left)
    await warehouse.write((writer) => writer.execute(writer.db.schema.dropTable(String(name))));
  const stale = sql<boolean>`engine <> version()`;
  const counted = await warehouse.rows(warehouse.db.selectFrom('contents').select('record').where(stale));
  if (counted.length > 0) await warehouse.write((writer) => takeStock(writer));
}

async function openForWriting(options: InstanceOptions, now: Date): Promise<DuckDBInstance> {
  const instance = await openInstance(options);
  await checked(instance, (connection) => migrate(connection, options.path, now));
  return instance;
}

/** A file of an older version is brought up to date first, which needs it for a moment alone. */
async function openForReading(options: InstanceOptions, now: Date): Promise<DuckDBInstance> {
  const reading = { ...options, stagingFolder: null };
  const instance = await openInstance(reading);
  if (await checked(instance, (connection) => isCurrent(connection, options.path))) return instance;
  instance.closeSync();
  const writing = await openForWriting({ ...reading, readOnly: false }, now);
  writing.closeSync();
  return await openInstance(reading);
}

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>;

/** An instance that fails its first check is closed, so that the file is free again. */
async function checked<T>(
  instance: DuckDBInstance,
  check: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await instance.connect();
  try {
    return await check(connection);
  } catch (error) {
    connection.closeSync();
    instance.closeSync();
    throw error;
  } finally {
    connection.closeSync();
  }
}
