/** One row per time a customer waited for an answer in writing: from the first of the messages to what ended the wait. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { carriedDimensions } from './case-dimensions.ts';
import type { FactStatement, Keys, Sql, Step } from './fact-statement.ts';

export const turnKeys: Keys = {
  records: 'messages',
  table: 'touched_cases',
  column: 'case_id',
  own: 'case_id',
};

/** What the customer wrote, each with the next human answer and the next end of the case. */
const asking: Sql = sql`
  select t.case_no, t.id, t.given, t.channel, t.only_thanks, a.given as answered_at, a.agent, e.moment as ended_at
  from (select * from turns where author_kind = 'customer' and to_customer) t
    asof left join answers a on a.case_no = t.case_no and a.given >= t.given
    asof left join (select case_no, moment from case_log where step in ('resolved', 'closed')) e
      on e.case_no = t.case_no and e.moment >= t.given`;

/** Names the span of a turn among the durations of its case. */
const turnSpan = (id: Sql): Sql => sql`'turn ' || ${id}`;

/**
 * Messages that the same answer or the same end of the case met are one turn. In a case that has ended nobody waits any
 * more, also where nobody knows since when.
 */
const waits: Sql = sql`
  select w.case_no, min_by(w.id, (w.given, w.id)) as id, min_by(w.channel, (w.given, w.id)) as channel,
    min(w.given) as asked_at, any_value(w.answered) as answered_at, any_value(w.replier) as agent, any_value(w.ended) as ended_at,
    count(*) as messages, bool_and(w.only_thanks) as only_thanks
  from (select *, case when answered_at <= coalesce(ended_at, answered_at) then answered_at end as answered,
      case when answered_at <= coalesce(ended_at, answered_at) then agent end as replier,
      case when answered_at is null or ended_at < answered_at then ended_at end as ended
    from (${asking}) asking) w
  group by w.case_no, w.answered, w.ended`;

const named: Sql = sql`
  select w.*, ${turnSpan(sql`w.id`)} as what, w.answered_at is null and w.ended_at is null and not o.finished as runs
  from (${waits}) w join outcomes o on o.case_no = w.case_no`;

const worked: Sql = sql`
  select case_no, what, sum(business_s) as business_s from measured_parts where what like 'turn %' group by case_no, what`;

/** Needs the steps of `case-answers`, `case_log` and `outcomes`. */
export const turnStep: Step = { name: 'waits', body: named };
export const turnTimeStep: Step = { name: 'turn_time', body: worked };

export const turnFacts = ({ functions }: RefreshContext): FactStatement<'turn_facts'> => ({
  columns: {
    ...carriedDimensions,
    source: sql`c.source`,
    id: sql`w.id`,
    left_out: sql`c.left_out`,
    channel: sql`coalesce(w.channel, c.channel)`,
    team: sql`c.team`,
    attributes: sql`c.attributes`,
    case_id: sql`c.case_id`,
    opened_at: sql`c.opened_at`,
    follow_up: sql`coalesce(f.given < w.asked_at, false)`,
    messages: sql`w.messages`,
    only_thanks: sql`w.only_thanks`,
    asked_at: sql`w.asked_at`,
    answered_at: sql`w.answered_at`,
    agent_id: sql`w.agent`,
    ended_at: sql`w.ended_at`,
    answered: sql`w.answered_at is not null`,
    waiting: sql`w.runs`,
    wait_s: functions.secondsBetween(sql`w.asked_at`, sql`coalesce(w.answered_at, w.ended_at)`),
    wait_business_s: sql`b.business_s`,
  },
  from: sql`waits w
    join the_cases c on c.case_no = w.case_no
    left join first_answers f on f.case_no = w.case_no
    left join turn_time b on b.case_no = w.case_no and b.what = w.what`,
});
