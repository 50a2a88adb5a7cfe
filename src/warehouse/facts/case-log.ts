/** The life of each case in order: what the log tells, and what only the case table states. */
import { type RawBuilder, sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { type Keys, onlyTouched, type Sql } from './fact-statement.ts';

const eventKeys: Keys = { table: 'touched_cases', column: 'case_id', own: 'case_id' };
const caseKeys: Keys = { table: 'touched_cases', column: 'case_id', own: 'id' };

/** A change of status to resolved or closed is a resolution or a closing, whatever the source calls it. */
const step: RawBuilder<string> = sql`case
    when e.kind = 'status_changed' and e.to_value in ('resolved', 'closed') then e.to_value
    else e.kind end`;

/** The log's own resolutions count unless the table knows more of them (see `source-traits`). */
const believed: Sql = sql`not (t.table_resolves and ${step} = 'resolved')`;

const logged = (context: RefreshContext): Sql => sql`
  select e.source, e.case_id, e.at as moment, e.sequence, e.id, ${step} as step, e.from_value, e.to_value,
    case when coalesce(e.actor_kind, 'agent') = 'agent' then e.actor_id end as actor,
    coalesce(e.actor_kind = 'system', false) as by_system, true as told
  from events e join source_traits t on t.source = e.source
  where ${believed} ${onlyTouched(context, 'e', eventKeys)}`;

/** A time that the table states becomes a step where the log does not tell it, or is not believed. */
const stated = (context: RefreshContext, column: string, kind: string, tableKnows: Sql): Sql => sql`
  select c.source, c.id as case_id, ${sql.ref(`c.${column}`)} as moment, null as sequence, ${`~${kind}`} as id,
    ${kind} as step, null as from_value, null as to_value, null as actor,
    false as by_system, false as told
  from cases c join source_traits t on t.source = c.source
  where ${sql.ref(`c.${column}`)} is not null ${onlyTouched(context, 'c', caseKeys)}
    and ${tableKnows}`;

const notLogged = (kind: string): Sql => sql`not exists (select 1 from events e
      where e.source = c.source and e.case_id = c.id and ${step} = ${kind})`;

const statedSteps = (context: RefreshContext): Sql =>
  sql.join(
    [
      stated(context, 'resolved_at', 'resolved', sql`(t.table_resolves or ${notLogged('resolved')})`),
      stated(context, 'reopened_at', 'reopened', sql`not t.names_reopenings`),
      stated(context, 'closed_at', 'closed', notLogged('closed')),
    ],
    sql` union all `,
  );

/** What a step says of the status, team and owner that follow it; null where it says nothing. */
const statusOf: Sql = sql`case
    when step in ('resolved', 'closed') then step
    when step = 'reopened' then 'open'
    when step = 'status_changed' and to_value in ('new', 'open', 'pending', 'on_hold') then to_value end`;
const teamOf: Sql = sql`case when step = 'team_changed' then coalesce(to_value, '') end`;
const ownerOf: Sql = sql`case when step = 'assigned' then coalesce(to_value, '') end`;

const upTo = (value: Sql, bound: Sql): Sql => sql`last_value(${value} ignore nulls) over
    (partition by source, case_id order by moment, sequence nulls last, id rows between unbounded preceding and ${bound})`;
const now = (value: Sql): Sql => upTo(value, sql`current row`);
const before = (value: Sql): Sql => upTo(value, sql`1 preceding`);

/**
 * The temporary table `case_log`: one row per step, `n` counting from 1 in the order of time, then the source's sequence,
 * then the id, with status, team and owner after the step and before it. An empty text says "nobody", null "not told".
 */
export const makeCaseLog = (context: RefreshContext): Sql => sql`create or replace temp table case_log as
  with steps as (${logged(context)} union all ${statedSteps(context)}),
  ordered as (
    select source, case_id, moment, step, from_value, to_value, actor, by_system, told,
      row_number() over (partition by source, case_id order by moment, sequence nulls last, id) as n,
      ${now(statusOf)} as status, ${before(statusOf)} as status_before,
      ${now(teamOf)} as team, ${before(teamOf)} as team_before,
      ${now(ownerOf)} as owner, ${before(ownerOf)} as owner_before
    from steps)
  select *, step = 'reopened' or (step = 'status_changed' and status not in ('resolved', 'closed')
      and status_before in ('resolved', 'closed')) as reopened
  from ordered`;
