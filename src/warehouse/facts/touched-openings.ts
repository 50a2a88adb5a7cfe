/** When the touched cases were opened, as their facts say before they are made again: facts lie by it, and it is read quickly. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { compilable, makeStep, type Sql, type Step } from './fact-statement.ts';
import { ofFew } from './of-few.ts';

export const openings: Step = {
  name: 'touched_openings',
  body: sql`select x.id as case_id, x.opened_at
    from ${ofFew('case_facts', { list: sql.table('touched_cases'), name: 'case_id', column: 'id' })}`,
};

/**
 * A condition that the stale facts `f` of touched cases meet beside their keys, where they hold the opening of their case; it
 * spares looking at the keys of all others. What a case was opened at before counts, not what its record says now.
 */
export async function findOpenings(context: RefreshContext): Promise<Sql> {
  if (context.touched.all) return sql``;
  await makeStep(context, openings);
  const unknown = sql`select 1 as one from touched_openings where opened_at is null limit 1`;
  if ((await context.rows(compilable(unknown, context.db))).length > 0) return sql``;
  return sql`and f.opened_at in (select opened_at from touched_openings where length(case_id) >= 0)`;
}
