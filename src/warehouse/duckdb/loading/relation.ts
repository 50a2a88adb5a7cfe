/** The raw rows of a staged file as something that statements can select from. */
import type { StagedText } from '../../../sources/staged.ts';
import { literal, quoted } from '../types.ts';
import type { Writer } from '../warehouse.ts';

export const rawRows = 'raw_rows';

export interface RawRowsOptions {
  readonly text: StagedText;
  /** Number the records, which the engine can only do one after the other. */
  readonly placed: boolean;
  /** Keep the rows, because more than one statement will read them. */
  readonly kept: boolean;
}

/** Makes (again) the relation `raw_rows`: `_place` and the columns of the file, all text. */
export async function openRawRows(writer: Writer, { text, placed, kept }: RawRowsOptions): Promise<void> {
  await closeRawRows(writer);
  await writer.execute(`create temp ${kept ? 'table' : 'view'} ${rawRows} as ${rawSelect(text, placed)}`);
}

export async function closeRawRows(writer: Writer): Promise<void> {
  const found = await writer.rows(
    `select 'view' as what from duckdb_views() where view_name = '${rawRows}'
     union all select 'table' from duckdb_tables() where table_name = '${rawRows}'`,
  );
  for (const { what } of found) await writer.execute(`drop ${what} ${rawRows}`);
}

function rawSelect(text: StagedText, placed: boolean): string {
  const columns = text.columns.map(quoted).join(', ');
  if (text.hasPlace) return `select _place::bigint as _place, ${columns} from ${reader(text)}`;
  const place = placed ? `row_number() over () + ${text.header ? 1 : 0}` : 'null::bigint';
  return `select ${place} as _place, ${columns} from ${reader(text)}`;
}

/** Strict and told everything: nothing is guessed, and a line that does not fit is an error. */
function reader({ path, delimiter, quote, header, columns, hasPlace }: StagedText): string {
  const names = [...(hasPlace ? ['_place'] : []), ...columns];
  const struct = names.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${literal(path)}, auto_detect = false, strict_mode = true, null_padding = false, header = ${header},
    delim = ${literal(delimiter)}, quote = ${literal(quote)}, escape = ${literal(quote)}, nullstr = '', columns = {${struct}})`;
}
