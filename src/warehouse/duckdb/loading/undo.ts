/** Takes a load away as if it had never been: every key gets back the best version that other loads brought. */
import { type RecordKind, recordKinds } from '../../../model/index.ts';
import type { Writer } from '../warehouse.ts';
import { bestFirst, columnsOf, hashOf, tablesOf } from './names.ts';

/** Needs the lists of changed keys (`changed_…`) of this load. */
export async function takeBack(writer: Writer, load: number): Promise<void> {
  for (const kind of recordKinds) {
    await handOver(writer, kind, load);
    await forget(writer, kind, load);
    await restore(writer, kind);
  }
}

/** A version that other loads brought as well stays, as the first of theirs. */
async function handOver(writer: Writer, kind: RecordKind, load: number): Promise<void> {
  const { standing, history, repeats } = tablesOf(kind);
  await writer.execute(
    `create or replace temp table heirs as
     select source, id, _hash, min(_load) as _load, arg_min(_file, _load) as _file, arg_min(_place, _load) as _place
     from ${repeats} where _of = ${load} group by source, id, _hash`,
  );
  for (const table of [standing, history])
    await writer.execute(
      `update ${table} as t set _load = h._load, _file = h._file, _place = h._place from heirs h
       where t._load = ${load} and t.source = h.source and t.id = h.id and ${hashOf(kind, 't')} = h._hash`,
    );
  const theirs = `r._of = ${load} and r.source = h.source and r.id = h.id and r._hash = h._hash`;
  await writer.execute(`delete from ${repeats} as r using heirs h where ${theirs} and r._load = h._load`);
  await writer.execute(`update ${repeats} as r set _of = h._load from heirs h where ${theirs}`);
  await writer.execute('drop table heirs');
}

async function forget(writer: Writer, kind: RecordKind, load: number): Promise<void> {
  for (const table of Object.values(tablesOf(kind)))
    await writer.execute(`delete from ${table} where _load = ${load}`);
}

/** Keys that have lost the version that stood get the best one of their history, unless that one says it is gone. */
async function restore(writer: Writer, kind: RecordKind): Promise<void> {
  const { standing, history } = tablesOf(kind);
  await writer.execute(
    `create or replace temp table best as
     select h.rowid as row, h._gone from ${history} h
     semi join changed_${kind} c on c.source = h.source and c.id = h.id
     anti join ${standing} k on k.source = h.source and k.id = h.id
     qualify row_number() over (partition by h.source, h.id order by ${bestFirst}) = 1`,
  );
  const rows = 'rowid in (select row from best where not _gone)';
  await writer.execute(
    `insert into ${standing} (${columnsOf(kind)}, _load, _file, _place)
     select ${columnsOf(kind)}, _load, _file, _place from ${history} where ${rows}`,
  );
  await writer.execute(`delete from ${history} where ${rows}`);
  await writer.execute('drop table best');
}
