/** A warehouse on this engine: reading on connections of their own, writing on one, in a transaction. */
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { collected } from '../collected.ts';
import type { LoadableWarehouse } from '../loading.ts';
import type { Desk } from '../refresh-context.ts';
import { readState } from '../state.ts';
import type { AskOptions, Compilable, Row, Warehouse } from '../warehouse.ts';
import { compiled, execute, readBatches, readRows } from './connection.ts';
import { atDesk } from './desk.ts';
import { statements } from './dialect.ts';
import { functions } from './functions.ts';
import { forgetRaw } from './loading/books.ts';
import { runLoad, runUndo } from './loading/load.ts';
import type { Place } from './place.ts';
import { privately } from './privately.ts';
import { toProblem } from './problems.ts';
import { remakeFacts } from './remake.ts';

export interface DuckDbWarehouse extends LoadableWarehouse, Writing {}

export interface Writing {
  /** Runs work in one transaction: all of it or none. One writer at a time; others wait. */
  write<T>(work: (writer: Writer) => Promise<T>, options?: AskOptions): Promise<T>;
}

/** What work inside a transaction may do. */
export interface Writer extends Pick<Warehouse, 'db' | 'functions'> {
  readonly now: Date;
  /** How many cases the facts are made of at once, by the memory there is. */
  readonly batchCases: number;
  /** Commits what was done so far, does work with as many hands as there is memory for, and begins a new transaction. */
  beside(work: (desk: Desk) => Promise<void>): Promise<void>;
  /** From here on as many threads as joins of many tables have memory for, until the transaction ends. */
  fewerThreads(): Promise<void>;
  /** The number of rows changed. */
  execute(statement: Compilable | string, options?: AskOptions): Promise<number>;
  rows(query: Compilable | string, options?: AskOptions): Promise<readonly Row[]>;
}

/** Tried out: at 256 MB the steps on the way from fifty thousand cases to their facts fit. */
const casesPerMb = 200;

/** As many cases as lie in one group of rows: a bigger batch is no faster, and leaves the facts less in order. */
const mostCases = 122_880;

/** Each thread of a join of many tables holds on to memory of its own, whatever the limit. */
const mbPerThread = 200;

interface Ground {
  readonly path: string;
  readonly place: Place;
  readonly memoryMb: number;
  readonly threads: number;
  readonly now: () => Date;
}

/** Closing the warehouse closes the instance. */
export function warehouseOn(
  instance: DuckDBInstance,
  { path, place, memoryMb, threads, now }: Ground,
): DuckDbWarehouse {
  const db = statements();
  const few = Math.max(1, Math.min(threads, Math.floor(memoryMb / mbPerThread)));
  const batchCases = Math.min(mostCases, Math.floor((memoryMb * casesPerMb) / few));
  const idle: DuckDBConnection[] = [];
  let lastWrite: Promise<unknown> = Promise.resolve();

  async function* stream(query: Compilable, options: AskOptions = {}): AsyncGenerator<readonly Row[]> {
    const connection = idle.pop() ?? (await instance.connect());
    try {
      yield* readBatches(connection, query.compile(), options, path);
    } finally {
      idle.push(connection);
    }
  }

  const rows = (query: Compilable, options: AskOptions = {}): Promise<readonly Row[]> =>
    collected(stream(query, options));

  const write: Writing['write'] = (work, options = {}) => {
    const run = lastWrite.then(() =>
      privately(() =>
        transaction(instance, { db, path, batchCases, threads, few, now: now() }, work, options),
      ),
    );
    lastWrite = run.catch(() => undefined);
    return run;
  };

  async function close(): Promise<void> {
    await lastWrite;
    for (const connection of idle) connection.closeSync();
    instance.closeSync();
    place.release();
  }

  return {
    engine: 'duckdb',
    sideBySide: 2,
    path,
    stagingFolder: place.stagingFolder,
    db,
    functions,
    rows,
    stream,
    write,
    load: (order) => runLoad({ write }, order),
    undo: (load, options) => runUndo({ write }, load, options),
    remake: (options) => remakeFacts({ write }, options),
    tidy: () => checkpoint(instance, path),
    forgetRaw: (days) => write((writer) => forgetRaw(writer, days)),
    state: () => readState(db, rows),
    close,
  };
}

/** What was replaced is overwritten from then on, whenever that was. */
async function checkpoint(instance: DuckDBInstance, path: string): Promise<void> {
  const connection = await instance.connect();
  try {
    await connection.run('checkpoint');
  } catch (error) {
    throw toProblem(error, path);
  } finally {
    connection.closeSync();
  }
}

interface Room extends Pick<Writer, 'db' | 'batchCases' | 'now'> {
  readonly path: string;
  readonly threads: number;
  /** How many of the threads joins of many tables have memory for. */
  readonly few: number;
}

async function transaction<T>(
  instance: DuckDBInstance,
  { db, path, batchCases, threads, few, now }: Room,
  work: (writer: Writer) => Promise<T>,
  standing: AskOptions,
): Promise<T> {
  const connection = await instance.connect();
  const threadsAre = async (count: number): Promise<void> =>
    void (await connection.run(`set threads = ${count}`));
  const writer: Writer = {
    db,
    functions,
    now,
    batchCases,
    beside: async (work) => {
      await connection.run('commit');
      await atDesk({ instance, path, hands: few, setThreads: threadsAre, standing }, work);
      await connection.run('begin');
    },
    fewerThreads: () => threadsAre(few),
    execute: (statement, options) =>
      execute(connection, compiled(statement), { ...standing, ...options }, path),
    rows: (query, options) => readRows(connection, compiled(query), { ...standing, ...options }, path),
  };
  try {
    await connection.run('begin');
    const result = await work(writer);
    standing.signal?.throwIfAborted();
    await connection.run('commit');
    return result;
  } catch (error) {
    // A failed commit has rolled back by itself, and then there is nothing to roll back.
    await connection.run('rollback').catch(() => undefined);
    throw toProblem(error, path);
  } finally {
    await threadsAre(threads);
    connection.closeSync();
  }
}
