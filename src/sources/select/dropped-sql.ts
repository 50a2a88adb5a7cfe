/** Values that a mapping calls unknown where they do not fit: they are not in the records, so they are counted. */

import { literal } from './literal.ts';
import type { CompiledOutput } from './output-sql.ts';

interface Drawn {
  readonly output: CompiledOutput;
  readonly id: string;
  /** A condition that holds for rows that are not set aside. */
  readonly kept: string;
  readonly from: string;
}

/** A SELECT of (id, column, word), one row a value; null where the mapping drops none. */
export function droppedSql({ output: { columns, present }, id, kept, from }: Drawn): string | null {
  const can = [...columns].flatMap(([name, { dropped }]) => (dropped === null ? [] : [{ name, ...dropped }]));
  if (can.length === 0) return null;
  const each = can.map(
    ({ name, failed, text }) =>
      `CASE WHEN ${failed} THEN {'column': ${literal(name)}, 'word': left(${text}, 60)} END`,
  );
  const any = can.map(({ failed }) => `(${failed})`).join(' OR ');
  return [
    'SELECT id, dropped."column" AS "column", dropped.word AS word',
    `FROM (SELECT ${id} AS id, unnest([${each.join(', ')}]) AS dropped`,
    `FROM ${from} WHERE ${kept} AND (${present}) AND (${any}))`,
    'WHERE dropped IS NOT NULL',
  ].join('\n');
}
