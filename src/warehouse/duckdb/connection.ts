/** One connection: runs a statement to its end, or until someone changes their mind. */
import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import { collected } from '../collected.ts';
import { tooLong } from '../too-long.ts';
import type { AskOptions, Compilable, Row } from '../warehouse.ts';
import { toProblem } from './problems.ts';
import { bind, plain } from './values.ts';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Text is for statements that the builder cannot say, and never holds a user's words. */
export const compiled = (statement: Compilable | string): Statement =>
  typeof statement === 'string' ? { sql: statement, parameters: [] } : statement.compile();

/** All rows as plain values. */
export const readRows = (
  connection: DuckDBConnection,
  statement: Statement,
  options: AskOptions,
  path: string,
): Promise<Row[]> => collected(readBatches(connection, statement, options, path));

/** Rows as the engine makes them, about two thousand at a time. */
export async function* readBatches(
  connection: DuckDBConnection,
  { sql, parameters }: Statement,
  options: AskOptions,
  path: string,
): AsyncGenerator<Row[]> {
  const watch = cancelling(connection, options);
  try {
    const { values, types } = bind(parameters);
    const result = await connection.stream(sql, values, types);
    const names = result.columnNames();
    for (let rows = await nextBatch(result, names); rows !== null; rows = await nextBatch(result, names)) {
      watch.check();
      yield rows;
    }
    watch.check();
  } catch (error) {
    watch.check();
    throw toProblem(error, path);
  } finally {
    watch.stop();
  }
}

async function nextBatch(result: DuckDBResult, names: readonly string[]): Promise<Row[] | null> {
  const chunk = await result.fetchChunk();
  if (chunk === null || chunk.rowCount === 0) return null;
  return chunk
    .getRows()
    .map((values) => Object.fromEntries(names.map((name, index) => [name, plain(values[index] ?? null)])));
}

/** Runs a statement whose rows nobody reads. */
export async function execute(
  connection: DuckDBConnection,
  { sql, parameters }: Statement,
  options: AskOptions,
  path: string,
): Promise<number> {
  const watch = cancelling(connection, options);
  try {
    const { values, types } = bind(parameters);
    const result = await connection.run(sql, values, types);
    return result.rowsChanged;
  } catch (error) {
    watch.check();
    throw toProblem(error, path);
  } finally {
    watch.stop();
  }
}

interface Watch {
  /** Throws the reason where the statement was cancelled. */
  check(): void;
  stop(): void;
}

/** An interrupt that arrives between two statements is lost, so it is repeated until the statement has ended. */
function cancelling(connection: DuckDBConnection, { signal, timeoutMs }: AskOptions): Watch {
  signal?.throwIfAborted();
  let reason: unknown = null;
  let repeat: NodeJS.Timeout | undefined;
  const cancel = (why: unknown): void => {
    reason ??= why;
    connection.interrupt();
    repeat ??= setInterval(() => connection.interrupt(), 20);
  };
  const onAbort = (): void => cancel(signal?.reason);
  signal?.addEventListener('abort', onAbort);
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => cancel(tooLong(timeoutMs)), timeoutMs);
  return {
    check: () => {
      if (reason !== null) throw reason;
    },
    stop: () => {
      clearTimeout(timer);
      clearInterval(repeat);
      signal?.removeEventListener('abort', onAbort);
    },
  };
}
