/** A warehouse in memory whose facts are written down by a test, row by row. */
import { type FactName, factTable } from '../warehouse/facts.ts';
import { type DuckDbWarehouse, openWarehouse } from '../warehouse/index.ts';
import type { Row } from '../warehouse/warehouse.ts';

export type SomeFacts = Partial<Readonly<Record<FactName, readonly Row[]>>>;

/**
 * Columns that are left out are null, `source` is `desk`, `id` counts from 1.
 *
 * @example const warehouse = await warehouseOf({ contact_facts: [{ answered: true, offered: true }] })
 */
export async function warehouseOf(
  facts: SomeFacts,
  dataThrough?: string,
  { changes = [] }: { readonly changes?: readonly Row[] } = {},
): Promise<DuckDbWarehouse> {
  const warehouse = await openWarehouse({ path: ':memory:', threads: 1 });
  await warehouse.write(async (writer) => {
    const recorded = changes.map((row) => ({ source: 'desk', ...row, _load: 1, _file: 1 }));
    if (recorded.length > 0) await writer.execute(writer.db.insertInto('changes').values(recorded));
    for (const [fact, rows] of Object.entries(facts) as [FactName, readonly Row[]][]) {
      const names = Object.keys(factTable(fact).columns);
      const complete = rows.map((row, i) => ({
        ...Object.fromEntries(names.map((name) => [name, null])),
        source: 'desk',
        id: String(i + 1),
        ...row,
      }));
      for (let start = 0; start < complete.length; start += 500) {
        await writer.execute(writer.db.insertInto(fact).values(complete.slice(start, start + 500)));
      }
    }
  });
  const state = await warehouse.state();
  return { ...warehouse, state: async () => ({ ...state, dataThrough: dataThrough ?? lastInstant(facts) }) };
}

function lastInstant(facts: SomeFacts): string | null {
  const instants = (Object.entries(facts) as [FactName, readonly Row[]][]).flatMap(([fact, rows]) =>
    Object.values(factTable(fact).anchors).flatMap((column) => rows.map((row) => row[column])),
  );
  return (
    instants
      .filter((each) => typeof each === 'string')
      .sort()
      .at(-1) ?? null
  );
}
