/** The further records of a row follow its first one: they give way with it, and go where it no longer has them. */
import type { RecordKind } from '../../../model/index.ts';
import type { MappedSelect } from '../../../sources/staged.ts';
import type { Writer } from '../warehouse.ts';
import { type Arrival, columnsOf, tablesOf } from './names.ts';

/** Works on `incoming` and on `lost`, the places whose first record gave way. */
export async function followPrimary(writer: Writer, select: MappedSelect, arrival: Arrival): Promise<void> {
  await giveWay(writer, select.record, arrival);
  await goAway(writer, select, arrival);
}

/** Records of a version that came too late are kept as history, under a note that the version that stands has none. */
async function giveWay(writer: Writer, kind: RecordKind, { load, file }: Arrival): Promise<void> {
  const { standing, history } = tablesOf(kind);
  const late = `from incoming i join lost l on l._place = i._place where l._of is not null and l._of <> ${load}`;
  await writer.execute(
    `insert into ${history} (source, id, version_at, _load, _file, _place, _gone)
     select i.source, i.id, l.version_at, l._of, 0, null, true ${late}
       and not exists (from ${standing} k where k.source = i.source and k.id = i.id)
       and not exists (from ${history} h where h.source = i.source and h.id = i.id and h._gone and h._load = l._of)`,
  );
  await writer.execute(
    `insert into ${history} (${columnsOf(kind)}, _load, _file, _place, _gone)
     select ${columnsOf(kind, 'i')}, ${load}, ${file}, i._place, false ${late}`,
  );
  await writer.execute('delete from incoming where _place in (select _place from lost)');
}

/** A row that no longer has such a record takes away the one it had. */
async function goAway(writer: Writer, { record, sql }: MappedSelect, { load, file }: Arrival): Promise<void> {
  const { standing, history } = tablesOf(record);
  await writer.execute(
    `create or replace temp table gone as
     select k.rowid as standing, a.source, a.id, a.version_at, a._place, k._load as _of
     from (select source, id, version_at, _place from (${sql}) where _set_aside is null and not _present and id is not null) a
     join ${standing} k on k.source = a.source and k.id = a.id
     where a._place not in (select _place from lost)
       and (k.version_at is null or a.version_at is null or a.version_at >= k.version_at)`,
  );
  await writer.execute(
    `insert into ${history} (${columnsOf(record)}, _load, _file, _place, _gone)
     select ${columnsOf(record)}, _load, _file, _place, false from ${standing}
     where rowid in (select standing from gone) and _load <> ${load}`,
  );
  await writer.execute(
    `insert into ${history} (source, id, version_at, _load, _file, _place, _gone)
     select source, id, version_at, ${load}, ${file}, _place, true from gone where _of <> ${load}`,
  );
  await writer.execute(`delete from ${standing} where rowid in (select standing from gone)`);
  await writer.execute('drop table gone');
}
