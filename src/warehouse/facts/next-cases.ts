/** The next case of the same customer, of any category and of the same one. */
import { sql } from 'kysely';
import { ofFew } from '../of-few.ts';
import type { RefreshContext } from '../refresh-context.ts';
import { allOf } from './batches.ts';
import { joinMerged, leftOut } from './case-dimensions.ts';
import type { Sql, Step } from './fact-statement.ts';
import { somebody } from './somebody.ts';

const theCases: Sql = sql.table(allOf('the_cases'));

/**
 * All cases of the customers concerned, so that the next one is seen also where it was not touched itself. A placeholder is
 * no customer: `the_cases` name none.
 */
const theirs = ({ touched }: RefreshContext): Sql =>
  touched.all
    ? sql`(select * from cases where ${somebody(sql.ref('customer_id'))} is not null)`
    : sql`(select x.* from ${ofFew('cases', { list: theCases, name: 'customer_id', column: 'customer_id' })})`;

const following = (context: RefreshContext): Sql => sql`
  select c.source, c.id as case_id,
    lead(c.opened_at) over (partition by c.source, c.customer_id order by c.opened_at, c.id) as next_any_at,
    lead(c.opened_at) over (partition by c.source, c.customer_id, c.category order by c.opened_at, c.id) as next_at,
    lag(c.opened_at) over (partition by c.source, c.customer_id order by c.opened_at, c.id) is not null as came_before
  from ${theirs(context)} c ${joinMerged}
  where ${leftOut} is null`;

/** For all cases at once: one pass over all customers costs less than one a batch. */
export const nextCases = (context: RefreshContext): Step => ({
  name: allOf('next_cases'),
  body: sql`select n.case_no, x.next_any_at, x.next_at, x.came_before from (${following(context)}) x
    join ${theCases} n on n.source = x.source and n.case_id = x.case_id`,
});
