/** The raw row as the statement sees it: the file's columns by name, cleaned of blanks and missing words. */
import { nearest, Problem } from '../../model/index.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Staged } from '../staged.ts';
import type { Layers } from './layers.ts';
import { literal, literals } from './literal.ts';

export interface RawRow {
  /** The name of the cleaned column. */
  clean(name: string): string;
  has(name: string): boolean;
  /** The file's own names, in order. */
  readonly names: readonly string[];
  /** Whether a statement has used the column. */
  wasUsed(name: string): boolean;
  /** The raw fields as a JSON object. */
  readonly asJson: string;
}

export function rawRow(mapping: Mapping, staged: Staged, layers: Layers): RawRow {
  const used = new Set<number>();
  const raw = staged.names.map((_, index) => rawName(staged, index));
  return {
    clean(name) {
      const index = columnIndex(staged.names, name);
      if (index < 0) throw columnMissing(mapping, staged, name);
      used.add(index);
      return layers.name(cleaned(raw[index] ?? '', mapping.missing, staged.text.padded !== false));
    },
    has: (name) => columnIndex(staged.names, name) >= 0,
    names: staged.names,
    wasUsed: (name) => used.has(columnIndex(staged.names, name)),
    asJson: jsonOf(staged.names.map((name, index) => [name, raw[index] ?? ''])),
  };
}

/** By exact name, else by the one column whose name differs only in case and outer blanks. */
function columnIndex(names: readonly string[], name: string): number {
  const exact = names.indexOf(name);
  if (exact >= 0) return exact;
  const plain = (text: string): string => text.trim().toLowerCase();
  const similar = names.flatMap((each, index) => (plain(each) === plain(name) ? [index] : []));
  return similar.length === 1 ? (similar[0] ?? -1) : -1;
}

/** Raw columns are named by the reader; anything else would be a statement of somebody's own. */
function rawName(staged: Staged, index: number): string {
  const name = staged.text.columns[index] ?? '';
  if (!/^raw_\d+$/.test(name)) throw new Error(`"${name}" is not a name of a raw column`);
  return name;
}

/** The engine has read empty fields of a text without padding as null already. */
function cleaned(raw: string, missing: readonly string[], padded: boolean): string {
  const further = missing.map((word) => word.trim()).filter((word) => word !== '');
  const value = padded ? `trim(${raw})` : raw;
  const empty = padded ? ['', ...further] : further;
  if (empty.length === 0) return value;
  return further.length === 0
    ? `nullif(${value}, '')`
    : `CASE WHEN ${value} IN ${literals(empty)} THEN NULL ELSE ${value} END`;
}

/** A JSON object of columns, its keys as literals. */
export const jsonOf = (entries: readonly (readonly [string, string])[]): string =>
  `json_object(${entries.flatMap(([name, sql]) => [literal(name), sql]).join(', ')})`;

function columnMissing(mapping: Mapping, staged: Staged, name: string): Problem {
  const near = nearest(name, staged.names);
  return new Problem('column_missing', {
    place: mapping.path,
    found: `the column "${name}", which ${staged.file} does not have`,
    expected: `one of ${staged.names.map((each) => `"${each}"`).join(', ')}`,
    todo: near === null ? 'correct the mapping' : `did you mean "${near}"?`,
  });
}
