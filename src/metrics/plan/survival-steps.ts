/** Times with open cases: the product-limit curve (Kaplan–Meier), computed in the engine and cut to what is needed. */
import { sql } from 'kysely';
import type { SurvivalStep } from '../../chance/evidence.ts';
import type { Row, Warehouse } from '../../warehouse/warehouse.ts';
import type { Measure } from '../definition.ts';
import type { Steps } from './counted-steps.ts';
import { groupNames, picked, placeOf, type Slice, segmentColumns } from './slice.ts';

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
  const names = groupNames(slice);
  const all = sql`partition by ${sql.join(names)}`;
  const upTo = sql`${all} order by v`;
  const value = sql`cast(${measure.value} as double)`;
  return warehouse.db
    .with('picked', () =>
      picked(warehouse, slice, measure.population, { v: value, d: measure.happened ?? sql`true` }),
    )
    .with('counted', (db) =>
      db
        .selectFrom('picked')
        .select([
          sql`_w`.as('_w'),
          ...segmentColumns(slice),
          sql`v`.as('v'),
          sql`count(*)`.as('c'),
          sql`count(*) filter (where d)`.as('d'),
        ])
        .where(sql<boolean>`v is not null`)
        .groupBy([...names, sql`v`]),
    )
    .with('ranked', (db) =>
      db
        .selectFrom('counted')
        .selectAll()
        .select([
          sql`sum(c) over (${all})`.as('n'),
          sql`sum(d) over (${all})`.as('events'),
          sql`sum(c) over (${all}) - sum(c) over (${upTo}) + c`.as('at_risk'),
        ]),
    )
    .with('curve', (db) =>
      db
        .selectFrom('ranked')
        .selectAll()
        .select([
          sql`coalesce(exp(sum(case when d < at_risk then ln(1 - d / cast(at_risk as double)) end) over (${upTo})), 1)
            * min(case when d = at_risk then 0 else 1 end) over (${upTo})`.as('s'),
          sql`coalesce(sum(case when d < at_risk then d / (cast(at_risk as double) * (at_risk - d)) end)
            over (${upTo}), 0)`.as('g'),
          sql`max(case when d > 0 then v end) over (${all})`.as('last_v'),
        ]),
    )
    .selectFrom('curve')
    .selectAll()
    .where(
      sql<boolean>`(d > 0 and (${sql.join(wanted.map(near), sql` or `)} or v = last_v)) or (events = 0 and at_risk = n)`,
    )
    .orderBy('v');
}

/** Whether a step of the curve comes near 1 − q. */
const near = (q: number) =>
  sql`abs(s - ${sql.lit(1 - q)}) <= 6 * greatest(sqrt(${sql.lit(q * (1 - q))} / n), s * sqrt(g)) + 2.0 / n`;

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
