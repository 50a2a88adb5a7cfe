/** For tests: the facts that come out of a few records. */
import { sql } from 'kysely';
import { rowKey } from '../facts.ts';
import type { FactName, Row, Warehouse } from '../index.ts';
import type { FactSettings } from '../refresh-context.ts';
import { type SomeRecords, warehouseWith } from '../testing.ts';

/** All rows of a fact that a warehouse holds, in the order of their keys. */
export const rowsOfFact = (warehouse: Warehouse, name: FactName): Promise<readonly Row[]> =>
  warehouse.rows(
    warehouse.db
      .selectFrom(name)
      .selectAll()
      .orderBy(sql.join(rowKey(name).map((column) => sql.ref(column)))),
  );

export async function factRowsOf(
  name: FactName,
  records: SomeRecords,
  settings: Partial<FactSettings> = {},
): Promise<readonly Row[]> {
  const warehouse = await warehouseWith(records, settings);
  const rows = await rowsOfFact(warehouse, name);
  await warehouse.close();
  return rows;
}

/** The same by their ids, of facts that have one row each. */
export async function factsOf(
  ...asked: Parameters<typeof factRowsOf>
): Promise<Readonly<Record<string, Row>>> {
  return Object.fromEntries((await factRowsOf(...asked)).map((row) => [String(row.id), row]));
}

/** A day of the tests' month, March 2025, which begins on a Saturday; clock in UTC. */
export const march = (day: number, clock = '09:00'): string =>
  `2025-03-${String(day).padStart(2, '0')}T${clock}:00.000Z`;

/** A record that only says how far the data reach. */
export const dataReach = (day: number) => ({ id: 'end', opened_at: march(day), left_out: 'test' });
