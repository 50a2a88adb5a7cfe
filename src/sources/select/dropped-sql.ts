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

/** A slip of the pen has a few spellings, a broken clock as many as there are numbers: those are told by one of them. */
const mostWords = 8;

/** (column, word, count) of rows of (column, word). */
export const droppedCounted = (rows: string): string => `SELECT "column", word, sum(n) AS count
FROM (SELECT "column", n, CASE WHEN count(*) OVER each > ${mostWords} THEN arg_max(word, (n, word)) OVER each || ' …' ELSE word END AS word
  FROM (SELECT "column", word, count(*) AS n FROM (${rows}) GROUP BY ALL)
  WINDOW each AS (PARTITION BY "column"))
GROUP BY ALL ORDER BY count DESC, "column", word`;
