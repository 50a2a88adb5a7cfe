/** Compares what comes in with what stands: the same is a duplicate, the older steps back, the newer takes its place. */
import type { RecordKind } from '../../../model/index.ts';
import type { Writer } from '../warehouse.ts';
import { type Arrival, columnsOf, hashOf, tablesOf } from './names.ts';

export interface Against {
  readonly identical: number;
  readonly older: number;
}

/** Works on `incoming`, which keeps only what is to be inserted. */
export async function settleAgainst(
  writer: Writer,
  kind: RecordKind,
  arrival: Arrival,
  primary: boolean,
): Promise<Against> {
  await writer.execute(meeting(kind));
  const [counts] = await writer.rows(
    "select count(*) filter (fate = 'same') as same, count(*) filter (fate = 'older') as older, count(*) as met from met",
  );
  if (Number(counts?.['met']) > 0) {
    await rememberRepeats(writer, kind, arrival);
    await rememberOlder(writer, kind, arrival);
    if (primary)
      await writer.execute("insert into lost select _place, version_at, _of from met where fate = 'older'");
    await stepBack(writer, kind, arrival);
    await writer.execute("delete from incoming where rowid in (select row from met where fate <> 'newer')");
  }
  await writer.execute('drop table met');
  return { identical: Number(counts?.['same']), older: Number(counts?.['older']) };
}

/** Every incoming row whose key stands already, with what that means. Within one load what came last wins. */
const meeting = (kind: RecordKind): string => `
  create or replace temp table met as
  select i.rowid as row, i._place, k.rowid as standing, k._load as _of, k.version_at, case
      when i._hash = ${hashOf(kind, 'k')} then 'same'
      when k.version_at is not null and (i.version_at is null or i.version_at < k.version_at) then 'older'
      else 'newer' end as fate
  from incoming i join ${tablesOf(kind).standing} k on k.source = i.source and k.id = i.id`;

const rememberRepeats = (writer: Writer, kind: RecordKind, { load, file }: Arrival): Promise<number> =>
  writer.execute(
    `insert into ${tablesOf(kind).repeats} (source, id, _hash, _of, _load, _file, _place)
     select i.source, i.id, i._hash, m._of, ${load}, ${file}, i._place
     from met m join incoming i on i.rowid = m.row where m.fate = 'same' and m._of <> ${load}`,
  );

/** An older version is kept unless it is kept already; then only the further load that brought it is noted. */
async function rememberOlder(writer: Writer, kind: RecordKind, { load, file }: Arrival): Promise<void> {
  const { history, repeats } = tablesOf(kind);
  await writer.execute(
    `create or replace temp table known as
     select m.row, max(h._load) as _of from met m join incoming i on i.rowid = m.row
     join ${history} h on h.source = i.source and h.id = i.id and not h._gone and ${hashOf(kind, 'h')} = i._hash
     where m.fate = 'older' group by m.row`,
  );
  await writer.execute(
    `insert into ${repeats} (source, id, _hash, _of, _load, _file, _place)
     select i.source, i.id, i._hash, n._of, ${load}, ${file}, i._place from known n join incoming i on i.rowid = n.row where n._of <> ${load}`,
  );
  await writer.execute(
    `insert into ${history} (${columnsOf(kind)}, _load, _file, _place, _gone)
     select ${columnsOf(kind, 'i')}, ${load}, ${file}, i._place, false from incoming i
     join met m on m.row = i.rowid where m.fate = 'older' and m._of <> ${load} and m.row not in (select row from known)`,
  );
  await writer.execute('drop table known');
}

/** What stood before goes to the history; what stood only since this load is forgotten, since both go together. */
async function stepBack(writer: Writer, kind: RecordKind, { load }: Arrival): Promise<void> {
  const { standing, history } = tablesOf(kind);
  const newer = "select standing from met where fate = 'newer'";
  await writer.execute(
    `insert into ${history} (${columnsOf(kind)}, _load, _file, _place, _gone)
     select ${columnsOf(kind)}, _load, _file, _place, false from ${standing} where rowid in (${newer}) and _load <> ${load}`,
  );
  await writer.execute(`delete from ${standing} where rowid in (${newer})`);
}
