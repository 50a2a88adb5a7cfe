/** For tests: the facts that come out of a few records, by their ids; those of which a case has several by `id/sequence`. */
import { rowKey } from '../facts.ts';
import type { FactName, Row } from '../index.ts';
import type { FactSettings } from '../refresh-context.ts';
import { type SomeRecords, warehouseWith } from '../testing.ts';

export async function factsOf(
  name: FactName,
  records: SomeRecords,
  settings: Partial<FactSettings> = {},
): Promise<Readonly<Record<string, Row>>> {
  const warehouse = await warehouseWith(records, settings);
  const rows = await warehouse.rows(warehouse.db.selectFrom(name).selectAll());
  await warehouse.close();
  return Object.fromEntries(
    rows.map((row) => [
      rowKey(name)
        .slice(1)
        .map((column) => row[column])
        .join('/'),
      row,
    ]),
  );
}

/** A day of the tests' month, March 2025, which begins on a Saturday; clock in UTC. */
export const march = (day: number, clock = '09:00'): string =>
  `2025-03-${String(day).padStart(2, '0')}T${clock}:00.000Z`;

/** A record that only says how far the data reach. */
export const dataReach = (day: number) => ({ id: 'end', opened_at: march(day), left_out: 'test' });
