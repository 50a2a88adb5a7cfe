/** Makes the facts of many cases a batch at a time, so that any number of them fits in the memory that there is. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { compilable, run } from './fact-statement.ts';

/** Made once for all cases; the steps see the part of it that is their batch, under the plain name. */
const parted = ['the_cases', 'next_cases', 'the_events', 'the_messages', 'calls'] as const;

export const allOf = (name: (typeof parted)[number]): string => `all_${name}`;

/**
 * Does the work for one batch of numbered cases after the other. The facts of a case depend on records alone, never on
 * another case's facts, so it does not matter how they are parted.
 */
export async function inBatches(context: RefreshContext, work: () => Promise<void>): Promise<void> {
  const size = context.batchCases ?? Number.MAX_SAFE_INTEGER;
  const [found] = await context.rows(
    compilable(sql`select count(*) as n from ${sql.table(allOf('the_cases'))}`, context.db),
  );
  for (let from = 0; from < Number(found?.n); from += size) {
    for (const name of parted) await look(context, name, from + 1, from + size);
    await work();
  }
  for (const name of parted) await run(context, sql`drop view if exists ${sql.table(name)}`);
}

const look = (
  context: RefreshContext,
  name: (typeof parted)[number],
  first: number,
  last: number,
): Promise<void> =>
  run(
    context,
    sql`create or replace temp view ${sql.table(name)} as
      select * from ${sql.table(allOf(name))} where case_no between ${sql.lit(first)} and ${sql.lit(last)}`,
  );
