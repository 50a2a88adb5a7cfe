/** Brings the count of what stands up to date, from what came and what went alone. */
import { type RecordKind, recordTable } from '../../../model/index.ts';
import { counted } from '../../duckdb/state.ts';
import type { Writer } from '../../duckdb/warehouse.ts';
import type { Row } from '../../warehouse.ts';
import { quoted } from '../types.ts';
import type { Carrier } from './carry.ts';

interface Stock {
  readonly rows: number;
  readonly checksum: bigint;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

const none: Stock = { rows: 0, checksum: 0n, firstAt: null, lastAt: null };

const stockOf = (row: Row | undefined): Stock =>
  row === undefined
    ? none
    : {
        rows: Number(row['rows']),
        checksum: BigInt(String(row['checksum'])),
        firstAt: row['first_at'] === null ? null : String(row['first_at']),
        lastAt: row['last_at'] === null ? null : String(row['last_at']),
      };

const sumOf = async (writer: Writer, kind: RecordKind, table: string): Promise<Stock> => {
  const found = await writer.rows(
    `select rows, checksum::varchar as checksum, first_at, last_at from (${counted(kind, 'true', table)})`,
  );
  return stockOf(found[0]);
};

/** Instants are written with three digits of a second or six. */
const byTime = (a: string, b: string): number => (sixDigits(a) < sixDigits(b) ? -1 : 1);
const sixDigits = (iso: string): string => iso.slice(0, -1).padEnd('2025-01-01T00:00:00.000000'.length, '0');

/** The first or the last of all texts of instants that there are. */
const extreme = (which: 'first' | 'last', ...instants: readonly (string | null)[]): string | null => {
  const known = instants.filter((instant) => instant !== null).sort(byTime);
  return (which === 'first' ? known[0] : known.at(-1)) ?? null;
};

/**
 * Writes `contents` of a kind in the scratch, where what stood before is. To be called once the cluster's table is as it
 * will be: only where the first or the last of all went away it is asked what is first and last now.
 */
export async function takeStockOf(carrier: Carrier, kind: RecordKind): Promise<void> {
  const { writer } = carrier;
  const [row] = await writer.rows(
    `select rows, checksum, first_at, last_at from contents where record = '${kind}'`,
  );
  const before = stockOf(row);
  const [came, went] = [await sumOf(writer, kind, `came_${kind}`), await sumOf(writer, kind, `went_${kind}`)];
  const kept =
    (went.firstAt !== null && went.firstAt === before.firstAt) ||
    (went.lastAt !== null && went.lastAt === before.lastAt)
      ? await ends(carrier, kind)
      : before;
  const rows = before.rows + came.rows - went.rows;
  const values = [
    `'${kind}'`,
    rows,
    `'${before.checksum + came.checksum - went.checksum}'`,
    instant(extreme('first', kept.firstAt, came.firstAt)),
    instant(extreme('last', kept.lastAt, came.lastAt)),
    'version()',
  ];
  await writer.execute(`delete from contents where record = '${kind}'`);
  if (rows > 0) await writer.execute(`insert into contents values (${values.join(', ')})`);
}

const instant = (iso: string | null): string => (iso === null ? 'null' : `'${iso}'::timestamptz`);

async function ends({ ground }: Carrier, kind: RecordKind): Promise<Pick<Stock, 'firstAt' | 'lastAt'>> {
  const times = Object.entries(recordTable(kind).columns).filter(([, { type }]) => type === 'time');
  if (times.length === 0) return none;
  const list = times.flatMap(([name], i) => [
    `min(${quoted(name)}) as first_${i}`,
    `max(${quoted(name)}) as last_${i}`,
  ]);
  const [row] = await ground.rows(`select ${list.join(', ')} from ${quoted(kind)}`);
  const all = (of: 'first' | 'last') =>
    times.map((_, i) => {
      const found = row?.[`${of}_${i}`];
      return typeof found === 'string' ? found : null;
    });
  return { firstAt: extreme('first', ...all('first')), lastAt: extreme('last', ...all('last')) };
}
