/** Every fact of a warehouse, in an order and with digits that do not depend on the engine. */
import { factNames, factTable } from '../../src/warehouse/facts.ts';
import type { Warehouse } from '../../src/warehouse/warehouse.ts';

export { factNames };

export async function everyFact(warehouse: Warehouse): Promise<Readonly<Record<string, readonly string[]>>> {
  const found = await Promise.all(
    factNames.map(async (name) => {
      const columns = Object.keys(factTable(name).columns);
      const rows = await warehouse.rows(warehouse.db.selectFrom(name).select(columns));
      const texts = rows.map((row) => JSON.stringify(columns.map((column) => plain(row[column]))));
      return [name, texts.sort()] as const;
    }),
  );
  return Object.fromEntries(found);
}

/** Sums of seconds may differ in the last of their sixteen digits, by the order in which they were added. */
const plain = (value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(12)) : (value ?? null);
