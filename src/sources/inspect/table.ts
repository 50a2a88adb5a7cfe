/** The staged text as a table of an engine in memory, for questions about the whole file. */
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { literal } from '../select/literal.ts';
import type { Staged } from '../staged.ts';

export interface Table {
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): void;
}

export const relation = 'raw';

/** Reads the text once; larger ones spill into the folder. */
export async function openTable(staged: Staged, folder: string): Promise<Table> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '1GB',
    temp_directory: join(folder, 'spill'),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const rows = (sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> => ask(connection, sql);
  await rows("SET timezone = 'UTC'");
  await rows(`CREATE TABLE ${relation} AS SELECT * FROM ${reader(staged)}`);
  await rows('SET enable_external_access = false');
  await rows('SET lock_configuration = true');
  return {
    rows,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function ask(
  connection: DuckDBConnection,
  sql: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

/** The staged text as a table function. */
export function reader({ text: { path, delimiter, quote, header, columns, hasPlace } }: Staged): string {
  const names = [...(hasPlace ? ['_place'] : []), ...columns];
  const struct = names.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${literal(path)}, auto_detect = false, strict_mode = true, header = ${header}, delim = ${literal(delimiter)},
    quote = ${literal(quote)}, escape = ${literal(quote)}, nullstr = '', columns = {${struct}})`;
}
