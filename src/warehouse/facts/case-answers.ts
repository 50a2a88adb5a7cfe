/** Who wrote and spoke in each case: when it was asked, the first human answer, and what came after it. */
import { sql } from 'kysely';
import type { Sql, Step } from './fact-statement.ts';

/** An agent's lines in a chat belong to its session, which is one answer, however many lines it has. */
const sessionLines: Sql = sql`
  select distinct m.case_no, m.id from calls s join the_cases c on c.case_no = s.case_no
    join the_messages m on m.case_no = s.case_no and coalesce(m.channel, c.channel) = s.channel
      and m.at between s.arrived_at and s.ended_at`;

const turns: Sql = sql`
  select m.case_no, m.at as given, m.id, m.author_id, m.author_kind, coalesce(m.channel, c.channel) as channel, m.only_thanks,
    coalesce(m.is_public, true) and coalesce(m.direction, 'outbound') <> 'internal' as to_customer,
    l.id is not null as in_session
  from the_messages m join the_cases c on c.case_no = m.case_no
    left join session_lines l on l.case_no = m.case_no and l.id = m.id`;

const written: Sql = sql`
  select case_no, count_if(author_kind = 'customer') as customer_messages,
    count_if(author_kind = 'agent' and to_customer) as agent_messages, count_if(author_kind = 'bot') as bot_messages,
    min(case when author_kind = 'customer' then given end) as first_customer_at
  from turns group by case_no`;

const spoken: Sql = sql`
  select case_no, count(*) as interactions, count_if(transferred) as transfers from calls group by case_no`;

/** A case that an agent opened is asked at the customer's first message. */
const asked: Sql = sql`
  select c.case_no, case when c.origin = 'agent' then w.first_customer_at else c.opened_at end as asked_at
  from the_cases c left join written w on w.case_no = c.case_no`;

/** Public words of a human; a call that was taken answers what was asked in it, also where the case was opened later. */
const answers: Sql = sql`
  select t.case_no, t.given, t.id, t.author_id as agent, t.in_session
  from turns t join asked a on a.case_no = t.case_no
  where t.author_kind = 'agent' and t.to_customer and t.given >= a.asked_at
  union all
  select s.case_no, greatest(s.given, a.asked_at), s.id, s.agent_id, false
  from calls s join asked a on a.case_no = s.case_no
  where s.taken and a.asked_at is not null`;

/** Of several answers in one instant the one with the lowest id is the first. */
const firstAnswers: Sql = sql`
  select f.case_no, f.given, min_by(a.agent, a.id) as agent
  from (select case_no, min(given) as given from answers group by case_no) f
    join answers a on a.case_no = f.case_no and a.given = f.given
  group by f.case_no, f.given`;

/** What the customer wrote after the first answer, other than thanks. */
const further: Sql = sql`
  select t.case_no, count(*) as further
  from turns t join first_answers f on f.case_no = t.case_no
  where t.author_kind = 'customer' and t.given > f.given and not t.only_thanks
  group by t.case_no`;

/** A bot passes a case on with its last word or deed before the first human answer. */
const handedOver: Sql = sql`
  select b.case_no, max(b.given) as handover_at
  from (select case_no, given from turns where author_kind = 'bot'
      union all select e.case_no, e.at from the_events e
        where e.actor_kind = 'bot' and e.kind in ('assigned', 'team_changed', 'escalated')) b
    join asked a on a.case_no = b.case_no
    left join first_answers f on f.case_no = b.case_no
  where b.given >= a.asked_at and (f.given is null or b.given <= f.given)
  group by b.case_no`;

export const answerSteps: readonly Step[] = [
  { name: 'session_lines', body: sessionLines },
  { name: 'turns', body: turns, last: ['session_lines'] },
  { name: 'written', body: written },
  { name: 'spoken', body: spoken },
  { name: 'asked', body: asked },
  { name: 'answers', body: answers },
  { name: 'first_answers', body: firstAnswers },
  { name: 'further', body: further },
  { name: 'bot_handovers', body: handedOver },
];
