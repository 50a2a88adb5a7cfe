/** What work on a cluster stands on: statements, the place of its files, and the two schemas. */
import { atOnce } from '../at-once.ts';
import type { AskOptions, Row } from '../warehouse.ts';
import type { Connection } from './connection.ts';
import type { Store } from './store.ts';
import { literal, quoted } from './types.ts';
import { sideBySide } from './warehouse.ts';

export interface Ground {
  readonly connection: Connection;
  readonly store: Store;
  readonly now: () => Date;
  /** Statements as they are, on tables as they stand at this moment. */
  execute(sql: string, options?: AskOptions): Promise<number>;
  rows(sql: string, options?: AskOptions): Promise<readonly Row[]>;
}

export function groundOn(connection: Connection, store: Store, now: () => Date): Ground {
  return {
    connection,
    store,
    now,
    execute: (sql, options) => connection.execute({ sql, parameters: [] }, options),
    rows: (sql, options) => connection.rows({ sql, parameters: [] }, options),
  };
}

/** The same, where a person may change their mind: statements that run are ended, and no further one begins. */
export const until = (signal: AbortSignal | undefined, ground: Ground): Ground =>
  signal === undefined
    ? ground
    : {
        ...ground,
        execute: (sql, options) => ground.execute(sql, { signal, ...options }),
        rows: (sql, options) => ground.rows(sql, { signal, ...options }),
        store: {
          ...ground.store,
          put: (file, name) => ground.store.put(file, name, signal),
          fetch: (location, file) => ground.store.fetch(location, file, signal),
        },
      };

/** Where tables live for the length of one piece of work. */
export const workSchema = ({ connection: { address } }: Ground): string => `${address.schema}_work`;

export const workTable = (ground: Ground, name: string): string =>
  `${quoted(workSchema(ground))}.${quoted(name)}`;

/** The name of a table's files below the root of the store. */
export const folderOf = ({ connection: { address } }: Ground, table: string): string =>
  `${address.schema}/${table}`;

export const locationOf = (ground: Ground, name: string): string => `${ground.store.root}/${name}`;

/** A few at a time: where one fails those that have begun come to their end first, so that nobody tidies up while somebody still writes. */
export const severalAtOnce = (works: readonly (() => Promise<unknown>)[]): Promise<void> =>
  atOnce(works, sideBySide, (work) => work());

/** The newest snapshot of each of some tables, by name. */
export async function snapshotsOf(
  ground: Ground,
  tables: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  const asking = Array.from({ length: Math.ceil(tables.length / 25) }, (_, i) =>
    tables.slice(i * 25, i * 25 + 25),
  );
  for (const some of asking) {
    const each = some.map(
      (name) =>
        `select ${literal(name)} as name, cast(snapshot_id as varchar) as id from ${quoted(`${name}$refs`)} where name = 'main'`,
    );
    for (const { name, id } of await ground.rows(each.join(' union all '))) found[String(name)] = String(id);
  }
  return found;
}
