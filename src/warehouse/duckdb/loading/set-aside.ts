/** The rows of a file that are not loaded: broken ones, and those that a rule of the mapping leaves out. */
import type { MappedSelect, RejectedFile } from '../../../sources/staged.ts';
import { literal } from '../types.ts';
import type { Writer } from '../warehouse.ts';
import type { Arrival } from './names.ts';

const columns = 'load, file, source, place, kind, code, sentence, raw, "at"';

/** Rows that the reader could not take apart. */
export async function setAsideRejected(
  writer: Writer,
  rejected: RejectedFile,
  source: string,
  { load, file }: Arrival,
): Promise<number> {
  if (rejected.count === 0) return 0;
  return await writer.execute(
    `insert into set_aside (${columns})
     select ${load}, ${file}, ${literal(source)}, place, 'quarantined', code, sentence, raw, ${now(writer)}
     from read_json(${literal(rejected.path)}, format = 'newline_delimited', auto_detect = false, maximum_object_size = 8388608,
       columns = {place: 'BIGINT', code: 'VARCHAR', sentence: 'VARCHAR', raw: 'VARCHAR'})`,
  );
}

/** Rows that the mapping sets aside. */
export const setAsideMapped = (
  writer: Writer,
  select: MappedSelect,
  source: string,
  { load, file }: Arrival,
): Promise<number> =>
  writer.execute(
    `insert into set_aside (${columns})
     select ${load}, ${file}, ${literal(source)}, _place, _set_aside, _reason, _sentence, _raw, ${now(writer)}
     from (${select.sql}) where _set_aside is not null`,
  );

const now = (writer: Writer): string => `${literal(writer.now.toISOString())}::timestamptz`;

/** How many of a file were set aside, by kind and code. */
export async function countAside(
  writer: Writer,
  { load, file }: Arrival,
): Promise<readonly { readonly kind: string; readonly code: string; readonly count: number }[]> {
  const rows = await writer.rows(
    `select kind, code, count(*) as count from set_aside where load = ${load} and file = ${file} group by all order by all`,
  );
  return rows.map((row) => ({
    kind: String(row['kind']),
    code: String(row['code']),
    count: Number(row['count']),
  }));
}
