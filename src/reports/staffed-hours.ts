/** Hour by hour: how many people the work took, and how many were at the desk. */
import { sql } from 'kysely';
import type { Scope } from '../insights/kind.ts';
import type { Filter } from '../metrics/question.ts';
import { startOfDay } from '../model/index.ts';
import { type Row, rowsOf, type Warehouse } from '../warehouse/index.ts';

export interface StaffedHour {
  /** 0–23, local. */
  readonly hour: number;
  /** People talking or wrapping up, and those whom contacts that were given up would have taken. */
  readonly needed: number;
  /** People available, talking or wrapping up. */
  readonly there: number;
}

/** Shifts and states know an agent's part of the house, and nothing of the work. */
const known: readonly string[] = ['team', 'department'];

/**
 * Means over the days of the period on which anybody was at the desk. A contact that was given up would have taken the
 * mean time of those that were answered. Empty where no states are known, or where a filter cannot be applied to people.
 *
 * @example two of three agents talk for half of every hour: { needed: 1, there: 3 }
 */
export async function staffedHours(
  warehouse: Warehouse,
  { period, zone, where }: Scope,
): Promise<readonly StaffedHour[]> {
  if (period === 'all' || where.some(({ dimension }) => !known.includes(dimension))) return [];
  const { functions: fn } = warehouse;
  const [first, end] = [startOfDay(period.from, zone), startOfDay(period.to, zone)];
  const [from, to] = [fn.instant(first), fn.instant(end)];
  const overlap = fn.secondsBetween(
    sql`greatest(s.since, h.begins)`,
    sql`least(s.until, h.begins + interval '1' hour)`,
  );
  const local = (column: string) => fn.localHour(sql.ref(column), zone);
  const statement = sql<Row>`
    with states as (
      select s."from" as since, ${until} as until, s.state from agent_states s
      where s."from" < ${to} and coalesce(s."to", ${to}) > ${from} and ${ofAgents(where)}
    ), present as (
      select h.begins, s.state <> 'available' as busy, ${overlap} as s
      from ${fn.hours(first, end)} h join states s on s.since < h.begins + interval '1' hour and s.until > h.begins
      where s.state in ('available', 'talking', 'wrap')
    ), days as (
      select count(distinct ${fn.localStart(sql.ref('begins'), 'day', zone)}) as n from present
    ), there as (
      select ${local('begins')} as hour, sum(s) as there, sum(s) filter (where busy) as busy from present group by 1
    ), contacts as (
      select arrived_at, answered, talk_s + coalesce(hold_s, 0) + coalesce(wrap_s, 0) as s from contact_facts
      where left_out is null and offered and coalesce(direction, 'inbound') = 'inbound'
        and arrived_at >= ${from} and arrived_at < ${to} and ${ofContacts(where)}
    ), lost as (
      select ${local('arrived_at')} as hour, count(*) * (select avg(s) from contacts where answered) as s
      from contacts where not answered group by 1
    )
    select hour, (coalesce(busy, 0) + coalesce(l.s, 0)) / 3600.0 / days.n as needed, there / 3600.0 / days.n as there
    from there left join lost l using (hour) cross join days order by hour`;
  const rows = await rowsOf(warehouse, statement);
  return rows.map((row) => ({
    hour: Number(row['hour']),
    needed: Number(row['needed']),
    there: Number(row['there']),
  }));
}

/** A state without an end lasts until the agent's next one, but no longer than a day, as in the facts. */
const until = sql`least(coalesce(s."to", lead(s."from") over (partition by s.source, s.agent_id order by s."from"),
  s."from" + interval '1' day), s."from" + interval '1' day)`;

const ofAgents = (where: readonly Filter[]) =>
  where.length === 0
    ? sql`true`
    : sql`exists (select 1 from agents a where a.source = s.source and a.id = s.agent_id
        and ${sql.join(where.map(among), sql` and `)})`;

const ofContacts = (where: readonly Filter[]) =>
  where.length === 0 ? sql`true` : sql.join(where.map(among), sql` and `);

function among({ dimension, values }: Filter) {
  const named = values.filter((value) => value !== null);
  const known = named.length === 0 ? sql`false` : sql`${sql.ref(dimension)} in (${sql.join(named)})`;
  return values.includes(null) ? sql`(${known} or ${sql.ref(dimension)} is null)` : known;
}
