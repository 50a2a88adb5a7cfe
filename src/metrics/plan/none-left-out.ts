/** Facts of which the law of populations leaves out no row at all: nobody need look for such rows. */
import { sql } from 'kysely';
import { atOnce } from '../../warehouse/at-once.ts';
import type { FactName } from '../../warehouse/facts.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';

/**
 * From what the engine knows of its columns without looking at a row; where it does not know, rows are looked at.
 *
 * @example await noneLeftOut(warehouse, ['case_facts', 'contact_facts']) // ['case_facts']: calls were made as well as taken
 */
export async function noneLeftOut(
  { db, functions, rows, sideBySide }: Warehouse,
  facts: readonly FactName[],
): Promise<readonly FactName[]> {
  const { isBare } = functions;
  if (isBare === null) return [];
  const found: FactName[] = [];
  await atOnce([...new Set(facts)], sideBySide, async (fact) => {
    const bare = isBare(sql.ref('left_out')).as('bare');
    const [row] = await rows(db.selectFrom(fact).select(bare).limit(1));
    if (row?.bare === true) found.push(fact);
  });
  return found.sort();
}
