/** Who and what each case went through: distinct agents, channels, waiting, and the customer's next case. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import type { Sql, Step } from './fact-statement.ts';
import { somebody } from './somebody.ts';

const agents: Sql = sql`
  select case_no, count(*) as agents, list(agent order by agent) as agent_ids from (
    select case_no, ${somebody(sql.ref('owner'))} as agent from case_log where step = 'assigned'
    union select case_no, ${somebody(sql.ref('actor'))} from case_log where actor is not null
    union select case_no, agent from answers
    union select case_no, owner_id from the_cases) people
  where agent is not null group by case_no`;

const channels: Sql = sql`
  select case_no, count(*) as channels from (
    select case_no, channel from turns
    union select case_no, channel from calls
    union select case_no, channel from the_cases) ways
  where channel is not null group by case_no`;

/** Seconds of waiting that is over, and since when it still lasts. */
const waited = ({ functions }: RefreshContext): Sql => {
  const seconds = functions.secondsBetween(sql.ref('begun'), sql.ref('until'));
  const of = (status: string): Sql => sql`coalesce(sum(${seconds}) filter (where status = ${status}), 0)`;
  return sql`
    select case_no, ${of('pending')} as pending_s, ${of('on_hold')} as on_hold_s,
      max(case when until is null then begun end) as since, max(case when until is null then status end) as lasts
    from stays where status in ('pending', 'on_hold') group by case_no`;
};

export const circleSteps = (context: RefreshContext): readonly Step[] => [
  { name: 'agents_of', body: agents },
  { name: 'channels_of', body: channels },
  { name: 'waited', body: waited(context) },
];
