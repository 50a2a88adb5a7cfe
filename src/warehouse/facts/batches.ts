/** Parts many cases into batches, so that any number of them fits in the memory that there is. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { compilable, makeStep, run } from './fact-statement.ts';

/** Made once for all cases; the steps see the part of it that is their batch, under the plain name. */
const parted = ['the_cases', 'next_cases', 'the_events', 'the_messages', 'calls'] as const;
type Parted = (typeof parted)[number];

export const allOf = (name: Parted): string => `all_${name}`;

/** The first and the last of the numbers of its cases. */
export type Batch = readonly [first: number, last: number];

export async function batchesOf(context: RefreshContext): Promise<readonly Batch[]> {
  const size = context.batchCases ?? Number.MAX_SAFE_INTEGER;
  const [found] = await context.rows(
    compilable(sql`select count(*) as n from ${sql.table(allOf('the_cases'))}`, context.db),
  );
  const cases = Number(found?.n);
  return Array.from({ length: Math.ceil(cases / size) }, (_, index) => [
    index * size + 1,
    Math.min((index + 1) * size, cases),
  ]);
}

/**
 * Does the work for one batch of numbered cases. The facts of a case depend on records alone, never on another case's facts,
 * so it does not matter how they are parted, nor in what order they come.
 */
export async function inBatch(
  context: RefreshContext,
  batch: Batch,
  work: () => Promise<void>,
): Promise<void> {
  const [cases, ...others] = parted;
  await makeStep(context, { name: cases, body: partOf(cases, batch) });
  for (const name of others)
    await run(context, sql`create or replace temp view ${sql.table(name)} as ${partOf(name, batch)}`);
  await work();
  for (const name of others) await run(context, sql`drop view ${sql.table(name)}`);
  await run(context, sql`drop table ${sql.table(cases)}`);
}

const partOf = (name: Parted, [first, last]: Batch) =>
  sql`select * from ${sql.table(allOf(name))} where case_no between ${sql.lit(first)} and ${sql.lit(last)}`;
