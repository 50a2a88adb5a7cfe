/** What the engine knows of whole facts without looking at a row: it decides how statements are put, never what comes out. */
import { sql } from 'kysely';
import { atOnce } from '../../warehouse/at-once.ts';
import type { FactName } from '../../warehouse/facts.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';

export interface AboutFacts {
  /** Of which the law of populations leaves out no row at all: nobody need look for such rows. */
  readonly noneLeftOut: readonly FactName[];
  /** Of so many rows that reading them takes longer than putting another statement. */
  readonly large: readonly FactName[];
}

const many = 1_000_000;

/**
 * Nothing is known where the engine cannot tell.
 *
 * @example await aboutFacts(warehouse, ['case_facts']) // { noneLeftOut: [], large: ['case_facts'] }
 */
export async function aboutFacts(
  { db, functions: { isBare }, rows, sideBySide }: Warehouse,
  facts: readonly FactName[],
): Promise<AboutFacts> {
  const noneLeftOut: FactName[] = [];
  const large: FactName[] = [];
  if (isBare === null) return { noneLeftOut, large };
  await atOnce([...new Set(facts)], sideBySide, async (fact) => {
    const size = sql<number>`(select count(*) from ${sql.table(fact)})`.as('size');
    const bare = isBare(sql.ref('left_out')).as('bare');
    const [row] = await rows(db.selectFrom(fact).select([size, bare]).limit(1));
    if (row?.bare === true) noneLeftOut.push(fact);
    if (Number(row?.size ?? 0) >= many) large.push(fact);
  });
  return { noneLeftOut: noneLeftOut.sort(), large: large.sort() };
}
