/** Exact medians and percentiles: the counted values around the ranks that are needed, and no others. */
import { sql } from 'kysely';
import type { CountedValue } from '../../chance/evidence.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Measure } from '../definition.ts';
import { groupNames, type Place, picked, placeOf, type Slice, segmentColumns } from './slice.ts';

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
  const names = groupNames(slice);
  const within = sql.join(names);
  return warehouse.db
    .with('picked', () =>
      picked(warehouse, slice, measure.population, { v: sql`cast(${measure.value} as double)` }),
    )
    .with('counted', (db) =>
      db
        .selectFrom('picked')
        .select([sql`_w`.as('_w'), ...segmentColumns(slice), sql`v`.as('v'), sql`count(*)`.as('c')])
        .where(sql<boolean>`v is not null`)
        .groupBy([...names, sql`v`]),
    )
    .with('ranked', (db) =>
      db
        .selectFrom('counted')
        .selectAll()
        .select([
          sql`sum(c) over (partition by ${within} order by v)`.as('upto'),
          sql`sum(c) over (partition by ${within})`.as('n'),
        ]),
    )
    .selectFrom('ranked')
    .selectAll()
    .where(sql<boolean>`${sql.join(wanted.map(near), sql` or `)}`)
    .orderBy('v');
}

/** Whether a value's ranks come near n q. */
function near(q: number) {
  const [middle, width] = [sql`n * ${sql.lit(q)}`, sql`(6 * sqrt(n * ${sql.lit(q * (1 - q))}) + 2)`];
  return sql`(upto >= ${middle} - ${width} and upto - c <= ${middle} + ${width})`;
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
