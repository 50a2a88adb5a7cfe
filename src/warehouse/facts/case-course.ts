/** How each case went: resolved, reopened, handed over; read off `case_log`. */
import { sql } from 'kysely';
import type { Sql, Step } from './fact-statement.ts';

const actor: Sql = sql`coalesce(l.actor, nullif(l.owner, ''))`;

const ended: Sql = sql`
  select l.case_no,
    max(case when l.step = 'resolved' then l.n end) as resolved_n,
    max(case when l.step = 'closed' then l.n end) as closed_n,
    coalesce(max(case when l.reopened then l.n end), 0) as reopened_n,
    min(case when l.step = 'resolved' then l.moment end) as first_resolved_at,
    min(case when l.step = 'closed' then l.moment end) as first_closed_at,
    max(case when l.step = 'resolved' then l.moment end) as resolved_at,
    max(case when l.step = 'closed' then l.moment end) as closed_at,
    max_by(${actor}, case when l.step = 'resolved' then l.n end) as resolver,
    max_by(${actor}, case when l.step = 'closed' then l.n end) as closer,
    max_by(l.by_system, case when l.step = 'closed' then l.n end) as system_closed,
    max_by(l.status, case when l.status is not null then l.n end) as status,
    max_by(nullif(l.owner, ''), l.n) as owner,
    max(case when l.step = 'assigned' then l.n end) as assigned_n,
    min(case when l.step = 'team_changed' and l.team_before is null then l.from_value end) as team_at_first,
    min(case when l.step = 'team_changed' and l.team_before is null then l.to_value end) as team_after_first,
    count_if(l.counts_as_reopening) as reopens,
    count_if(l.handed_over) as team_handovers, count_if(l.step = 'escalated') as escalations
  from case_log l group by l.case_no`;

/** An owner and a team that change in one instant are one reassignment; two teams in one instant are two. */
const reassigned: Sql = sql`
  select case_no, sum(greatest(teams, owners)) as reassignments from (
    select case_no, moment, count_if(handed_over) as teams, count_if(new_owner) as owners
    from case_log where handed_over or new_owner
    group by case_no, moment) moments
  group by case_no`;

/** Every team a case was with, in order; the half step is the team before a change. */
const held: Sql = sql`
  select case_no, n - 0.5 as n, from_value as team, null as team_before, false as arrived
  from case_log where step = 'team_changed' and from_value is not null
  union all
  select case_no, n, to_value, coalesce(from_value, nullif(team_before, '')), true
  from case_log where step = 'team_changed' and to_value is not null`;

const returned: Sql = sql`
  select case_no, count_if(arrived and earlier < n and team is distinct from team_before) as returned,
    count_if(earlier = n) as teams
  from (select *, min(n) over (partition by case_no, team) as earlier from (${held}) held) visits
  group by case_no`;

export const courseSteps: readonly Step[] = [
  { name: 'ended', body: ended },
  { name: 'reassigned', body: reassigned },
  { name: 'returned', body: returned },
];
