/** How many rows the law of populations leaves out, and why: spam, test, merged, deleted, outbound, system. */
import { sql } from 'kysely';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { groupColumns, groupedBy, indexed, type Place, placeOfGroup, type Slice, sliced } from './slice.ts';

export interface LeftOut {
  readonly place: Place;
  readonly reasons: Readonly<Record<string, number>>;
}

export async function leftOut(warehouse: Warehouse, slice: Slice): Promise<readonly LeftOut[]> {
  const query = warehouse.db
    .selectFrom(sliced(warehouse, slice, 'left_out').as('f'))
    .select([...groupColumns(slice), sql<string>`left_out`.as('reason'), sql<number>`count(*)`.as('n')])
    .where(indexed(slice))
    .groupBy(groupedBy(slice, sql`left_out`) ?? sql`left_out`);
  const rows = await warehouse.rows(query);
  const places = Map.groupBy(rows, (row) => JSON.stringify(placeOfGroup(row, slice)));
  return [...places.values()].map((own) => ({
    place: placeOfGroup(own[0] ?? {}, slice),
    reasons: Object.fromEntries(own.map((row) => [String(row.reason), Number(row.n)])),
  }));
}
