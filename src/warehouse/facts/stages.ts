/** One row per stay of a case in (status, team, owner, priority), read off its log. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import type { CalendarDays, Moment } from './calendar-table.ts';
import { carriedDimensions } from './case-dimensions.ts';
import type { FactStatement, Keys, Sql, Step } from './fact-statement.ts';
import { stayCalendar, staysWithCalendar } from './parts-of-time.ts';

export const stageKeys: Keys = {
  records: 'cases',
  table: 'touched_cases',
  column: 'case_id',
  own: 'case_id',
};

/** Where each case stood at its opening: what the first change says was before, else what the table says of now. */
const openings: Sql = sql`
  select c.case_no, c.opened_at, c.channel,
    case when l.statuses > 0 then 'new' else coalesce(c.status, 'new') end as status,
    coalesce(case when l.teams > 0 then l.first_team else c.team end, '') as team,
    coalesce(case when l.owners > 0 then l.first_owner else c.owner_id end, '') as owner,
    coalesce(l.first_priority, c.priority, '') as priority
  from the_cases c left join (
    select case_no, count(status) as statuses, count(team) as teams, count(owner) as owners,
      min(case when step = 'team_changed' and team_before is null then from_value end) as first_team,
      min(case when step = 'assigned' and owner_before is null then from_value end) as first_owner,
      min(case when step = 'priority_changed' and priority_before is null then coalesce(from_value, to_value) end) as first_priority
    from case_log group by case_no) l on l.case_no = c.case_no`;

/** What a step changes: nothing where it says nothing, or what already was. */
const differs = (what: string): Sql => {
  const [now, before, first] = [`l.${what}`, `l.${what}_before`, `o.${what}`].map((name) => sql.ref(name));
  return sql`(${now} is not null and ${now} <> coalesce(${before}, ${first}))`;
};

const changes: Sql = sql`
  select l.case_no, l.n, greatest(l.moment, o.opened_at) as begun, coalesce(l.status, o.status) as status,
    coalesce(l.team, o.team) as team, coalesce(l.owner, o.owner) as owner, coalesce(l.priority, o.priority) as priority, o.channel
  from case_log l join openings o on o.case_no = l.case_no
  where ${differs('status')} or ${differs('team')} or ${differs('owner')}
    or ${differs('priority')}`;

/** A stay of no length is none. */
const stays = (context: RefreshContext): Sql => sql`
  select case_no, n, begun, status, team, owner, priority, until, ${stayCalendar(context, 'lengths')} as calendar from (
    select *, lead(begun) over (partition by case_no order by n) as until from (
      select case_no, 0 as n, opened_at as begun, status, team, owner, priority, channel from openings
      union all select * from changes) points) lengths
  where until is null or until > begun`;

/** `stays`: the stages without the dimensions of their cases. */
export const stayStep = (context: RefreshContext): Step => ({
  name: 'stays',
  body: sql`with openings as (${openings}), changes as (${changes}) ${stays(context)}`,
});

/** Each stay on the calendar that counts during it. */
export function stages(context: RefreshContext, days: CalendarDays | null): FactStatement<'stages'> {
  const calendar = sql`s.calendar`;
  const begun: Moment = { name: 'begun_day', instant: sql`s.begun`, calendar };
  const until: Moment = { name: 'until_day', instant: sql`s.until`, calendar };
  return {
    columns: {
      ...carriedDimensions,
      source: sql`c.source`,
      id: sql`c.case_id`,
      left_out: sql`c.left_out`,
      channel: sql`c.channel`,
      team: sql`nullif(s.team, '')`,
      priority: sql`nullif(s.priority, '')`,
      attributes: sql`c.attributes`,
      case_id: sql`c.case_id`,
      sequence: sql`s.n`,
      status: sql`s.status`,
      owner_id: sql`nullif(s.owner, '')`,
      opened_at: sql`c.opened_at`,
      from: sql`s.begun`,
      to: sql`s.until`,
      stay_s: context.functions.secondsBetween(sql`s.begun`, sql`s.until`),
      stay_business_s:
        days === null ? sql`cast(null as double)` : sql`${days.total(until)} - ${days.total(begun)}`,
    },
    from: sql`${staysWithCalendar(context)} s join the_cases c on c.case_no = s.case_no
      ${days === null ? sql`` : sql`${days.join(begun)} ${days.join(until)}`}`,
  };
}
