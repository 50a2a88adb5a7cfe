/** The id of a record: one column, several, every field, or the place in the file. */
import { basename } from 'node:path';
import type { Key } from '../mapping/mapping.ts';
import type { Staged } from '../staged.ts';
import { literal } from './literal.ts';
import type { RawRow } from './raw-row.ts';

/** Several parts are joined by a bar; a bar or backslash inside a part is escaped, so different parts give different ids. */
export function keySql(key: Key, row: RawRow, staged: Staged, place: string): string {
  if (key === 'place') return `${literal(`${basename(staged.file)}:`)} || ${place}`;
  if (key === 'content')
    return `md5(${joined(staged.names.map((name) => `coalesce(${row.clean(name)}, '')`))})`;
  const parts = key.map((name) => row.clean(name));
  return parts.length === 1 ? (parts[0] ?? 'NULL') : joined(parts);
}

const joined = (parts: readonly string[]): string =>
  parts.map((part) => `replace(replace(${part}, '\\', '\\\\'), '|', '\\|')`).join(" || '|' || ");
