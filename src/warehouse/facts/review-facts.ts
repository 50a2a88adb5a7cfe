/** One row per criterion of a quality review, with whose work it was. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { type FactStatement, type Keys, onlyTouched } from './fact-statement.ts';
import { somebody } from './somebody.ts';

export const reviewKeys: Keys = { records: 'reviews', table: 'touched_reviews', column: 'id', own: 'id' };

/** As stated, else who took the contact, else who resolved the case. */
const credited = sql`coalesce(${somebody(sql.ref('r.agent_id'))}, ${somebody(sql.ref('i.agent_id'))}, cf.resolver_id)`;

/** Reads `case_facts` for the resolver, so it is made after them. */
export const reviewFacts = (context: RefreshContext): FactStatement<'review_facts'> => ({
  columns: {
    source: sql`r.source`,
    id: sql`r.id`,
    left_out: sql`cf.left_out`,
    attributes: sql`r.attributes`,
    reviewed: sql`coalesce('contact ' || r.interaction_id, 'case ' || r.case_id, 'review ' || r.id)`,
    agent_id: credited,
    reviewer_id: somebody(sql.ref('r.reviewer_id')),
    team: sql`coalesce(a.team, i.team, c.team)`,
    department: sql`coalesce(a.department, c.department)`,
    channel: sql`coalesce(i.channel, c.channel)`,
    category: sql`coalesce(i.category, c.category)`,
    at: sql`r.at`,
    criterion: sql`r.criterion`,
    score: sql`r.score`,
    max: sql`r.max`,
  },
  from: sql`reviews r
    left join interactions i on i.source = r.source and i.id = r.interaction_id
    left join cases c on c.source = r.source and c.id = coalesce(r.case_id, i.case_id)
    left join case_facts cf on cf.source = c.source and cf.id = c.id
    left join agents a on a.source = r.source and a.id = ${credited}
    where true ${onlyTouched(context, 'r', reviewKeys)}`,
});
