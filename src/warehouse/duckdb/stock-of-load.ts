/** Brings the count of what stands up to date after a load, from what it brought and took away alone. */
import type { RecordKind } from '../../model/index.ts';
import { counted, takeStock } from './state.ts';
import type { Writer } from './warehouse.ts';

/** Starts an empty list of what goes. */
export const startStock = async (writer: Writer): Promise<void> =>
  void (await writer.execute(
    'create or replace temp table went (record VARCHAR, rows BIGINT, checksum HUGEINT, first_at TIMESTAMPTZ, last_at TIMESTAMPTZ)',
  ));

/** To be called before rows of a table are deleted in a load; what came with the same load was never counted. */
export const noteGoing = async (
  writer: Writer,
  kind: RecordKind,
  rows: string,
  load: number,
): Promise<void> =>
  void (await writer.execute(
    `insert into went select '${kind}', * from (${counted(kind, `rowid in (${rows}) and _load <> ${load}`)})`,
  ));

/** The same numbers as `takeStock` finds; only where the first or the last of all went away is everything read again. */
export async function takeStockOfLoad(
  writer: Writer,
  kinds: readonly RecordKind[],
  load: number,
): Promise<void> {
  for (const kind of kinds) if (!(await add(writer, kind, load))) await takeStock(writer, [kind]);
  await writer.execute('drop table went');
}

async function add(writer: Writer, kind: RecordKind, load: number): Promise<boolean> {
  const changed = await writer.execute(
    `update contents as c set rows = c.rows + n.rows - w.rows,
       checksum = (c.checksum::hugeint + n.checksum - w.checksum)::varchar,
       first_at = least(c.first_at, n.first_at), last_at = greatest(c.last_at, n.last_at)
     from (${counted(kind, `_load = ${load}`)}) n,
       (select coalesce(sum(rows), 0)::bigint as rows, coalesce(sum(checksum), 0)::hugeint as checksum,
          min(first_at) as first_at, max(last_at) as last_at
        from went where record = '${kind}') w
     where c.record = '${kind}' and coalesce(w.first_at > c.first_at and w.last_at < c.last_at, w.first_at is null)
       and c.rows + n.rows > w.rows`,
  );
  return changed > 0;
}
