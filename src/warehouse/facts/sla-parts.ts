/** The clocks of an agreement, cut where what is allowed, the calendar or a pause changes. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import type { CalendarDays, Moment } from './calendar-table.ts';
import type { Sql, Step } from './fact-statement.ts';
import { staysWithCalendar } from './parts-of-time.ts';
import { policyNumber } from './sla-limits.ts';

const finished: Sql = sql`(s.status in ('resolved', 'closed'))`;

const known = (column: string): Sql => sql`nullif(${sql.ref(column)}, '')`;

/** What every clock of a case runs under, and whether that changes on the way. */
function circumstances(context: RefreshContext): Sql {
  const teamsMatter = context.settings.sla.policies.some(({ where }) => where.team !== undefined);
  const targets = context.settings.sla.policies.flatMap((policy) => policy.targets);
  const waits = (status: 'pending' | 'on_hold'): Sql =>
    sql`${sql.lit(targets.some(({ pauseWhile }) => pauseWhile.includes(status)))} and bool_or(s.status = ${status})`;
  const differ = (column: string): Sql => sql`min(${sql.ref(column)}) <> max(${sql.ref(column)})`;
  return sql`
    select s.case_no, min(s.n) as first_n, min(s.team) as team, min(s.priority) as priority,
      ${sql.lit(teamsMatter)} and ${differ('s.team')} or ${differ('s.priority')} as changes,
      ${waits('pending')} as pends, ${waits('on_hold')} as holds,
      coalesce(max(s.n) filter (where not ${finished}) > min(s.n) filter (where ${finished}), false) as came_back
    from stays s group by s.case_no`;
}

/** While a case stands resolved, nobody works on it; but a customer who writes again waits. */
const standsStill: Sql = sql`m.target in ('periodic_update', 'resolution', 'agent_work', 'requester_wait')`;

const pauses: Sql = sql`(${standsStill} and s.status in ('resolved', 'closed'))`;
const isCut: Sql = sql`k.changes or h.changes or k.pends or k.holds or k.came_back and ${standsStill}`;

/** The spans during which something changes that matters to their clock: few, so that few stays are looked at. */
const cut: Sql = sql`
  select m.*, k.first_n from sla_spans m join sla_cases k on k.case_no = m.case_no join hours_of h on h.case_no = m.case_no
  where ${isCut}`;

/** One part where nothing changes that matters to this clock; else one a stay that it reaches. */
function parts(context: RefreshContext): Sql {
  const { clockRule } = context.settings;
  const policy = (alias: string): Sql =>
    policyNumber(context, {
      team: known(`${alias}.team`),
      priority: known(`${alias}.priority`),
      started: sql`m.begun`,
    });
  const final = sql`last_value(calendar) over (partition by span_no order by begun
    rows between unbounded preceding and unbounded following)`;
  return sql`
    select m.span_no, m.target, m.begun, m.stopped as ended, ${known('k.priority')} as priority, ${policy('k')} as policy,
      h.calendar, cast(null as varchar) as status, true as last, true as whole
    from sla_spans m join sla_cases k on k.case_no = m.case_no join hours_of h on h.case_no = m.case_no
      join the_cases c on c.case_no = m.case_no
    where not (${isCut})
    union all
    select span_no, target, begun, ended, priority, policy, ${clockRule === 'the_last_one' ? final : sql`calendar`},
      status, last, false
    from (
      select m.span_no, m.target, case when s.n > m.first_n then greatest(m.begun, s.begun) else m.begun end as begun,
        least(m.stopped, s.until) as ended, ${known('s.priority')} as priority, ${policy('s')} as policy,
        s.calendar, case when ${pauses} or s.status in ('pending', 'on_hold') then s.status end as status,
        coalesce(s.until >= m.stopped, s.until is null) as last
      from sla_cut m join ${staysWithCalendar(context)} s on s.case_no = m.case_no join the_cases c on c.case_no = m.case_no
      where (m.stopped is null or s.n = m.first_n or s.begun < m.stopped or s.begun = m.begun)
        and (s.until is null or s.until > m.begun)) cut`;
}

/** With what is allowed then, and whether the clock stands still; a whole one that nothing limits is no promise. */
const limited = (parts: Sql): Sql => sql`
  select p.*, coalesce(own.within_s, every.within_s) as within_s,
    coalesce(own.on_business, every.on_business) and p.calendar is not null as on_business,
    case p.status when 'pending' then coalesce(own.pending, every.pending) when 'on_hold' then coalesce(own.on_hold, every.on_hold)
      else p.status is not null end as paused
  from (${parts}) p
    left join sla_limits own on own.policy = p.policy and own.target = p.target and own.priority = p.priority
    left join sla_limits every on every.policy = p.policy and every.target = p.target and every.priority is null
  where not p.whole or coalesce(own.within_s, every.within_s) is not null`;

/** With the seconds that each part counts; null while it runs. */
function counted(context: RefreshContext, days: CalendarDays | null): Sql {
  const around = context.functions.secondsBetween(sql`p.begun`, sql`p.ended`);
  const all = sql`(${limited(parts(context))}) p`;
  if (days === null)
    return sql`select p.*, cast(null as double) as total_s, case when paused then 0 else ${around} end as part_s
      from ${all}`;
  const from: Moment = { name: 'from_day', instant: sql`p.begun`, calendar: sql`p.calendar` };
  const to: Moment = { name: 'to_day', instant: sql`p.ended`, calendar: sql`p.calendar` };
  return sql`
    select *, case when paused then 0 when on_business then until_s - total_s else around_s end as part_s
    from (select p.*, ${days.total(from)} as total_s, ${days.total(to)} as until_s, ${around} as around_s
      from ${all} ${days.join(from)} ${days.join(to)}) p`;
}

/** Those of spans that are cut, each with what the clock had counted before. */
const summed: Sql = sql`
  select *, coalesce(sum(part_s) over (partition by span_no order by begun
    rows between unbounded preceding and 1 preceding), 0) as before_s
  from sla_counted where not whole`;

/** Every part with what its clock had counted before; a whole span is its own first part. */
export const summedParts: Sql = sql`
  (select *, cast(0 as double) as before_s from sla_counted where whole union all select * from sla_summed)`;

export const partSteps = (context: RefreshContext, days: CalendarDays | null): readonly Step[] => [
  { name: 'sla_cases', body: circumstances(context) },
  { name: 'sla_cut', body: cut },
  { name: 'sla_counted', body: counted(context, days) },
  { name: 'sla_summed', body: summed },
];
