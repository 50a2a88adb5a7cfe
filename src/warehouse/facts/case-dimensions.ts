/** What every row about a case takes from the case itself and from its customer. */
import { sql } from 'kysely';
import type { Sql, Step } from './fact-statement.ts';
import { somebody } from './somebody.ts';

/** Needs the cases as `c` and their customers as `k`. */
export const caseDimensions = {
  category: sql`c.category`,
  subcategory: sql`c.subcategory`,
  priority: sql`c.priority`,
  department: sql`c.department`,
  product: sql`c.product`,
  language: sql`coalesce(c.language, k.language)`,
  segment: sql`k.segment`,
  country: sql`k.country`,
  customer_id: somebody(sql.ref('c.customer_id')),
} as const;

/** The same, where the cases `c` are `the_cases`, which carry them. */
export const carriedDimensions = Object.fromEntries(
  Object.keys(caseDimensions).map((name) => [name, sql.ref(`c.${name}`)]),
) as Readonly<Record<keyof typeof caseDimensions, Sql>>;

export const joinCustomer: Sql = sql`left join customers k on k.source = c.source and k.id = c.customer_id`;

/** Why a case is out of every figure: as the table states it, or because the log tells that it went into another one. */
export const leftOut: Sql = sql`coalesce(c.left_out, case when gone.case_id is not null then 'merged' end)`;

/** `merged_cases`: looked for once, since three facts ask for them. */
export const mergedStep: Step = {
  name: 'merged_cases',
  body: sql`select distinct source, case_id from events where kind = 'merged' and to_value is distinct from case_id`,
};

export const joinMerged: Sql = sql`left join merged_cases gone on gone.source = c.source and gone.case_id = c.id`;
