/** What a warehouse knows of its own data, read from the books that every load leaves. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type RecordKind, recordKinds, recordTable } from '../../model/index.ts';
import { recordColumns } from '../record-columns.ts';
import type { Compilable, Row, Tables, WarehouseState } from '../warehouse.ts';
import { quoted } from './types.ts';
import type { Writer } from './warehouse.ts';

/** What happens in service has instants; a customer's or agent's own dates lie outside the time of the data. */
const dated: ReadonlySet<RecordKind> = new Set(['cases', 'events', 'messages', 'interactions', 'surveys']);

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

/** Counts again what stands in the tables that were touched; the sum of row hashes does not depend on their order. */
export async function takeStock(writer: Writer, kinds: readonly RecordKind[] = recordKinds): Promise<void> {
  for (const kind of kinds) {
    await writer.execute(writer.db.deleteFrom('contents').where('record', '=', kind));
    await writer.execute(`insert into contents ${stock(kind)}`);
  }
}

const stock = (kind: RecordKind): string => `
  select '${kind}', rows, checksum::varchar, first_at, last_at, version() from (${counted(kind, 'true')}) where rows > 0`;

/** What some rows of a table add up to. */
export const counted = (kind: RecordKind, which: string): string => `
  select count(*) as rows, coalesce(sum(hash(${Object.keys(recordColumns(kind)).map(quoted).join(', ')})::hugeint), 0) as checksum,
    ${extreme('least', 'min', kind)} as first_at, ${extreme('greatest', 'max', kind)} as last_at
  from ${quoted(kind)} where ${which}`;

function extreme(among: 'least' | 'greatest', of: 'min' | 'max', kind: RecordKind): string {
  const times = Object.entries(recordTable(kind).columns).filter(([, { type }]) => type === 'time');
  if (!dated.has(kind) || times.length === 0) return 'null::timestamptz';
  return `${among}(${times.map(([name]) => `${of}(${quoted(name)})`).join(', ')})`;
}
