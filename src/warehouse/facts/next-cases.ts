/** The next case of the same customer, of any category and of the same one. */
import { sql } from 'kysely';
import { allOf } from './batches.ts';
import type { Sql, Step } from './fact-statement.ts';

const theCases: Sql = sql.table(allOf('the_cases'));

/** All cases of the customers concerned, so that the next one is seen also where it was not touched itself. */
const following: Sql = sql`
  select source, id as case_id,
    lead(opened_at) over (partition by source, customer_id order by opened_at, id) as next_any_at,
    lead(opened_at) over (partition by source, customer_id, category order by opened_at, id) as next_at,
    lag(opened_at) over (partition by source, customer_id order by opened_at, id) is not null as came_before
  from cases c
  where left_out is null and exists (
    select 1 from ${theCases} n where n.source = c.source and n.customer_id = c.customer_id)`;

/** For all cases at once: one pass over all customers costs less than one a batch. */
export const nextCases: Step = {
  name: allOf('next_cases'),
  body: sql`select n.case_no, x.next_any_at, x.next_at, x.came_before from (${following}) x
    join ${theCases} n on n.source = x.source and n.case_id = x.case_id`,
};
