/** Words that no closed list knows, and values that the mapping calls unknown: counted, so that people see them. */
import { type Column, recordTable } from '../../../model/index.ts';
import { droppedCounted } from '../../../sources/select/dropped-sql.ts';
import type { MappedSelect } from '../../../sources/staged.ts';
import { literal, quoted } from '../types.ts';
import type { Writer } from '../warehouse.ts';
import { type Arrival, tablesOf } from './names.ts';

/** Words are counted in the table, column by column, which is quicker than reading the file again; values that are not in it, from the file. */
export async function noteDrift(
  writer: Writer,
  { record: kind, droppedSql }: MappedSelect,
  { load, file }: Arrival,
): Promise<void> {
  for (const [name, { words }] of Object.entries<Column>(recordTable(kind).columns)) {
    if (words === undefined) continue;
    await writer.execute(
      `insert into drift (load, file, record, "column", word, count)
       select ${load}, ${file}, ${literal(kind)}, ${literal(name)}, ${quoted(name)}, count(*) from ${tablesOf(kind).standing}
       where _load = ${load} and _file = ${file} and ${quoted(name)} not in (${words.map(literal).join(', ')})
       group by ${quoted(name)}`,
    );
  }
  if (droppedSql === null) return;
  const kept = `select d."column", d.word from (${droppedSql}) d
    where d.id in (select id from ${tablesOf(kind).standing} where _load = ${load} and _file = ${file})`;
  await writer.execute(
    `insert into drift (load, file, record, "column", word, count)
     select ${load}, ${file}, ${literal(kind)}, "column", word, count from (${droppedCounted(kept)})`,
  );
}
