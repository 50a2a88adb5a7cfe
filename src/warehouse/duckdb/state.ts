/** The books of what the warehouse holds, kept up with every load. */
import { type RecordKind, recordKinds, recordTable } from '../../model/index.ts';
import { recordColumns } from '../record-columns.ts';
import { quoted } from './types.ts';
import type { Writer } from './warehouse.ts';

/** What happens in service has instants; a customer's or agent's own dates lie outside the time of the data. */
const dated: ReadonlySet<RecordKind> = new Set(['cases', 'events', 'messages', 'interactions', 'surveys']);

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
export const counted = (kind: RecordKind, which: string, table: string = kind): string => `
  select count(*) as rows, coalesce(sum(hash(${Object.keys(recordColumns(kind)).map(quoted).join(', ')})::hugeint), 0) as checksum,
    ${extreme('least', 'min', kind)} as first_at, ${extreme('greatest', 'max', kind)} as last_at
  from ${quoted(table)} where ${which}`;

function extreme(among: 'least' | 'greatest', of: 'min' | 'max', kind: RecordKind): string {
  const times = Object.entries(recordTable(kind).columns).filter(([, { type }]) => type === 'time');
  if (!dated.has(kind) || times.length === 0) return 'null::timestamptz';
  return `${among}(${times.map(([name]) => `${of}(${quoted(name)})`).join(', ')})`;
}
