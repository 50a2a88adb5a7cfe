/** A warehouse on this engine, for reading: every answer is about the newest commit there was when it was opened. */
import { collected } from '../collected.ts';
import { readState } from '../state.ts';
import type { AskOptions, Compilable, Row, Warehouse } from '../warehouse.ts';
import { atCommit } from './at-commit.ts';
import type { Commit } from './commits.ts';
import type { Connection } from './connection.ts';
import { statements } from './dialect.ts';
import { functions } from './functions.ts';

/** A cluster plans most of the time that a small statement takes, several side by side; it is not asked a hundred at once. */
export const sideBySide = 6;

/** Closing the warehouse closes the connection. */
export function warehouseOn(connection: Connection, { snapshots }: Commit): Warehouse {
  const db = statements();
  const stream = (query: Compilable, options: AskOptions = {}) =>
    connection.batches(atCommit(query.compile(), snapshots), options);
  const rows = (query: Compilable, options: AskOptions = {}): Promise<readonly Row[]> =>
    collected(stream(query, options));
  return {
    engine: 'trino',
    sideBySide,
    db,
    functions,
    rows,
    stream,
    state: () => readState(db, rows),
    close: async () => connection.close(),
  };
}
