/** First-contact resolution by its three rules, and why it cannot be told. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import type { Sql, Step } from './fact-statement.ts';

/** Human answers up to the resolution; words after it ("you are welcome") open nothing. */
const touches: Sql = sql`
  select a.case_no, count(*) as touches
  from answers a join outcomes o on o.case_no = a.case_no
  where not a.in_session and a.given <= coalesce(o.last_resolved_at, a.given)
  group by a.case_no`;

/** Whether the customer came back within the window after the resolution. */
const cameBack = ({ functions, settings }: RefreshContext, next: string): Sql =>
  sql`coalesce(${functions.secondsBetween(sql.ref('o.last_resolved_at'), sql.ref(next))}
    <= ${settings.contactWindowDays * 86_400}, false)`;

const tooEarly = ({ functions, settings }: RefreshContext): Sql =>
  sql`coalesce(${functions.secondsBetween(sql.ref('o.last_resolved_at'), sql.ref('o.through'))}
    < ${settings.contactWindowDays * 86_400}, true)`;

/** Only `one_touch` needs messages: it comes last, so that the other two are known where it stands alone. */
const missing = (context: RefreshContext): Sql => sql`case
    when o.customer_id is null then 'no_customer'
    when o.last_resolved_at is null then 'not_resolved'
    when ${tooEarly(context)} then 'too_early'
    when not (o.messages or o.contacts) then 'no_messages' end`;

const firstContact = (context: RefreshContext): Sql => sql`
  select o.case_no, ${missing(context)} as missing,
    coalesce(h.touches, 0) <= 1 and o.first_response_at is not null and coalesce(w.further, 0) = 0
      and coalesce(r.reassignments, 0) = 0 and coalesce(p.transfers, 0) = 0 and coalesce(e.reopens, 0) = 0
      and not ${cameBack(context, 'n.next_at')} as one_touch,
    coalesce(e.reopens, 0) = 0 and not ${cameBack(context, 'n.next_any_at')} as not_again,
    coalesce(e.reopens, 0) = 0 as closed_once
  from outcomes o
    left join touches h on h.case_no = o.case_no
    left join spoken p on p.case_no = o.case_no
    left join further w on w.case_no = o.case_no
    left join ended e on e.case_no = o.case_no
    left join reassigned r on r.case_no = o.case_no
    left join next_cases n on n.case_no = o.case_no`;

/** Needs every other step of the case facts before it. */
export const firstContactSteps = (context: RefreshContext): readonly Step[] => [
  { name: 'touches', body: touches },
  { name: 'first_contact', body: firstContact(context) },
];

/** `one_touch` is known only where nothing is missing, the other rules also without messages. */
export const firstContactColumns = {
  first_contact_one_touch: sql`case when fc.missing is null then fc.one_touch end`,
  first_contact_not_again: sql`case when coalesce(fc.missing, 'no_messages') = 'no_messages' then fc.not_again end`,
  first_contact_closed_once: sql`case when coalesce(fc.missing, 'no_messages') = 'no_messages' then fc.closed_once end`,
  first_contact_missing: sql`fc.missing`,
} as const;
