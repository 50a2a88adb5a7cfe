/** The cases whose facts are made now, each under a number, so that every step after it joins on one number. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { allOf } from './batches.ts';
import { caseDimensions, joinCustomer, joinMerged, leftOut } from './case-dimensions.ts';
import type { Keys, Sql, Step } from './fact-statement.ts';
import { somebody } from './somebody.ts';
import { recordsOf } from './touched-records.ts';

export const caseKeys: Keys = { records: 'cases', table: 'touched_cases', column: 'case_id', own: 'id' };

const dimensions = sql.join(
  Object.entries(caseDimensions).map(([name, value]) => sql`${value} as ${sql.ref(name)}`),
);

/** Cases of which the log tells an end, by a number of each: as small as it can be, since they are most of all cases. */
const endedStep = ({ functions }: RefreshContext): Step => ({
  name: 'ended_cases',
  body: sql`select distinct ${functions.likeness([sql.ref('source'), sql.ref('case_id')])} as likeness from events
    where kind in ('resolved', 'closed') or (kind = 'status_changed' and to_value in ('resolved', 'closed'))`,
});

/** Whether nobody tells an end. That a case was reopened, or is taken for another, only lays it elsewhere. */
const goesOn = ({ functions }: RefreshContext): Sql => sql`c.resolved_at is null and c.closed_at is null
  and coalesce(c.status, 'new') not in ('resolved', 'closed') and not exists (select 1 from ended_cases e
    where e.likeness = ${functions.likeness([sql.ref('c.source'), sql.ref('c.id')])})`;

/** Where everything is made a batch at a time, it pays to see first what goes on; the few cases of a load lie at the end anyway. */
const isLaid = ({ touched, batchCases }: RefreshContext): boolean => touched.all && batchCases !== undefined;

/**
 * With what the source of each knows at all (`source-traits`), and with the dimensions that every fact of it carries. They
 * are numbered by opening, so that facts come to lie by time, and a month is read without the other months; what goes on
 * comes last, so that a load which moves the clocks writes few groups of rows again.
 */
export const theCases = (context: RefreshContext): readonly Step[] => [
  ...(isLaid(context) ? [endedStep(context)] : []),
  { name: allOf('the_cases'), body: numbered(context), last: isLaid(context) ? ['ended_cases'] : [] },
];

const numbered = (context: RefreshContext): Sql => sql`
    select row_number() over () as case_no, o.* from (
    select c.id as case_id, c.customer_id as named_customer, t.*, ${dimensions}, ${leftOut} as left_out,
      ${somebody(sql.ref('c.owner_id'))} as owner_id, c.origin, c.sla_policy, c.channel, c.team, c.status, c.tags, c.attributes,
      c.opened_at, c.first_response_at, c.resolved_at, c.reopened_at, c.closed_at,
      c.handle_s, c.reassignments, c.reopens, c.is_public
    from ${recordsOf(context, 'cases')} c
      join source_traits t on t.source = c.source ${joinCustomer} ${joinMerged}
    order by ${isLaid(context) ? sql`${goesOn(context)},` : sql``} c.opened_at, c.source, c.id) o`;
