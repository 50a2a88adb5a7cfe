/** Exact medians and percentiles: the counted values around the ranks that are needed, and no others. */
import { sql } from 'kysely';
import type { CountedValue } from '../../chance/evidence.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Measure } from '../definition.ts';
import { binnedRows, sameBin, withinGroup } from './bins.ts';
import { type Builder, groupNames, groupNameTexts, type Place, placeOf, type Slice } from './slice.ts';

export interface Steps<S> {
  readonly place: Place;
  readonly n: number;
  /** Rows that are finished; all of them where nothing is censored. */
  readonly events: number;
  readonly steps: readonly S[];
}

/** Standard normal deviates of the intervals that will be made: 1.96 for 95 %. */
export interface Wanted {
  readonly quantiles: readonly number[];
  readonly deviates: readonly number[];
  /** How many windows and segments the rows fall into. */
  readonly places: number;
}

/**
 * Rows are counted by bin; the bins that hold a rank that is needed are opened, and their values counted and summed up in
 * order. Needed are the ranks around n q, for the quantile, and those around n q ± z √(n q (1 − q)), for the ends of its
 * interval; wide enough that the normal approximation of the binomial cannot miss them. Between them nothing is asked.
 */
export function countedStatement(
  warehouse: Builder,
  slice: Slice,
  measure: Measure,
  { quantiles, deviates, places }: Wanted,
) {
  const names = groupNames(slice);
  const group = withinGroup(slice);
  const ends = [0, ...deviates.flatMap((z) => [-z, z])];
  // It cuts nothing; the engine learns from it that the bins are few, and probes them instead of the rows.
  const atMost = places * quantiles.length * ends.reduce((sum, z) => sum + Math.ceil(2 * width(z) + 2), 0);
  const needed = quantiles.flatMap((q) => ends.map((z) => near(q, z)));
  const nearby = sql<boolean>`${sql.join(needed, sql` or `)}`;
  const binned = binnedRows(warehouse, slice, measure);
  // What stands at an instant is few among many: it is looked for once.
  const once = slice.stock !== null;
  const rows = once ? sql`binned`.as<'r'>(sql`r`) : binned.as('r');
  const begun = once
    ? warehouse.db.with(
        (name) => name('binned').materialized(),
        () => binned,
      )
    : warehouse.db;
  return begun
    .with('bins', (db) =>
      db
        .selectFrom(rows)
        .select([
          ...groupNameTexts(slice).map((name) => sql.ref(name).as(name)),
          sql`b`.as('b'),
          sql`count(*)`.as('c'),
        ])
        .groupBy([...names, sql`b`]),
    )
    .with('ranked', (db) =>
      db
        .selectFrom('bins')
        .selectAll()
        .select([
          sql`cast(sum(c) over (${group} order by b) as double)`.as('upto'),
          sql`cast(sum(c) over (${group}) as double)`.as('n'),
        ]),
    )
    .with('opened', (db) => db.selectFrom('ranked').selectAll().where(nearby).limit(atMost))
    .with('counted', (db) =>
      db
        .selectFrom(rows)
        .innerJoin('opened as k', (join) => join.on(sameBin(slice, warehouse.functions)))
        .select([
          ...groupNameTexts(slice).map((name) => sql.ref(`r.${name}`).as(name)),
          sql`v`.as('v'),
          sql`r.b`.as('b'),
          sql`count(*)`.as('c'),
          sql`min(k.n)`.as('n'),
          sql`min(k.upto - k.c)`.as('before'),
        ])
        .groupBy([...names.map((name) => sql`r.${name}`), sql`v`, sql`r.b`]),
    )
    .with('steps', (db) =>
      db
        .selectFrom('counted')
        .selectAll()
        .select(sql`before + cast(sum(c) over (${group}, b order by v) as double)`.as('upto')),
    )
    .selectFrom('steps')
    .selectAll()
    .where(nearby)
    .orderBy('v');
}

/** Ranks to each side: the skewness of the binomial moves its quantiles by up to z² / 6. */
const width = (z: number): number => 3 + (z * z) / 3;

/** Whether ranks come near n q + z √(n q (1 − q)). */
function near(q: number, z: number) {
  const middle = sql`(n * ${sql.lit(q)} + ${sql.lit(z)} * sqrt(n * ${sql.lit(q * (1 - q))}))`;
  const reach = sql.lit(width(z));
  return sql`(upto >= ${middle} - ${reach} and upto - c <= ${middle} + ${reach})`;
}

export async function countedSteps(
  warehouse: Warehouse,
  slice: Slice,
  measure: Measure,
  wanted: Wanted,
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
