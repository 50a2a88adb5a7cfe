/** Who and what each case went through: distinct agents, channels, waiting, and the customer's next case. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import type { Sql, Step } from './fact-statement.ts';
import { somebody } from './somebody.ts';

const agents: Sql = sql`
  select case_no, count(*) as agents from (
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

/** Seconds of waiting; what still lasts counts up to the end of the data. */
const waited = ({ functions, dataThrough }: RefreshContext): Sql => {
  const through = dataThrough === null ? sql`cast(null as timestamptz)` : functions.instant(dataThrough);
  const seconds = functions.secondsBetween(sql.ref('begun'), sql`coalesce(until, ${through})`);
  return sql`
    select case_no, sum(case when status = 'pending' then ${seconds} else 0 end) as pending_s,
      sum(case when status = 'on_hold' then ${seconds} else 0 end) as on_hold_s
    from stays where status in ('pending', 'on_hold') group by case_no`;
};

export const circleSteps = (context: RefreshContext): readonly Step[] => [
  { name: 'agents_of', body: agents },
  { name: 'channels_of', body: channels },
  { name: 'waited', body: waited(context) },
];
