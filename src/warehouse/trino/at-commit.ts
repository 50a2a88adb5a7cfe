/** A statement about one state of the whole warehouse: every table it names is read at the snapshot of one commit. */
import type { Statement } from './connection.ts';

/**
 * Names a step after each table that the statement mentions, and that step reads the table's snapshot: steps hide tables
 * of the same name, whoever wrote the statement. A word that only looks like a table's name costs nothing.
 *
 * @example atCommit({ sql: 'select count(*) from cases', parameters: [] }, { cases: '42' }).sql
 * // 'with "cases" as (select * from "cases" for version as of 42) select count(*) from cases'
 */
export function atCommit(
  { sql, parameters }: Statement,
  snapshots: Readonly<Record<string, string>>,
): Statement {
  const words = new Set(sql.match(/\w+/g));
  const pins = Object.entries(snapshots)
    .filter(([table]) => words.has(table))
    .map(
      ([table, snapshot]) => `"${table}" as (select * from "${table}" for version as of ${BigInt(snapshot)})`,
    );
  if (pins.length === 0) return { sql, parameters };
  const [, recursive, steps] = /^\s*with\s+(recursive\s+)?(.*)$/is.exec(sql) ?? [];
  const rest = steps === undefined ? ` ${sql}` : `, ${steps}`;
  return { sql: `with ${recursive ?? ''}${pins.join(', ')}${rest}`, parameters };
}
