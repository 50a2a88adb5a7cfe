/** Tries a proposed mapping on the very file it was made for. */
import { parseMapping } from '../mapping/read.ts';
import { droppedCounted } from '../select/dropped-sql.ts';
import { mappedSelects } from '../select/mapped-selects.ts';
import type { MappedSelect, Staged } from '../staged.ts';
import type { Trial } from './inspection.ts';
import { relation, type Table } from './table.ts';

export async function tryMapping(table: Table, staged: Staged, yaml: string): Promise<Trial> {
  const [select] = mappedSelects(parseMapping(yaml, 'the proposed mapping'), staged, relation, {
    place: 'rowid + 2',
  });
  if (select === undefined) throw new Error('a mapping has a first record');
  const rows = await table.rows(
    `SELECT _set_aside, _reason, count(*) AS n, any_value(_sentence) AS example FROM (${select.sql}) GROUP BY ALL ORDER BY n DESC`,
  );
  const sum = (kind: string | null): number =>
    rows.filter((row) => row['_set_aside'] === kind).reduce((total, row) => total + Number(row['n']), 0);
  const drift = await driftOf(table, select);
  return {
    loaded: sum(null),
    quarantined: sum('quarantined'),
    excluded: sum('excluded'),
    reasons: rows
      .filter((row) => row['_set_aside'] !== null)
      .map((row) => ({
        code: String(row['_reason']),
        count: Number(row['n']),
        example: String(row['example']),
      })),
    drift,
  };
}

async function driftOf(table: Table, { driftSql, droppedSql }: MappedSelect): Promise<Trial['drift']> {
  const dropped = droppedSql === null ? null : droppedCounted(droppedSql);
  const found = await Promise.all(
    [driftSql, dropped].map(async (sql) => (sql === null ? [] : await table.rows(`${sql} LIMIT 50`))),
  );
  return found.flat().map((row) => ({
    column: String(row['column']),
    word: String(row['word']),
    count: Number(row['count']),
  }));
}
