/** Stretches of time that overlap become stretches that do not: where two do, the one that began later counts. */
import { sql } from 'kysely';
import type { Sql, Step } from './fact-statement.ts';

const group = sql.raw('source, agent_id, day');

const sameGroup = (a: string, b: string): Sql =>
  sql.join(
    ['source', 'agent_id', 'day'].map((name) => sql`${sql.ref(`${a}.${name}`)} = ${sql.ref(`${b}.${name}`)}`),
    sql` and `,
  );

/**
 * `name` (source, agent_id, day, begun, ended, state) from rows of the same columns and `place`, their order by beginning.
 * Most days of most agents are in order already, and go through as they are.
 */
export function untangled(name: string, rows: Sql): readonly Step[] {
  const [given, tangled, cuts] = [`${name}_rows`, `${name}_tangled`, `${name}_cuts`];
  return [
    { name: given, body: rows },
    {
      name: tangled,
      body: sql`select distinct ${group} from (
        select ${group}, begun, max(ended) over (partition by ${group} order by place
          rows between unbounded preceding and 1 preceding) as reached
        from ${sql.table(given)}) r where reached > begun`,
    },
    {
      name: cuts,
      body: sql`
        with found as (
          select r.* from ${sql.table(given)} r
          where exists (select 1 from ${sql.table(tangled)} t where ${sameGroup('t', 'r')}))
        select ${group}, begun, lead(begun) over (partition by ${group} order by begun) as ended
        from (select ${group}, begun from found union select ${group}, ended from found) ends`,
    },
    {
      name,
      body: sql`select ${group}, begun, ended, state from ${sql.table(given)} r
          where not exists (select 1 from ${sql.table(tangled)} t where ${sameGroup('t', 'r')})
        union all
        select c.source, c.agent_id, c.day, c.begun, c.ended, max_by(r.state, r.place)
        from ${sql.table(cuts)} c join ${sql.table(given)} r on ${sameGroup('r', 'c')}
          and r.begun <= c.begun and r.ended >= c.ended
        where c.ended is not null group by c.source, c.agent_id, c.day, c.begun, c.ended`,
    },
  ];
}
