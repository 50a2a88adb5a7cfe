/** Hour by hour: how many people the contacts kept busy or would have, and how many were at the desk. */
import { sql } from 'kysely';
import type { Scope } from '../insights/kind.ts';
import { startOfDay } from '../model/index.ts';
import type { Row, Warehouse } from '../warehouse/index.ts';

export interface StaffedHour {
  /** 0–23, local. */
  readonly hour: number;
  /** Work that came in, in people: time that its contacts take ÷ the hours looked at. */
  readonly needed: number;
  /** People available, talking or wrapping up, on average. */
  readonly there: number;
}

/** A state without an end lasts until the agent's next one, but no longer than a day, as in the facts. */
const until = sql`least(coalesce("to", lead("from") over (partition by source, agent_id order by "from"),
  "from" + interval '1 day'), "from" + interval '1 day')`;

/**
 * Over the days of the period on which anybody was at the desk. A contact that nobody took needs the mean time of those
 * that were; empty where no states are known, or where the report is about a part whose people cannot be told apart.
 */
export async function staffedHours(
  warehouse: Warehouse,
  { period, zone, where }: Scope,
): Promise<readonly StaffedHour[]> {
  if (period === 'all' || where.length > 0) return [];
  const { functions: fn } = warehouse;
  const [from, to] = [startOfDay(period.from, zone), startOfDay(period.to, zone)].map((at) => fn.instant(at));
  const hour = (at: ReturnType<typeof sql>) => fn.localHour(at, zone);
  const statement = sql<Row>`
    with states as (
      select "from" as since, ${until} as until, state from agent_states
      where "from" < ${to} and coalesce("to", ${to}) > ${from}
    ), hours as (
      select unnest(generate_series(${from}, ${to} - interval '1 hour', interval '1 hour')) as begins
    ), present as (
      select h.begins, sum(epoch(least(s.until, h.begins + interval '1 hour') - greatest(s.since, h.begins))) as s
      from hours h join states s on s.since < h.begins + interval '1 hour' and s.until > h.begins
      where s.state in ('available', 'talking', 'wrap') group by h.begins
    ), days as (
      select count(distinct ${fn.localStart(sql.ref('begins'), 'day', zone)}) as n from present
    ), there as (
      select ${hour(sql.ref('begins'))} as hour, sum(s) as s from present group by hour
    ), taken as (
      select ${hour(sql.ref('arrived_at'))} as hour, talk_s + coalesce(hold_s, 0) + coalesce(wrap_s, 0) as s
      from contact_facts where left_out is null and offered and coalesce(direction, 'inbound') = 'inbound'
        and arrived_at >= ${from} and arrived_at < ${to}
    ), needed as (
      select hour, sum(coalesce(s, (select avg(s) from taken))) as s from taken group by hour
    )
    select hour, coalesce(n.s, 0) / 3600.0 / days.n as needed, coalesce(t.s, 0) / 3600.0 / days.n as there
    from (select hour from there union select hour from needed) all_hours
    left join needed n using (hour) left join there t using (hour) cross join days
    where days.n > 0 order by hour`;
  const rows = await warehouse.rows({ compile: () => statement.compile(warehouse.db) });
  return rows.map((row) => ({
    hour: Number(row['hour']),
    needed: Number(row['needed']),
    there: Number(row['there']),
  }));
}
