/** The rows that stand at any of some instants: few of those that ever did. */
import { sql } from 'kysely';
import type { EngineFunctions } from '../../warehouse/warehouse.ts';
import type { Sql, Stock } from '../definition.ts';
import { searched } from './window-index.ts';

/**
 * What had gone by its first instant after coming is passed over. What went later and what never went are read one after
 * the other, so that the engine passes over whole groups of rows that had all gone before the first instant.
 *
 * @param ends instants, in order; one at least
 * @example standingAt(sql`stages`, { since: 'from', until: 'to' }, monthEnds, fn) // a relation with the columns of `stages`
 */
export function standingAt(
  fact: Sql,
  { since, until }: Stock,
  ends: readonly [string, ...string[]],
  fn: EngineFunctions,
): Sql {
  const [came, gone] = [sql.ref(since), sql.ref(until)];
  const [first, ...others] = ends;
  const hasCome = sql`${came} < ${fn.instant(others.at(-1) ?? first)}`;
  const later = ends.map((end, i) => ({ from: ends[i - 1] ?? '', end }));
  const next = searched(came, later, fn, ({ end }) => fn.instant(end));
  const stays = others.length === 0 ? sql`` : sql` and ${gone} >= ${next}`;
  return sql`(select * from ${fact} where ${hasCome} and ${gone} >= ${fn.instant(first)}${stays}
    union all select * from ${fact} where ${hasCome} and ${gone} is null)`;
}
