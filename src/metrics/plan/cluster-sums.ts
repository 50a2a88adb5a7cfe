/** Ratios over clusters (messages ÷ customers): first one row a cluster, then the moments that the delta method needs. */
import { sql } from 'kysely';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Measure } from '../definition.ts';
import { groupColumns, groups, indexed, type Place, placeOf, type Slice, sliced } from './slice.ts';
import type { Sums } from './tally.ts';

export function clusterStatement(warehouse: Warehouse, slice: Slice, measure: Measure) {
  const { cluster = sql`id`, top = sql`1`, bottom = 'cluster' } = measure.per ?? {};
  const named = [sql.ref('_w'), ...slice.by.map((_, i) => sql.ref(`_s${i}`))];
  const x = bottom === 'cluster' ? sql`1.0` : sql`sum(${bottom})`;
  return warehouse.db
    .with('clusters', (db) =>
      db
        .selectFrom(sliced(warehouse, slice).as('f'))
        .select([
          ...groupColumns(slice),
          sql`cast(sum(${top}) as double)`.as('y'),
          sql`cast(${x} as double)`.as('x'),
        ])
        .where(indexed(slice))
        .where(sql<boolean>`${measure.population}`)
        .groupBy([...groups(slice), cluster]),
    )
    .selectFrom('clusters')
    .select([
      sql<number>`_w`.as('_w'),
      ...slice.by.map((_, i) => sql<string | null>`${sql.ref(`_s${i}`)}`.as(`_s${i}`)),
      sql`count(*)`.as('clusters'),
      sql`sum(y)`.as('y'),
      sql`sum(x)`.as('x'),
      sql`sum(y * y)`.as('yy'),
      sql`sum(x * y)`.as('xy'),
      sql`sum(x * x)`.as('xx'),
    ])
    .groupBy(named);
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
