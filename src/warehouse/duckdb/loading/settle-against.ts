/** Compares what comes in with what stands: the same is a duplicate, the older steps back, the newer takes its place. */
import type { RecordKind } from '../../../model/index.ts';
import { noteGoing } from '../stock-of-load.ts';
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
    if (primary) await noteForFollowers(writer);
    await stepBack(writer, kind, arrival);
    await writer.execute("delete from incoming where rowid in (select row from met where fate <> 'newer')");
  }
  await writer.execute('drop table met');
  return { identical: Number(counts?.['same']), older: Number(counts?.['older']) };
}

/** Every incoming row whose key stands already, with what that means. Within one load what came last wins. */
const meeting = (kind: RecordKind): string => `
  create or replace temp table met as
  select i.rowid as row, i._place, k.rowid as standing, k._load as _of, case
      when i._hash = ${hashOf(kind, 'k')} then 'same'
      when k.version_at is not null and (i.version_at is null or i.version_at < k.version_at) then 'older'
      else 'newer' end as fate
  from incoming i join ${tablesOf(kind).standing} k on k.source = i.source and k.id = i.id`;

async function noteForFollowers(writer: Writer): Promise<void> {
  await writer.execute("insert into lost select _place, _of from met where fate = 'older'");
  await writer.execute(
    'insert into known_rows select m._place, i.source, i.id from met m join incoming i on i.rowid = m.row',
  );
}

const rememberRepeats = (writer: Writer, kind: RecordKind, { load, file }: Arrival): Promise<number> =>
  writer.execute(
    `insert into ${tablesOf(kind).repeats} (source, id, _hash, _of, _load, _file, _place)
     select i.source, i.id, i._hash, m._of, ${load}, ${file}, i._place
     from met m join incoming i on i.rowid = m.row where m.fate = 'same' and m._of <> ${load}`,
  );

const rememberOlder = (writer: Writer, kind: RecordKind, { load, file }: Arrival): Promise<number> =>
  writer.execute(
    `insert into ${tablesOf(kind).history} (${columnsOf(kind)}, _load, _file, _place, _gone)
     select ${columnsOf(kind, 'i')}, ${load}, ${file}, i._place, false from incoming i
     join met m on m.row = i.rowid where m.fate = 'older' and m._of <> ${load}`,
  );

/** What stood before goes to the history; what stood only since this load is forgotten, since both go together. */
async function stepBack(writer: Writer, kind: RecordKind, { load }: Arrival): Promise<void> {
  const { standing, history } = tablesOf(kind);
  const newer = "select standing from met where fate = 'newer'";
  await writer.execute(
    `insert into ${history} (${columnsOf(kind)}, _load, _file, _place, _gone)
     select ${columnsOf(kind)}, _load, _file, _place, false from ${standing} where rowid in (${newer}) and _load <> ${load}`,
  );
  await noteGoing(writer, kind, newer, load);
  await writer.execute(`delete from ${standing} where rowid in (${newer})`);
}
