/** Makes the facts of many cases a batch at a time, so that any number of them fits in the memory that there is. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { compilable, run } from './fact-statement.ts';

/** Cases a batch where the caller does not say: what a quarter of a gigabyte holds. */
const usual = 200_000;

/**
 * Does the work once where all cases fit in one batch; else once a batch, with its keys in `touched_cases`. The facts of a
 * case depend on records alone, never on another case's facts, so it does not matter how they are parted.
 */
export async function inBatches(
  context: RefreshContext,
  work: (context: RefreshContext) => Promise<void>,
): Promise<void> {
  const { touched, batchCases = usual } = context;
  const keys = touched.all
    ? sql`select source, id as case_id from cases`
    : sql`select source, case_id from touched_cases`;
  const [found] = await context.rows(compilable(sql`select count(*) as n from (${keys}) k`, context.db));
  const batches = Math.ceil(Number(found?.n) / batchCases);
  if (batches <= 1) return await work(context);
  if (touched.all)
    for (const fact of ['stages', 'case_facts']) await run(context, sql`delete from ${sql.table(fact)}`);
  await run(
    context,
    sql`create or replace temp table all_cases as
      select source, case_id, hash(source, case_id) % ${sql.lit(batches)} as batch from (${keys}) k`,
  );
  for (let batch = 0; batch < batches; batch += 1) {
    await run(
      context,
      sql`create or replace temp table touched_cases as
        select source, case_id from all_cases where batch = ${sql.lit(batch)}`,
    );
    await work({ ...context, touched: { all: false } });
  }
  await run(context, sql`drop table all_cases`);
}
