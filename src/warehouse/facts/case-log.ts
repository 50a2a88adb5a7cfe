/** The life of each case in order: what the log tells, and what only the case table states. */
import { type RawBuilder, sql } from 'kysely';
import type { Sql, Step } from './fact-statement.ts';

/** A change of status to resolved or closed is a resolution or a closing, whatever the source calls it. */
const step: RawBuilder<string> = sql`case
    when e.kind = 'status_changed' and e.to_value in ('resolved', 'closed') then e.to_value
    else e.kind end`;

/** The log's own resolutions count unless the table knows more of them (see `source-traits`). */
const logged: Sql = sql`
  select c.case_no, e.at as moment, e.sequence, e.id, ${step} as step, e.from_value, e.to_value,
    case when coalesce(e.actor_kind, 'agent') = 'agent' and e.actor_id is distinct from c.customer_id then e.actor_id end as actor,
    coalesce(e.actor_kind = 'system', false) as by_system, true as told,
    e.at = c.opened_at as at_opening, c.names_reopenings, c.names_teams
  from the_events e join the_cases c on c.case_no = e.case_no
  where not (c.table_resolves and ${step} = 'resolved')`;

/** A time that the table states becomes a step where the log does not tell it, or is not believed. */
const stated = (column: string, kind: string, tableKnows: Sql): Sql => sql`
  select c.case_no, ${sql.ref(`c.${column}`)} as moment, cast(null as double) as sequence, ${`~${kind}`} as id,
    ${kind} as step, null as from_value, null as to_value, null as actor, false as by_system, false as told,
    false as at_opening, c.names_reopenings, c.names_teams
  from the_cases c where ${sql.ref(`c.${column}`)} is not null and ${tableKnows}`;

const notLogged = (kind: string): Sql =>
  sql`not exists (select 1 from the_events e where e.case_no = c.case_no and ${step} = ${kind})`;

const steps: Sql = sql`
  ${logged}
  union all ${stated('resolved_at', 'resolved', sql`(c.table_resolves or ${notLogged('resolved')})`)}
  union all ${stated('reopened_at', 'reopened', sql`not c.names_reopenings`)}
  union all ${stated('closed_at', 'closed', notLogged('closed'))}`;

/** What a step says of the status, team, owner and priority that follow it; null where it says nothing. */
const statusOf: Sql = sql`case
    when step in ('resolved', 'closed') then step
    when step = 'reopened' then 'open'
    when step = 'status_changed' and to_value in ('new', 'open', 'pending', 'on_hold') then to_value end`;
const teamOf: Sql = sql`case when step = 'team_changed' then coalesce(to_value, '') end`;
const ownerOf: Sql = sql`case when step = 'assigned' then coalesce(to_value, '') end`;
const priorityOf: Sql = sql`case when step = 'priority_changed' then to_value end`;

/** What held before a step: the last that was said of it earlier. */
const before = (value: Sql): Sql => sql`last_value(${value} ignore nulls) over earlier`;

const followed: Sql = sql`
  select *, row_number() over earlier as n, ${before(statusOf)} as status_before, ${before(teamOf)} as team_before,
    ${before(ownerOf)} as owner_before, ${before(priorityOf)} as priority_before
  from steps
  window earlier as (partition by case_no order by moment, sequence nulls last, id
    rows between unbounded preceding and 1 preceding)`;

/** What holds after it: what it says itself, else what held before. */
const ordered: Sql = sql`
  select *, coalesce(${statusOf}, status_before) as status, coalesce(${teamOf}, team_before) as team,
    coalesce(${ownerOf}, owner_before) as owner, coalesce(${priorityOf}, priority_before) as priority
  from followed`;

/** Opened once more: called so, or a change of status from resolved or closed to an open one. */
const reopened: Sql = sql`(step = 'reopened' or (step = 'status_changed' and status not in ('resolved', 'closed')
    and status_before in ('resolved', 'closed')))`;

/**
 * A change of team is a hand-over, except the first placement: at the very instant of the opening, or without a team
 * before in a source that names it elsewhere.
 */
const handedOver: Sql = sql`(step = 'team_changed' and not at_opening and to_value is distinct from from_value
    and (from_value is not null or not names_teams or nullif(team_before, '') is not null))`;

const newOwner: Sql = sql`(step = 'assigned' and to_value is not null
    and coalesce(to_value <> coalesce(from_value, nullif(owner_before, '')), false))`;

/**
 * `case_log`: one row per step of a case, `n` counting from 1 in the order of time, then the source's sequence, then the
 * id, with status, team, owner and priority after the step and before it. An empty text says "nobody", null "not told".
 */
export const caseLog: Step = {
  name: 'case_log',
  body: sql`
    with steps as (${steps}), followed as (${followed}), ordered as (${ordered})
    select case_no, n, moment, step, from_value, to_value, actor, by_system, told,
      status, status_before, team, team_before, owner, owner_before, priority, priority_before, ${reopened} as reopened,
      told and case when names_reopenings then step = 'reopened' else ${reopened} end as counts_as_reopening,
      ${handedOver} as handed_over, ${newOwner} as new_owner
    from ordered`,
};
