/** What a warehouse knows of its own data, read from the books that every load leaves. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Compilable, Row, Tables, WarehouseState } from './warehouse.ts';

export async function readState(
  db: Kysely<Tables>,
  rows: (query: Compilable) => Promise<readonly Row[]>,
): Promise<WarehouseState> {
  const contents = await rows(
    db.selectFrom('contents').select(['record', 'rows', 'checksum', 'first_at', 'last_at']).orderBy('record'),
  );
  const instants = (column: string): string[] =>
    contents
      .map((row) => row[column])
      .filter((instant) => typeof instant === 'string')
      .sort();
  return {
    dataVersion: versionOf(contents),
    dataFrom: instants('first_at')[0] ?? null,
    dataThrough: instants('last_at').at(-1) ?? null,
    counts: Object.fromEntries(contents.map((row) => [String(row.record), Number(row.rows)])),
  };
}

/** The same records give the same version, in whatever order and however often they were loaded. */
const versionOf = (contents: readonly Row[]): string =>
  createHash('sha256')
    .update(contents.map((row) => `${row.record}:${row.rows}:${row.checksum}`).join('\n'))
    .digest('hex')
    .slice(0, 16);
