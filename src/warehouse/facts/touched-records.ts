/** What a load is about, looked for once in the big tables; what comes after reads it from small ones. */
import { sql } from 'kysely';
import { ofFew } from '../of-few.ts';
import type { RefreshContext } from '../refresh-context.ts';
import { makeStep, type Sql, type Step } from './fact-statement.ts';

const touchedCases = { list: sql.table('touched_cases'), name: 'case_id' } as const;

/** Tables that are read more than once for the touched cases. */
const found = {
  cases: {
    name: 'cases_now',
    body: sql`select x.* from ${ofFew('cases', { ...touchedCases, column: 'id' })}`,
  },
  events: {
    name: 'events_now',
    body: sql`select x.source, x.case_id, x.at, x.sequence, x.id, x.kind, x.from_value, x.to_value, x.actor_id, x.actor_kind
      from ${ofFew('events', { ...touchedCases, column: 'case_id' })}`,
  },
} as const satisfies Readonly<Record<string, Step>>;

/** The records of the cases whose facts are made now; all records where all facts are. */
export const recordsOf = ({ touched }: RefreshContext, kind: keyof typeof found): Sql =>
  sql.table(touched.all ? kind : found[kind].name);

/** To be done again where more cases are touched than before. */
export async function findRecords(context: RefreshContext): Promise<void> {
  if (context.touched.all) return;
  for (const step of Object.values(found)) await makeStep(context, step);
}

/** They are as small as the load, and go when the work that reads them is done. */
export const foundRecords: readonly string[] = Object.values(found).map(({ name }) => name);
