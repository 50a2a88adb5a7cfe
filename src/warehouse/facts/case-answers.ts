/** Who wrote and spoke in each case: when it was asked, the first human answer, and what came after it. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { type Keys, onlyTouched, type Sql, type Step } from './fact-statement.ts';
import { onlyThanks } from './thanks.ts';

const byCase: Keys = { table: 'touched_cases', column: 'case_id', own: 'case_id' };

const written = (context: RefreshContext): Sql => sql`
  select m.source, m.case_id,
    count_if(m.author_kind = 'customer') as customer_messages,
    count_if(m.author_kind = 'agent' and coalesce(m.is_public, true)) as agent_messages,
    count_if(m.author_kind = 'bot') as bot_messages,
    min(case when m.author_kind = 'customer' then m.at end) as first_customer_at
  from message_facts m where true ${onlyTouched(context, 'm', byCase)}
  group by m.source, m.case_id`;

const spoken = (context: RefreshContext): Sql => sql`
  select i.source, i.case_id, count(*) as interactions
  from contact_facts i where i.case_id is not null ${onlyTouched(context, 'i', byCase)}
  group by i.source, i.case_id`;

/** A case that an agent opened is asked at the customer's first message. */
const asked = (context: RefreshContext): Sql => sql`
  select c.source, c.id as case_id,
    case when c.origin = 'agent' then w.first_customer_at else c.opened_at end as asked_at
  from cases c left join written w on w.source = c.source and w.case_id = c.id
  where true ${onlyTouched(context, 'c', { ...byCase, own: 'id' })}`;

/** Public words of a human; a call that was taken answers what was asked in it, also where the case was opened later. */
const answers = (context: RefreshContext): Sql => sql`
  select m.source, m.case_id, m.at as given, m.id, m.author_id as agent
  from message_facts m join asked a on a.source = m.source and a.case_id = m.case_id
  where m.author_kind = 'agent' and coalesce(m.is_public, true) and coalesce(m.direction, 'outbound') <> 'internal'
    and m.at >= a.asked_at ${onlyTouched(context, 'm', byCase)}
  union all
  select i.source, i.case_id, greatest(coalesce(i.answered_at, i.arrived_at), a.asked_at), i.id, i.agent_id
  from contact_facts i join asked a on a.source = i.source and a.case_id = i.case_id
  where i.answered and coalesce(i.direction, 'inbound') = 'inbound' and a.asked_at is not null
    ${onlyTouched(context, 'i', byCase)}`;

const firstInstants: Sql = sql`
  select source, case_id, min(given) as given from answers group by source, case_id`;

/** Of several answers in one instant the one with the lowest id is the first. */
const firstAnswers: Sql = sql`
  select f.source, f.case_id, f.given, min_by(a.agent, a.id) as agent
  from first_instants f join answers a on a.source = f.source and a.case_id = f.case_id and a.given = f.given
  group by f.source, f.case_id, f.given`;

/** What the customer wrote after the first answer, other than thanks. */
const further: Sql = sql`
  select m.source, m.case_id, count(*) as further
  from message_facts m join first_answers f on f.source = m.source and f.case_id = m.case_id
    left join messages body on body.source = m.source and body.id = m.id
  where m.author_kind = 'customer' and m.at > f.given and not ${onlyThanks(sql.ref('body.body'))}
  group by m.source, m.case_id`;

export const answerSteps = (context: RefreshContext): readonly Step[] => [
  { name: 'written', body: written(context) },
  { name: 'spoken', body: spoken(context) },
  { name: 'asked', body: asked(context) },
  { name: 'answers', body: answers(context) },
  { name: 'first_instants', body: firstInstants },
  { name: 'first_answers', body: firstAnswers },
  { name: 'further', body: further },
];
