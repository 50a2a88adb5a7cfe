/** The records that cases hang on, each under the number of its case: read once, however many batches there are. */
import { sql } from 'kysely';
import { ofFew } from '../of-few.ts';
import type { RefreshContext } from '../refresh-context.ts';
import { allOf } from './batches.ts';
import { madeIn, type Sql, type Step } from './fact-statement.ts';
import { readMessage } from './message-facts.ts';
import { recordsOf } from './touched-records.ts';

const theCases: Sql = sql.table(allOf('the_cases'));

const events = (context: RefreshContext): Sql => sql`
  select c.case_no, e.at, e.sequence, e.id, e.kind, e.from_value, e.to_value, e.actor_id, e.actor_kind
  from ${recordsOf(context, 'events')} e join ${theCases} c on c.source = e.source and c.case_id = e.case_id
  order by c.case_no`;

const written = ({ touched }: RefreshContext): Sql =>
  touched.all
    ? sql`messages`
    : sql`(select x.* from ${ofFew('messages', { list: sql.table('touched_cases'), name: 'case_id', column: 'case_id' })})`;

/** Also those that name a case which nobody knows: they come last, without a number. */
const messages = (context: RefreshContext): Sql => sql`
  select c.case_no, ${readMessage}
  from ${written(context)} m
    left join ${theCases} c on c.source = m.source and c.case_id = m.case_id
    left join agents a on a.source = m.source and a.id = m.author_id
  order by c.case_no`;

/** Those of the real-time contacts that belong to a case. */
const calls = (context: RefreshContext): Sql => sql`
  select c.case_no, i.id, coalesce(i.answered_at, i.arrived_at) as given, i.arrived_at, i.ended_at, i.agent_id, i.channel,
    i.answered and coalesce(i.direction, 'inbound') = 'inbound' as taken, i.transferred
  from ${madeIn(context, 'contact_facts')} i join ${theCases} c on c.source = i.source and c.case_id = i.case_id
  order by c.case_no`;

/** In the order of the numbers, so that a batch reads its own rows only. Needs `the_cases` and `contact_facts`. */
export const recordSteps = (context: RefreshContext): readonly Step[] => [
  { name: allOf('the_events'), body: events(context) },
  { name: allOf('the_messages'), body: messages(context) },
  { name: allOf('calls'), body: calls(context) },
];
