/** Who and what each case went through: distinct agents, channels, and the customer's next case. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { type Keys, onlyTouched, type Sql, type Step } from './fact-statement.ts';
import { somebody } from './somebody.ts';

const byCase: Keys = { table: 'touched_cases', column: 'case_id', own: 'case_id' };
const byId: Keys = { ...byCase, own: 'id' };

const agents = (context: RefreshContext): Sql => sql`
  select source, case_id, count(*) as agents from (
    select source, case_id, ${somebody(sql.ref('owner'))} as agent from case_log where step = 'assigned'
    union select source, case_id, ${somebody(sql.ref('actor'))} from case_log where told
    union select source, case_id, agent from answers
    union select c.source, c.id, ${somebody(sql.ref('c.owner_id'))} from cases c where true ${onlyTouched(context, 'c', byId)}
  ) people where agent is not null and agent <> '' group by source, case_id`;

const channels = (context: RefreshContext): Sql => sql`
  select source, case_id, count(*) as channels from (
    select m.source, m.case_id, m.channel from message_facts m where true ${onlyTouched(context, 'm', byCase)}
    union select i.source, i.case_id, i.channel from contact_facts i where i.case_id is not null
      ${onlyTouched(context, 'i', byCase)}
    union select c.source, c.id, c.channel from cases c where true ${onlyTouched(context, 'c', byId)}
  ) ways where channel is not null group by source, case_id`;

/** The cases of every customer who has a touched one, so that what comes next is seen also where it was not touched. */
const asking = (context: RefreshContext): Sql => {
  const customers = context.touched.all
    ? sql``
    : sql`and exists (select 1 from cases o join touched_cases t on t.source = o.source and t.case_id = o.id
        where o.source = c.source and o.customer_id = c.customer_id)`;
  return sql`select c.source, c.id, c.category, c.opened_at, ${somebody(sql.ref('c.customer_id'))} as customer_id
    from cases c where c.left_out is null and c.customer_id is not null ${customers}`;
};

const next: Sql = sql`
  select source, id as case_id,
    lead(opened_at) over (partition by source, customer_id order by opened_at, id) as next_any_at,
    lead(opened_at) over (partition by source, customer_id, category order by opened_at, id) as next_at
  from asking where customer_id is not null`;

/** Seconds of waiting, from the stays of a case; what still lasts counts up to the end of the data. */
const waited = (context: RefreshContext): Sql => {
  const { functions, dataThrough } = context;
  const through = dataThrough === null ? sql`null` : functions.instant(dataThrough);
  const seconds = functions.secondsBetween(sql.ref('s.from'), sql`coalesce(s."to", ${through})`);
  return sql`select s.source, s.case_id,
      sum(case when s.status = 'pending' then ${seconds} else 0 end) as pending_s,
      sum(case when s.status = 'on_hold' then ${seconds} else 0 end) as on_hold_s
    from stages s where s.status in ('pending', 'on_hold') ${onlyTouched(context, 's', byCase)}
    group by s.source, s.case_id`;
};

export const circleSteps = (context: RefreshContext): readonly Step[] => [
  { name: 'agents_of', body: agents(context) },
  { name: 'channels_of', body: channels(context) },
  { name: 'asking', body: asking(context) },
  { name: 'next_cases', body: next },
  { name: 'waited', body: waited(context) },
];
