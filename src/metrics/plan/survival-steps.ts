/** Times with open cases: the product-limit curve (Kaplan–Meier), computed in the engine and cut to what is needed. */
import { sql } from 'kysely';
import type { SurvivalStep } from '../../chance/evidence.ts';
import type { Row, Warehouse } from '../../warehouse/warehouse.ts';
import type { Measure } from '../definition.ts';
import type { Steps } from './counted-steps.ts';
import { groupColumns, groups, indexed, placeOf, type Slice, sliced } from './slice.ts';

/**
 * S(t) = Π (1 − d/n) over the times at which cases finished, as exp Σ ln(1 − d/n) over a running window; at risk are all
 * that had not finished nor been censored before. Steps within ± 6 standard errors of 1 − q come back, and the last.
 */
export function survivalStatement(
  warehouse: Warehouse,
  slice: Slice,
  measure: Measure,
  wanted: readonly number[],
) {
  const keys = groups(slice);
  const named = sql.join([sql.ref('_w'), ...slice.by.map((_, i) => sql.ref(`_s${i}`))]);
  const near = wanted.map(
    (q) =>
      sql`abs(s - ${sql.lit(1 - q)}) <= 6 * greatest(sqrt(${sql.lit(q * (1 - q))} / n), s * sqrt(g)) + 2.0 / n`,
  );
  return warehouse.db
    .with('counted', (db) =>
      db
        .selectFrom(sliced(warehouse, slice).as('f'))
        .select([
          ...groupColumns(slice),
          sql`cast(${measure.value} as double)`.as('v'),
          sql`count(*)`.as('c'),
          sql`count(*) filter (where ${measure.happened})`.as('d'),
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
          sql`sum(c) over (partition by ${named})`.as('n'),
          sql`sum(d) over (partition by ${named})`.as('events'),
          sql`sum(c) over (partition by ${named}) - sum(c) over (partition by ${named} order by v) + c`.as(
            'at_risk',
          ),
        ]),
    )
    .with('curve', (db) =>
      db
        .selectFrom('ranked')
        .selectAll()
        .select([
          sql`coalesce(exp(sum(case when d < at_risk then ln(1 - d / cast(at_risk as double)) end)
            over (partition by ${named} order by v)), 1) * min(case when d = at_risk and d > 0 then 0 else 1 end)
            over (partition by ${named} order by v)`.as('s'),
          sql`coalesce(sum(case when d < at_risk then d / (cast(at_risk as double) * (at_risk - d)) end)
            over (partition by ${named} order by v), 0)`.as('g'),
          sql`max(case when d > 0 then v end) over (partition by ${named})`.as('last_v'),
        ]),
    )
    .selectFrom('curve')
    .selectAll()
    .where(
      sql<boolean>`(d > 0 and (${sql.join(near, sql` or `)} or v = last_v)) or (events = 0 and at_risk = n)`,
    )
    .orderBy('v');
}

export async function survivalSteps(
  warehouse: Warehouse,
  slice: Slice,
  measure: Measure,
  wanted: readonly number[],
): Promise<readonly Steps<SurvivalStep>[]> {
  const rows = await warehouse.rows(survivalStatement(warehouse, slice, measure, wanted));
  const places = Map.groupBy(rows, (row) => JSON.stringify(placeOf(row, slice)));
  return [...places.values()].map((own) => {
    const first = own[0] ?? {};
    return {
      place: placeOf(first, slice),
      n: Number(first.n ?? 0),
      events: Number(first.events ?? 0),
      steps: own.filter((row) => Number(row.d) > 0).map(step),
    };
  });
}

const step = (row: Row): SurvivalStep => ({
  value: Number(row.v),
  atRisk: Number(row.at_risk),
  events: Number(row.d),
  survival: Number(row.s),
  greenwood: Number(row.g),
});
