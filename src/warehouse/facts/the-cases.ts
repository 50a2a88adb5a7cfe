/** The cases whose facts are made now, each under a number, so that every step after it joins on one number. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { allOf } from './batches.ts';
import { caseDimensions, joinCustomer, joinMerged, leftOut } from './case-dimensions.ts';
import type { Keys, Step } from './fact-statement.ts';
import { somebody } from './somebody.ts';
import { recordsOf } from './touched-records.ts';

export const caseKeys: Keys = { records: 'cases', table: 'touched_cases', column: 'case_id', own: 'id' };

const dimensions = sql.join(
  Object.entries(caseDimensions).map(([name, value]) => sql`${value} as ${sql.ref(name)}`),
);

/**
 * With what the source of each knows at all (`source-traits`), and with the dimensions that every fact of it carries. They
 * are numbered by opening, so that facts come to lie by time, and a month is read without the other months.
 */
export const theCases = (context: RefreshContext): Step => ({
  name: allOf('the_cases'),
  body: sql`
    select row_number() over () as case_no, o.* from (
    select c.id as case_id, c.customer_id as named_customer, t.*, ${dimensions}, ${leftOut} as left_out,
      ${somebody(sql.ref('c.owner_id'))} as owner_id, c.origin, c.sla_policy, c.channel, c.team, c.status, c.tags, c.attributes,
      c.opened_at, c.first_response_at, c.resolved_at, c.reopened_at, c.closed_at,
      c.handle_s, c.reassignments, c.reopens, c.is_public
    from ${recordsOf(context, 'cases')} c
      join source_traits t on t.source = c.source ${joinCustomer} ${joinMerged}
    order by c.opened_at, c.source, c.id) o`,
});
