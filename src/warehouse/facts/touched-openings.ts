/** Takes out the stale facts of touched cases, which lie by the opening of their case: it is read quickly, and most are passed over. */
import { sql } from 'kysely';
import { holdsOneOf, ofFew } from '../of-few.ts';
import type { RefreshContext } from '../refresh-context.ts';
import { compilable, forget, type Keys, makeStep, type Sql, type Step, takeOut } from './fact-statement.ts';

/** The case last: its own facts say when it was opened. */
const opened = ['stages', 'turn_facts', 'sla_facts', 'message_facts', 'case_facts'] as const;
type Opened = (typeof opened)[number];

/** What a case was opened at when its facts were made counts, not what its record says now. */
const openings: Step = {
  name: 'touched_openings',
  body: sql`select x.id as case_id, x.opened_at
    from ${ofFew('case_facts', { list: sql.table('touched_cases'), name: 'case_id', column: 'id' })}`,
};

const sieve: Sql = sql`and ${holdsOneOf('f.opened_at', { list: openings.name, name: 'opened_at', key: 'case_id' })}`;

/** Messages of no case hold no opening, nor do facts that were made before they held it: all are then found by their keys. */
async function sieveOf({ rows, db }: RefreshContext, name: Opened): Promise<Sql> {
  const without = sql`select 1 as one from ${sql.table(name)} where opened_at is null limit 1`;
  return (await rows(compilable(without, db))).length === 0 ? sieve : sql``;
}

/** Where facts are not made a batch at a time they lie in no order, and are found by their keys alone. */
export async function takeOutOpened(
  context: RefreshContext,
  keys: Readonly<Record<Opened, Keys>>,
): Promise<void> {
  const lie = !context.touched.all && context.batchCases !== undefined;
  if (lie) await makeStep(context, openings);
  for (const name of opened)
    await takeOut(context, name, keys[name], lie ? await sieveOf(context, name) : sql``);
  if (lie) await forget(context, [openings.name]);
}
