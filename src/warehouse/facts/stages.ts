/** One row per stay of a case in (status, team, owner), read off its log. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { caseDimensions, joinCustomer, joinMerged, leftOut } from './case-dimensions.ts';
import { type FactStatement, type Keys, onlyTouched, type Sql } from './fact-statement.ts';
import { somebody } from './somebody.ts';

export const stageKeys: Keys = { table: 'touched_cases', column: 'case_id', own: 'case_id' };

/** Where each case stood at its opening: what the first change says was before, else what the table says of now. */
const openings = (context: RefreshContext): Sql => sql`
  select c.source, c.id as case_id, c.opened_at,
    case when l.statuses > 0 then 'new' else coalesce(c.status, 'new') end as status,
    case when l.teams > 0 then l.first_team else c.team end as team,
    case when l.owners > 0 then l.first_owner else c.owner_id end as owner
  from cases c left join (
    select source, case_id, count(status) as statuses, count(team) as teams, count(owner) as owners,
      max(from_value) filter (where step = 'team_changed' and team_before is null) as first_team,
      max(from_value) filter (where step = 'assigned' and owner_before is null) as first_owner
    from case_log group by source, case_id) l on l.source = c.source and l.case_id = c.id
  where true ${onlyTouched(context, 'c', { ...stageKeys, own: 'id' })}`;

/** Steps after which something is different. */
const changes: Sql = sql`
  select l.source, l.case_id, l.n, greatest(l.moment, o.opened_at) as begun, coalesce(l.status, o.status) as status,
    coalesce(l.team, o.team, '') as team, coalesce(l.owner, o.owner, '') as owner
  from case_log l join openings o on o.source = l.source and o.case_id = l.case_id
  where l.status is distinct from coalesce(l.status_before, case when l.status is not null then o.status end)
    or l.team is distinct from coalesce(l.team_before, case when l.team is not null then coalesce(o.team, '') end)
    or l.owner is distinct from coalesce(l.owner_before, case when l.owner is not null then coalesce(o.owner, '') end)`;

const stays: Sql = sql`
  select *, lead(begun) over (partition by source, case_id order by n) as until from (
    select source, case_id, 0 as n, opened_at as begun, status, coalesce(team, '') as team, coalesce(owner, '') as owner
    from openings union all select * from changes) points`;

export function stages(context: RefreshContext): FactStatement<'stages'> {
  return {
    steps: [
      { name: 'openings', body: openings(context) },
      { name: 'changes', body: changes },
      { name: 'stays', body: stays },
    ],
    columns: {
      ...caseDimensions,
      source: sql`s.source`,
      id: sql`s.case_id || '/' || s.n`,
      left_out: leftOut,
      channel: sql`c.channel`,
      team: sql`nullif(s.team, '')`,
      attributes: sql`c.attributes`,
      case_id: sql`s.case_id`,
      sequence: sql`s.n`,
      status: sql`s.status`,
      owner_id: somebody(sql.ref('s.owner')),
      from: sql`s.begun`,
      to: sql`s.until`,
    },
    from: sql`stays s
      join cases c on c.source = s.source and c.id = s.case_id
      ${joinCustomer} ${joinMerged}
      where s.until is null or s.until > s.begun`,
  };
}
