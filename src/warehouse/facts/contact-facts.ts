/** One row per real-time contact: was it offered, did a person take it, how long did the caller wait. */
import { type RawBuilder, sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { joinMerged, leftOut } from './case-dimensions.ts';
import { type FactStatement, type Keys, onlyTouched, type Sql } from './fact-statement.ts';
import { somebody } from './somebody.ts';

export const contactKeys: Keys = {
  records: 'interactions',
  table: 'touched_interactions',
  column: 'id',
  own: 'id',
};

/** A stated outcome is believed; only where there is none (or a foreign word) do the times tell. */
const answered: RawBuilder<boolean> = sql`case
    when i.outcome in ('answered', 'transferred') then true
    when i.outcome in ('abandoned_in_menu', 'abandoned_in_queue', 'voicemail', 'callback', 'failed') then false
    else i.answered_at is not null or coalesce(i.talk_s, 0) > 0 end`;

/** A caller who left in the menu was never connected nor queued. */
const offered: RawBuilder<boolean> = sql`(${answered} or i.queued_at is not null
    or coalesce(i.outcome = 'abandoned_in_queue', false))`;

/** A duration below zero is a fault of the recording, not a duration. */
const stated = (seconds: Sql): Sql => sql`case when ${seconds} >= 0 then ${seconds} end`;

function wait({ functions }: RefreshContext): Sql {
  const between = (to: string): Sql => stated(functions.secondsBetween(sql.ref('i.queued_at'), sql.ref(to)));
  return sql`case
    when ${answered} then coalesce(${stated(sql.ref('i.wait_s'))}, ${between('i.answered_at')}, 0)
    when ${offered} then coalesce(${stated(sql.ref('i.wait_s'))}, ${between('i.ended_at')}) end`;
}

/** Talk of 0 s without a start was not recorded. */
const talk: Sql = sql`case when ${answered} and (i.answered_at is not null or i.talk_s > 0)
    then ${stated(sql.ref('i.talk_s'))} end`;

const ofAnswered = (seconds: Sql): Sql => sql`case when ${answered} then ${stated(seconds)} end`;

const contactLeftOut: Sql = sql`coalesce(${leftOut},
    case when i.direction = 'outbound' then 'outbound' when i.direction = 'internal' then 'internal' end)`;

export function contactFacts(context: RefreshContext): FactStatement<'contact_facts'> {
  return {
    columns: {
      source: sql`i.source`,
      id: sql`i.id`,
      left_out: contactLeftOut,
      customer_id: sql`coalesce(${somebody(sql.ref('i.customer_id'))}, ${somebody(sql.ref('c.customer_id'))})`,
      channel: sql`coalesce(i.channel, c.channel)`,
      category: sql`coalesce(i.category, c.category)`,
      subcategory: sql`c.subcategory`,
      priority: sql`coalesce(i.priority, c.priority)`,
      team: sql`coalesce(i.team, a.team, c.team)`,
      department: sql`coalesce(a.department, c.department)`,
      product: sql`c.product`,
      language: sql`coalesce(c.language, k.language)`,
      segment: sql`k.segment`,
      country: sql`k.country`,
      attributes: sql`i.attributes`,
      case_id: sql`i.case_id`,
      direction: sql`i.direction`,
      queue: sql`i.queue`,
      agent_id: somebody(sql.ref('i.agent_id')),
      outcome: sql`i.outcome`,
      arrived_at: sql`i.arrived_at`,
      queued_at: sql`i.queued_at`,
      answered_at: sql`case when ${answered} then i.answered_at end`,
      ended_at: sql`i.ended_at`,
      answered,
      offered,
      wait_s: wait(context),
      talk_s: talk,
      hold_s: ofAnswered(sql.ref('i.hold_s')),
      wrap_s: ofAnswered(sql.ref('i.wrap_s')),
      transferred: sql`case when coalesce(t.transfers, false)
        then coalesce(i.outcome = 'transferred', false) or i.transferred_to is not null end`,
    },
    from: sql`(select * from interactions i where true ${onlyTouched(context, 'i', contactKeys)}) i
      left join cases c on c.source = i.source and c.id = i.case_id
      ${joinMerged}
      left join source_traits t on t.source = i.source
      left join agents a on a.source = i.source and a.id = i.agent_id
      left join customers k on k.source = i.source and k.id = coalesce(i.customer_id, c.customer_id)`,
  };
}
