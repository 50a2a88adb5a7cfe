/** What each source knows at all: a source that never tells something is unknown there, not zero. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { run, type Sql } from './fact-statement.ts';

/**
 * - `messages`, `contacts`: written turns, real-time contacts that name a case
 * - `responses`: first responses, stated
 * - `resolutions`: resolutions, by log or table; `table_resolves`: the table knows more of them than the log has standing
 * - `reopenings`: the log tells reopenings, as such or as changes of status; `names_reopenings`: as such
 * - `states_reopenings`: the table states when a case was reopened
 * - `statuses`: the log tells status by status; `pendings`, `holds`: it tells who is waited for
 * - `moves`, `hand_overs`: the log tells changes of owner or team, of team; `names_teams`: it names the team before
 * - `escalations`: the log tells them; `transfers`: real-time contacts that were passed on
 */
const traits: Readonly<Record<string, Sql>> = {
  messages: sql`coalesce(m.n, 0) > 0`,
  contacts: sql`coalesce(i.n, 0) > 0`,
  responses: sql`coalesce(c.responses, 0) > 0`,
  resolutions: sql`coalesce(c.resolutions, 0) + coalesce(e.resolutions, 0) > 0`,
  table_resolves: sql`coalesce(c.resolutions, 0) > coalesce(e.resolutions, 0) - coalesce(e.named_reopenings, 0)`,
  reopenings: sql`coalesce(e.named_reopenings, 0) + coalesce(e.statuses, 0) > 0`,
  names_reopenings: sql`coalesce(e.named_reopenings, 0) > 0`,
  states_reopenings: sql`coalesce(c.reopenings, 0) > 0`,
  statuses: sql`coalesce(e.statuses, 0) > 0`,
  pendings: sql`coalesce(e.pendings, 0) > 0`,
  holds: sql`coalesce(e.holds, 0) > 0`,
  moves: sql`coalesce(e.moves, 0) > 0`,
  hand_overs: sql`coalesce(e.hand_overs, 0) > 0`,
  names_teams: sql`coalesce(e.teams_before, 0) > 0`,
  escalations: sql`coalesce(e.escalations, 0) > 0`,
  transfers: sql`coalesce(i.transfers, 0) > 0`,
};

export const traitNames = Object.keys(traits);

const current: Sql = sql`
  with c as (
    select source, count(first_response_at) as responses, count(resolved_at) as resolutions,
      count(reopened_at) as reopenings
    from cases group by source),
  e as (
    select source,
      count_if(kind = 'resolved' or kind = 'status_changed' and to_value = 'resolved') as resolutions,
      count_if(kind = 'reopened') as named_reopenings,
      count_if(kind = 'status_changed' and to_value is not null) as statuses,
      count_if(kind = 'status_changed' and to_value = 'pending') as pendings,
      count_if(kind = 'status_changed' and to_value = 'on_hold') as holds,
      count_if(kind in ('assigned', 'team_changed') and coalesce(to_value, from_value) is not null
        or kind = 'team_changed') as moves,
      count_if(kind = 'team_changed') as hand_overs,
      count_if(kind = 'team_changed' and from_value is not null) as teams_before,
      count_if(kind = 'escalated') as escalations
    from events group by source),
  m as (select source, count(*) as n from messages group by source),
  i as (
    select source, count(case_id) as n,
      count_if(outcome = 'transferred' or transferred_to is not null) as transfers
    from interactions group by source),
  s as (select source from c union select source from e union select source from i)
  select s.source, ${sql.join(traitNames.map((name) => sql`${traits[name]} as ${sql.ref(name)}`))}
  from s left join c on c.source = s.source left join e on e.source = s.source
    left join m on m.source = s.source left join i on i.source = s.source`;

/**
 * Brings the table `source_traits` up to date. Where a source turns out to know more or less than before, all its cases
 * and surveys count as touched.
 */
export async function readTraits(context: RefreshContext): Promise<void> {
  await run(context, sql`create or replace temp table traits_now as ${current}`);
  if (!context.touched.all) await touchChanged(context);
  await run(context, sql`create or replace table source_traits as select * from traits_now`);
  await run(context, sql`drop table traits_now`);
}

async function touchChanged(context: RefreshContext): Promise<void> {
  const changed = sql`(select source from (select * from traits_now except select * from source_traits) changed)`;
  const touch = (table: string, kind: string): Promise<void> =>
    run(
      context,
      sql`insert into ${sql.table(table)} select source, id from ${sql.table(kind)} where source in ${changed}`,
    );
  await touch('touched_cases', 'cases');
  await touch('touched_surveys', 'surveys');
  await touch('touched_interactions', 'interactions');
}
