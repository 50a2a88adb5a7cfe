/** Ratios over clusters (messages ÷ customers): first one row a cluster, then the moments that the delta method needs. */
import { sql } from 'kysely';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Measure } from '../definition.ts';
import {
  type Builder,
  groupNames,
  groupNameTexts,
  type Place,
  picked,
  placeOf,
  type Slice,
} from './slice.ts';
import type { Sums } from './tally.ts';

export function clusterStatement(warehouse: Builder, slice: Slice, measure: Measure) {
  const { cluster = sql`id`, top = sql`1`, bottom = 'cluster', once = false } = measure.per ?? {};
  const names = groupNames(slice);
  const columns = groupNameTexts(slice).map((name) => sql.ref(name).as(name));
  const x = bottom === 'cluster' ? sql`max(x)` : sql`sum(x)`;
  return warehouse.db
    .with('picked', () =>
      picked(warehouse, slice, measure.population, {
        cluster,
        y: top,
        x: bottom === 'cluster' ? sql`1` : bottom,
      }),
    )
    .with('clusters', (db) =>
      db
        .selectFrom('picked')
        .select([
          ...columns,
          sql`cast(${once ? sql`max(y)` : sql`sum(y)`} as double)`.as('y'),
          sql`cast(${x} as double)`.as('x'),
        ])
        .groupBy([...names, sql`cluster`]),
    )
    .selectFrom('clusters')
    .select([
      ...columns,
      sql`count(*)`.as('clusters'),
      sql`sum(y)`.as('y'),
      sql`sum(x)`.as('x'),
      sql`sum(y * y)`.as('yy'),
      sql`sum(x * y)`.as('xy'),
      sql`sum(x * x)`.as('xx'),
    ])
    .groupBy(names);
}

export async function clusterSums(
  warehouse: Warehouse,
  slice: Slice,
  measure: Measure,
): Promise<readonly { readonly place: Place; readonly sums: Sums }[]> {
  const rows = await warehouse.rows(clusterStatement(warehouse, slice, measure));
  return rows.map((row) => {
    const names = ['clusters', 'y', 'x', 'yy', 'xy', 'xx'];
    return {
      place: placeOf(row, slice),
      sums: Object.fromEntries(names.map((name) => [name, Number(row[name] ?? 0)])),
    };
  });
}
