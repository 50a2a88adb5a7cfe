/** How many different customers, told apart by several dimensions at once: counted as clusters, which are small and many. */
import { sql } from 'kysely';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Sql } from '../definition.ts';
import { clusterSums } from './cluster-sums.ts';
import { type Place, placeKey, type Slice } from './slice.ts';

/** By place, with the grouping it belongs to; no place has none. */
export async function distinctCounts(
  warehouse: Warehouse,
  slice: Slice,
  { population, distinct }: { readonly population: Sql; readonly distinct: Sql },
): Promise<ReadonlyMap<string, { readonly place: Place; readonly n: number }>> {
  const known = sql`${population} and ${distinct} is not null`;
  const measure = {
    population: known,
    per: { cluster: distinct, top: 'rows' as const, bottom: 'cluster' as const },
  };
  const found = await clusterSums(warehouse, slice, measure);
  return new Map(found.map(({ place, sums }) => [groupedKey(place), { place, n: sums.clusters ?? 0 }]));
}

export const groupedKey = (place: Place): string => `${place.grouping ?? 0} ${placeKey(place)}`;
