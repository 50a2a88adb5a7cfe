/** One row per survey invitation: the answer, and whose work it was about. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { type FactStatement, type Keys, onlyTouched } from './fact-statement.ts';
import { somebody } from './somebody.ts';

export const surveyKeys: Keys = { records: 'surveys', table: 'touched_surveys', column: 'id', own: 'id' };

/** The person who did it gets the rating: as stated, else who resolved the case, else who took the contact. */
const credited = sql`coalesce(${somebody(sql.ref('s.agent_id'))}, cf.resolver_id, ${somebody(sql.ref('i.agent_id'))})`;

/** An answer without an instant was given no earlier than it was asked for. */
const answeredAt = sql`case when s.score is not null then coalesce(s.answered_at, s.sent_at) else s.answered_at end`;

/**
 * Reads `case_facts` for the resolver, so it is made after them. The channel is the one that the service came by,
 * where that is known; the survey's own channel is only the way of asking.
 */
export function surveyFacts(context: RefreshContext): FactStatement<'survey_facts'> {
  return {
    columns: {
      source: sql`s.source`,
      id: sql`s.id`,
      left_out: sql`cf.left_out`,
      customer_id: sql`coalesce(${somebody(sql.ref('s.customer_id'))}, ${somebody(sql.ref('c.customer_id'))}, ${somebody(sql.ref('i.customer_id'))})`,
      channel: sql`coalesce(i.channel, c.channel, s.channel)`,
      category: sql`coalesce(c.category, i.category)`,
      subcategory: sql`c.subcategory`,
      priority: sql`coalesce(c.priority, i.priority)`,
      team: sql`coalesce(a.team, i.team, c.team)`,
      department: sql`coalesce(a.department, c.department)`,
      product: sql`c.product`,
      language: sql`coalesce(c.language, k.language)`,
      segment: sql`k.segment`,
      country: sql`k.country`,
      attributes: sql`s.attributes`,
      kind: sql`s.kind`,
      about: sql`case when s.case_id is not null or s.interaction_id is not null then 'contact' else 'relationship' end`,
      case_id: sql`coalesce(s.case_id, i.case_id)`,
      agent_id: credited,
      first_responder_id: sql`coalesce(cf.first_responder_id, ${somebody(sql.ref('i.agent_id'))})`,
      owner_id: sql`cf.owner_id`,
      agent_ids: sql`cf.agent_ids`,
      sent_at: sql`s.sent_at`,
      answered_at: answeredAt,
      dated: sql`s.sent_at is not null or s.answered_at is not null`,
      scale_min: sql`s.scale_min`,
      scale_max: sql`s.scale_max`,
      satisfied_from: sql`s.satisfied_from`,
      score: sql`s.score`,
      comment: sql`s.comment`,
    },
    from: sql`(select * from surveys s where true ${onlyTouched(context, 's', surveyKeys)}) s
      left join interactions i on i.source = s.source and i.id = s.interaction_id
      left join cases c on c.source = s.source and c.id = coalesce(s.case_id, i.case_id)
      left join case_facts cf on cf.source = c.source and cf.id = c.id
      left join agents a on a.source = s.source and a.id = ${credited}
      left join customers k on k.source = s.source
        and k.id = coalesce(s.customer_id, c.customer_id, i.customer_id)`,
  };
}
