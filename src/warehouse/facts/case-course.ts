/** How each case went: resolved, reopened, handed over; read off `case_log`. */
import { sql } from 'kysely';
import type { Sql, Step } from './fact-statement.ts';

/**
 * A change of team is a hand-over, except the first placement: at the instant of the opening, or without a team before
 * in a source that names it elsewhere.
 */
const handedOver: Sql = sql`(l.step = 'team_changed' and l.moment > c.opened_at
    and l.to_value is distinct from l.from_value
    and (l.from_value is not null or not t.team_before or nullif(l.team_before, '') is not null))`;

const newOwner: Sql = sql`(l.step = 'assigned' and l.to_value is not null
    and l.to_value <> coalesce(l.from_value, nullif(l.owner_before, '')))`;

const ended: Sql = sql`
  select l.source, l.case_id,
    max(case when l.step = 'resolved' then l.n end) as resolved_n,
    max(case when l.step = 'closed' then l.n end) as closed_n,
    coalesce(max(case when l.reopened then l.n end), 0) as reopened_n,
    min(case when l.step = 'resolved' then l.moment end) as first_resolved_at,
    min(case when l.step = 'closed' then l.moment end) as first_closed_at,
    max(case when l.step = 'resolved' then l.moment end) as resolved_at,
    max(case when l.step = 'closed' then l.moment end) as closed_at,
    max_by(coalesce(l.actor, nullif(l.owner, '')), l.n) filter (where l.step = 'resolved') as resolver,
    max_by(coalesce(l.actor, nullif(l.owner, '')), l.n) filter (where l.step = 'closed') as closer,
    max_by(l.by_system, l.n) filter (where l.step = 'closed') as system_closed,
    max_by(l.status, l.n) filter (where l.status is not null) as status,
    max_by(nullif(l.owner, ''), l.n) as owner,
    max(l.n) filter (where l.step = 'assigned') as assigned_n,
    min(l.from_value) filter (where l.step = 'team_changed' and l.team_before is null) as team_at_first,
    min(l.to_value) filter (where l.step = 'team_changed' and l.team_before is null) as team_after_first,
    count_if(l.told and case when t.names_reopenings then l.step = 'reopened' else l.reopened end) as reopens,
    count_if(${handedOver}) as team_handovers
  from case_log l join cases c on c.source = l.source and c.id = l.case_id
    join source_traits t on t.source = l.source
  group by l.source, l.case_id`;

/** Owner and team that change in one instant are one reassignment. */
const reassigned: Sql = sql`
  select source, case_id, count(*) as reassignments from (
    select distinct l.source, l.case_id, l.moment
    from case_log l join cases c on c.source = l.source and c.id = l.case_id
      join source_traits t on t.source = l.source
    where l.step in ('assigned', 'team_changed') and (${handedOver} or ${newOwner})) moments
  group by source, case_id`;

/** Every team a case was with, in order; the half step is the team before a change. */
const held: Sql = sql`
  select source, case_id, n - 0.5 as n, from_value as team, null as team_before, false as arrived
  from case_log where step = 'team_changed' and from_value is not null
  union all
  select source, case_id, n, to_value, coalesce(from_value, nullif(team_before, '')), true
  from case_log where step = 'team_changed' and to_value is not null`;

const returned: Sql = sql`
  select source, case_id, count_if(arrived and earlier < n and team is distinct from team_before) as returned,
    count_if(earlier = n) as teams
  from (select *, min(n) over (partition by source, case_id, team) as earlier from held) visits
  group by source, case_id`;

export const courseSteps: readonly Step[] = [
  { name: 'ended', body: ended },
  { name: 'reassigned', body: reassigned },
  { name: 'held', body: held },
  { name: 'returned', body: returned },
];
