/** Words that no closed list knows: kept in the records as they are, and counted here so that people see them. */
import { type Column, type RecordKind, recordTable } from '../../../model/index.ts';
import { literal, quoted } from '../types.ts';
import type { Writer } from '../warehouse.ts';
import { type Arrival, tablesOf } from './names.ts';

/** Counts them in the table, column by column, which is quicker than reading the file again. */
export async function noteDrift(writer: Writer, kind: RecordKind, { load, file }: Arrival): Promise<void> {
  for (const [name, { words }] of Object.entries<Column>(recordTable(kind).columns)) {
    if (words === undefined) continue;
    await writer.execute(
      `insert into drift (load, file, record, "column", word, count)
       select ${load}, ${file}, ${literal(kind)}, ${literal(name)}, ${quoted(name)}, count(*) from ${tablesOf(kind).standing}
       where _load = ${load} and _file = ${file} and ${quoted(name)} not in (${words.map(literal).join(', ')})
       group by ${quoted(name)}`,
    );
  }
}
