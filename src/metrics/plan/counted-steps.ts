/** Exact medians and percentiles: the counted values around the ranks that are needed, and no others. */
import { sql } from 'kysely';
import type { CountedValue } from '../../chance/evidence.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Measure } from '../definition.ts';
import { groupColumns, groups, indexed, type Place, placeOf, type Slice, sliced } from './slice.ts';

export interface Steps<S> {
  readonly place: Place;
  readonly n: number;
  /** Rows that are finished; all of them where nothing is censored. */
  readonly events: number;
  readonly steps: readonly S[];
}

/**
 * Values are counted, summed up in order, and cut to the ranks within ± 6 √(n q (1 − q)) + 2 of n q for any wanted q:
 * enough for the interval and for the difference of two medians.
 */
export function countedStatement(
  warehouse: Warehouse,
  slice: Slice,
  measure: Measure,
  wanted: readonly number[],
) {
  const keys = groups(slice);
  const named = sql.join([sql.ref('_w'), ...slice.by.map((_, i) => sql.ref(`_s${i}`))]);
  const near = wanted.map(
    (q) => sql`(upto >= n * ${sql.lit(q)} - 6 * sqrt(n * ${sql.lit(q * (1 - q))}) - 2
      and upto - c <= n * ${sql.lit(q)} + 6 * sqrt(n * ${sql.lit(q * (1 - q))}) + 2)`,
  );
  return warehouse.db
    .with('counted', (db) =>
      db
        .selectFrom(sliced(warehouse, slice).as('f'))
        .select([
          ...groupColumns(slice),
          sql`cast(${measure.value} as double)`.as('v'),
          sql`count(*)`.as('c'),
        ])
        .where(indexed(slice))
        .where(sql<boolean>`${measure.population} and ${measure.value} is not null`)
        .groupBy([...keys, sql`cast(${measure.value} as double)`]),
    )
    .with('ranked', (db) =>
      db
        .selectFrom('counted')
        .selectAll()
        .select([
          sql`sum(c) over (partition by ${named} order by v)`.as('upto'),
          sql`sum(c) over (partition by ${named})`.as('n'),
        ]),
    )
    .selectFrom('ranked')
    .selectAll()
    .where(sql<boolean>`${sql.join(near, sql` or `)}`)
    .orderBy('v');
}

export async function countedSteps(
  warehouse: Warehouse,
  slice: Slice,
  measure: Measure,
  wanted: readonly number[],
): Promise<readonly Steps<CountedValue>[]> {
  const rows = await warehouse.rows(countedStatement(warehouse, slice, measure, wanted));
  const places = Map.groupBy(rows, (row) => JSON.stringify(placeOf(row, slice)));
  return [...places.values()].map((own) => {
    const [first] = own;
    const n = Number(first?.n ?? 0);
    const steps = own.map((row) => {
      const count = Number(row.c);
      return { value: Number(row.v), count, below: Number(row.upto) - count };
    });
    return { place: placeOf(first ?? {}, slice), n, events: n, steps };
  });
}
