/** Words outside the closed lists, counted: they are kept and shown, never dropped. */
import { type Column, recordTable } from '../../model/index.ts';
import type { Value } from '../mapping/mapping.ts';
import { literal, literals } from './literal.ts';
import type { CompiledOutput } from './output-sql.ts';

/** A SELECT of (column, word, count) over a mapped SELECT; null where no column can drift. */
export function driftSql({ output, columns }: CompiledOutput, mapped: string): string | null {
  const known = [...columns.keys()].flatMap((name) => {
    const value = output.columns === 'by_name' ? null : (output.columns[name] ?? null);
    const words = knownWords(name, recordTable(output.record).columns[name], value);
    return words === null ? [] : [{ name, words }];
  });
  if (known.length === 0) return null;
  const outside = ({ name, words }: (typeof known)[number]): string =>
    `coalesce("${name}" NOT IN ${literals(words)}, false)`;
  const pairs = known.map(
    (each) => `CASE WHEN ${outside(each)} THEN {'column': ${literal(each.name)}, 'word': "${each.name}"} END`,
  );
  return [
    'SELECT drift."column" AS "column", drift.word AS word, count(*) AS count',
    `FROM (SELECT unnest([${pairs.join(', ')}]) AS drift FROM (${mapped})`,
    `WHERE _set_aside IS NULL AND _present AND (${known.map(outside).join(' OR ')}))`,
    'WHERE drift IS NOT NULL GROUP BY ALL ORDER BY count DESC, "column", word',
  ].join('\n');
}

/** Values of changes come from several lists at once. */
const ofManyLists = new Set(['from_value', 'to_value']);

/** The closed list of the column, or what a word map of the mapping translates to; a constant is nobody's word. */
function knownWords(name: string, column: Column | undefined, value: Value | null): readonly string[] | null {
  if (column?.type !== 'text') return null;
  if (value?.origin.kind === 'constant' || ofManyLists.has(name)) return null;
  if (column.words !== undefined) return column.words;
  return value?.words === null || value === null ? null : Object.values(value.words);
}
