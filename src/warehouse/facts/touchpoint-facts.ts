/** One row per step of a customer outside service: an order, a return, a referral. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { type FactStatement, type Keys, onlyTouched } from './fact-statement.ts';
import { somebody } from './somebody.ts';

export const touchpointKeys: Keys = {
  records: 'touchpoints',
  table: 'touched_touchpoints',
  column: 'id',
  own: 'id',
};

export const touchpointFacts = (context: RefreshContext): FactStatement<'touchpoint_facts'> => ({
  columns: {
    source: sql`p.source`,
    id: sql`p.id`,
    left_out: sql`null`,
    attributes: sql`p.attributes`,
    customer_id: somebody(sql.ref('p.customer_id')),
    segment: sql`k.segment`,
    country: sql`k.country`,
    language: sql`k.language`,
    at: sql`p.at`,
    kind: sql`p.kind`,
    value: sql`p.value`,
  },
  from: sql`touchpoints p left join customers k on k.source = p.source and k.id = p.customer_id
    where true ${onlyTouched(context, 'p', touchpointKeys)}`,
});
