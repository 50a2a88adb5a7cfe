/** The cases whose facts are made now, each under a number, so that every step after it joins on one number. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { joinMerged, leftOut } from './case-dimensions.ts';
import { type Keys, onlyTouched, type Step } from './fact-statement.ts';
import { somebody } from './somebody.ts';

export const caseKeys: Keys = { table: 'touched_cases', column: 'case_id', own: 'id' };

/** With what its source knows at all (`t`), as columns of the same names. */
export const theCases = (context: RefreshContext): Step => ({
  name: 'the_cases',
  body: sql`
    select row_number() over () as case_no, c.id as case_id, t.*, c.opened_at, c.origin,
      ${somebody(sql.ref('c.customer_id'))} as customer_id, ${leftOut} as left_out,
      c.first_response_at, c.resolved_at, c.reopened_at, c.closed_at, c.status, c.team, c.channel,
      ${somebody(sql.ref('c.owner_id'))} as owner_id
    from cases c join source_traits t on t.source = c.source ${joinMerged}
    where true ${onlyTouched(context, 'c', caseKeys)}`,
});
