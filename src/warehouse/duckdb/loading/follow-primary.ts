/**
 * The further records of a row follow its first one: they stand where the version of the row that stands has them.
 * A version of a row that lacks a record which another version has is noted in the history of that record as `_gone`.
 */
import type { RecordKind } from '../../../model/index.ts';
import type { MappedSelect } from '../../../sources/staged.ts';
import { noteGoing } from '../stock-of-load.ts';
import type { Writer } from '../warehouse.ts';
import { type Arrival, columnsOf, tablesOf } from './names.ts';

/** For each file: where its first records gave way (`_of`: to which load), and which of them had been there before. */
export async function startFollowing(writer: Writer): Promise<void> {
  await writer.execute('create or replace temp table lost (_place BIGINT, _of INTEGER)');
  await writer.execute('create or replace temp table known_rows (_place BIGINT, source VARCHAR, id VARCHAR)');
}

/** Works on `incoming`. */
export async function followPrimary(
  writer: Writer,
  select: MappedSelect,
  arrival: Arrival,
  primary: RecordKind,
): Promise<void> {
  await noteFormerLack(writer, select.record, arrival, primary);
  await giveWay(writer, select.record, arrival);
  await goAway(writer, select, arrival);
}

/** A record seen for the first time was not there in the former versions of its row. */
async function noteFormerLack(
  writer: Writer,
  kind: RecordKind,
  { load }: Arrival,
  primary: RecordKind,
): Promise<void> {
  const { standing, history } = tablesOf(kind);
  const rows = tablesOf(primary);
  const versions = `select source, id, version_at, _load, _file, _place from ${rows.standing}
    union all select source, id, version_at, _load, _file, _place from ${rows.history}`;
  await writer.execute(
    `insert into ${history} (source, id, version_at, _load, _file, _place, _gone)
     with fresh as (
       select distinct i.source, i.id, r.source as of_source, r.id as of_id from incoming i join known_rows r on r._place = i._place
       anti join ${standing} k on k.source = i.source and k.id = i.id
       anti join ${history} h on h.source = i.source and h.id = i.id),
     versions as (${versions}),
     brought as (
       select * from versions
       union all select v.source, v.id, v.version_at, r._load, r._file, r._place
       from ${rows.repeats} r join versions v on v.source = r.source and v.id = r.id and v._load = r._of)
     select f.source, f.id, b.version_at, b._load, b._file, b._place, true
     from fresh f join brought b on b.source = f.of_source and b.id = f.of_id where b._load <> ${load}`,
  );
}

/** Records of a row that gave way give way with it. */
async function giveWay(writer: Writer, kind: RecordKind, { load, file }: Arrival): Promise<void> {
  await writer.execute(
    `insert into ${tablesOf(kind).history} (${columnsOf(kind)}, _load, _file, _place, _gone)
     select ${columnsOf(kind, 'i')}, ${load}, ${file}, i._place, false
     from incoming i join lost l on l._place = i._place where l._of <> ${load}`,
  );
  await writer.execute('delete from incoming where _place in (select _place from lost)');
}

/** A row that lacks a record which it had takes it away. */
async function goAway(writer: Writer, { record, sql }: MappedSelect, { load, file }: Arrival): Promise<void> {
  const { standing, history } = tablesOf(record);
  await writer.execute(
    `create or replace temp table absent as
     select a.*, l._place is not null as late
     from (select source, id, version_at, _place from (${sql}) where _set_aside is null and not _present and id is not null) a
     left join lost l on l._place = a._place
     where (l._place is null or l._of <> ${load})
       and (exists (from ${standing} k where k.source = a.source and k.id = a.id)
         or exists (from ${history} h where h.source = a.source and h.id = a.id))`,
  );
  const going = `select k.rowid from ${standing} k semi join (from absent where not late) a on a.source = k.source and a.id = k.id`;
  await writer.execute(
    `insert into ${history} (${columnsOf(record)}, _load, _file, _place, _gone)
     select ${columnsOf(record)}, _load, _file, _place, false from ${standing} where _load <> ${load} and rowid in (${going})`,
  );
  await noteGoing(writer, record, going, load);
  await writer.execute(`delete from ${standing} where rowid in (${going})`);
  await writer.execute(
    `insert into ${history} (source, id, version_at, _load, _file, _place, _gone)
     select source, id, version_at, ${load}, ${file}, _place, true from absent`,
  );
  await writer.execute('drop table absent');
}
