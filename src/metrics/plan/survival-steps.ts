/** Times with open cases: the product-limit curve (Kaplan–Meier), computed in the engine and cut to what is needed. */
import { sql } from 'kysely';
import type { SurvivalStep } from '../../chance/evidence.ts';
import type { Row, Warehouse } from '../../warehouse/warehouse.ts';
import type { Measure, Sql } from '../definition.ts';
import { binnedRows, coarse, sameBin, withinGroup } from './bins.ts';
import type { Steps } from './counted-steps.ts';
import { inTurn } from './in-turn.ts';
import { type Builder, groupNames, groupNameTexts, placeOf, type Slice } from './slice.ts';

export interface Curved {
  readonly quantiles: readonly number[];
  /** Standard normal deviates of the intervals that will be made: 1.96 for 95 %. None: whatever they are. */
  readonly deviates?: readonly number[];
  readonly fineness?: number;
}

/**
 * S(t) = Π (1 − d/n) over the times at which cases finished, as exp Σ ln(1 − d/n) over a running window; at risk are all
 * that had not finished nor been censored before. Between two censored rows the product telescopes, (n − 1)/n · (n − 2)/(n − 1)
 * … = (n − d)/n, and so does Greenwood's sum: a bin without censored rows is one step, exactly. Opened are only bins that
 * may hold a step within some standard errors of 1 − q, and bins before them that hold censored rows; finer bins hold fewer.
 */
export function survivalStatement(
  warehouse: Builder,
  slice: Slice,
  measure: Measure,
  { quantiles, deviates = [], fineness = coarse }: Curved,
) {
  const reach = reachOf(deviates);
  const rows = binnedRows(warehouse, slice, measure, fineness);
  const names = groupNameTexts(slice);
  const columns = names.map((name) => sql.ref(name).as(name));
  const group = withinGroup(slice);
  return warehouse.db
    .with('bins', (db) =>
      db
        .selectFrom(rows.as('r'))
        .select([...columns, sql`b`.as('b'), sql`count(*)`.as('c'), sql`count(*) filter (where d)`.as('d')])
        .groupBy([...groupNames(slice), sql`b`]),
    )
    .with('at_risk', (db) =>
      db
        .selectFrom('bins')
        .selectAll()
        .select([
          sql`cast(sum(c) over (${group}) as double)`.as('n'),
          sql`cast(sum(d) over (${group}) as double)`.as('events'),
          sql`cast(sum(c) over (${group}) - sum(c) over (${group} order by b) + c as double)`.as('risk'),
        ]),
    )
    .with('logs', (db) =>
      db
        .selectFrom('at_risk')
        .selectAll()
        .select([
          running(logOf(sql`d`, sql`risk`), sql`${group} order by b`).as('log_high'),
          running(logOf(sql`d`, sql`(risk - (c - d))`), sql`${group} order by b`).as('log_low'),
        ]),
    )
    .with('bounded', (db) =>
      db
        .selectFrom('logs')
        .selectAll()
        .select([
          sql`exp(log_high - ${logOf(sql`d`, sql`risk`)})`.as('high_before'),
          sql`exp(log_low)`.as('low'),
        ]),
    )
    .with('marked', (db) =>
      db
        .selectFrom('bounded')
        .selectAll()
        .select(
          sql<boolean>`${sql.join(
            quantiles.map((q) => mayHold(q, reach)),
            sql` or `,
          )}`.as('near'),
        ),
    )
    .with('bounds', (db) =>
      db
        .selectFrom('marked')
        .selectAll()
        .select(sql`max(case when near then b end) over (${group})`.as('last')),
    )
    .with('opened', (db) =>
      db.selectFrom('bounds').selectAll().where(sql<boolean>`near or (c > d and b <= last)`),
    )
    .with('steps', (db) =>
      db
        .selectFrom('bounds')
        .select([
          ...columns,
          sql`b`.as('b'),
          sql`cast(null as double)`.as('v'),
          sql`c`.as('c'),
          sql`d`.as('d'),
        ])
        .select([sql`n`.as('n'), sql`events`.as('events')])
        .where(sql<boolean>`not near and c = d and b <= last`)
        .unionAll(
          db
            .selectFrom(rows.as('r'))
            .innerJoin('opened as k', (join) => join.on(sameBin(slice, warehouse.functions)))
            .select([...names.map((name) => sql.ref(`r.${name}`).as(name)), sql`r.b`.as('b'), sql`v`.as('v')])
            .select([sql`count(*)`.as('c'), sql`count(*) filter (where r.d)`.as('d')])
            .select([sql`min(k.n)`.as('n'), sql`min(k.events)`.as('events')])
            .groupBy([...names.map((name) => sql.ref(`r.${name}`)), sql`r.b`, sql`v`]),
        ),
    )
    .with('ranked', (db) =>
      db
        .selectFrom('steps')
        .selectAll()
        .select(sql`n - cast(${running(sql`c`, sql`${group} order by b, v`)} as double) + c`.as('at_risk')),
    )
    .with('summed', (db) =>
      db
        .selectFrom('ranked')
        .selectAll()
        .select([
          running(logOf(sql`d`, sql`at_risk`), sql`${group} order by b, v`).as('log_s'),
          running(greenwood, sql`${group} order by b, v`).as('g'),
        ]),
    )
    .with('curve', (db) =>
      db
        .selectFrom('summed')
        .selectAll()
        .select([sql`exp(log_s)`.as('s'), sql`exp(log_s - ${logOf(sql`d`, sql`at_risk`)})`.as('s_before')]),
    )
    .selectFrom('curve')
    .select([...columns, sql`min(n)`.as('n'), sql`min(events)`.as('events')])
    .select(
      ['v', 'at_risk', 'd', 's', 'g'].map((name) => sql`array_agg(${sql.ref(name)} order by v)`.as(name)),
    )
    .where(
      sql<boolean>`d > 0 and v is not null and (${sql.join(
        quantiles.map((q) => holds(q, reach)),
        sql` or `,
      )})`,
    )
    .groupBy(groupNames(slice));
}

/** A sum up to and with the row itself. */
const running = (what: Sql, window: Sql): Sql =>
  sql`sum(${what}) over (${window} rows between unbounded preceding and current row)`;

/** ln (1 − d/n). Only the very last row can bring the product to 0: nobody is at risk after it. */
const logOf = (d: Sql, n: Sql): Sql =>
  sql`case when ${d} < ${n} then ln(1 - ${d} / cast(${n} as double)) when ${d} > 0 then -1e9 else 0 end`;

/** What a step adds to Greenwood's sum. */
const greenwood = sql`case when d < at_risk then d / (cast(at_risk as double) * (at_risk - d)) else 0 end`;

/**
 * Standard errors to each side in which a limit of an interval can lie. Limits on the log-log scale lie up to a quarter
 * further out than z of them where there are hundreds of rows, and where there are few, further.
 */
const reachOf = (deviates: readonly number[]): Sql =>
  deviates.length === 0
    ? sql`6`
    : sql`case when events >= 500 then ${sql.lit(Math.min(6, 1.25 * Math.max(...deviates) + 1))} else 6 end`;

/** Whether a bin may hold a step near 1 − q: between the bounds of the curve, and Peto's bound for its error. */
function mayHold(q: number, reach: Sql): Sql {
  const width = sql`(${reach} * (high_before * sqrt((1 - low) / greatest(risk - c, 1)) + sqrt(${sql.lit(q * (1 - q))} / n)) + 2.0 / n)`;
  return sql`(low <= ${sql.lit(1 - q)} + ${width} and high_before >= ${sql.lit(1 - q)} - ${width})`;
}

/** Whether a step of the curve comes near 1 − q, or leaps over it. */
function holds(q: number, reach: Sql): Sql {
  const width = sql`(${reach} * greatest(sqrt(${sql.lit(q * (1 - q))} / n), s * sqrt(g)) + 2.0 / n)`;
  return sql`(s <= ${sql.lit(1 - q)} + ${width} and s_before >= ${sql.lit(1 - q)} - ${width})`;
}

export async function survivalSteps(
  warehouse: Warehouse,
  slice: Slice,
  measure: Measure,
  wanted: Curved,
): Promise<readonly Steps<SurvivalStep>[]> {
  const read = async (part: Slice): Promise<readonly Steps<SurvivalStep>[]> => {
    const rows = await warehouse.rows(survivalStatement(warehouse, part, measure, wanted));
    return rows.map((row) => ({
      place: placeOf(row, part),
      n: Number(row.n),
      events: Number(row.events),
      steps: stepsOf(row),
    }));
  };
  // Planning so long a statement takes some milliseconds, which only millions of rows are worth.
  const { fineness = coarse } = wanted;
  return fineness === coarse ? await read(slice) : await inTurn(warehouse, slice, read);
}

/** The steps come as lists, one a column: thousands of rows would take longer to hand over than to find. */
function stepsOf(row: Row): readonly SurvivalStep[] {
  const [values, atRisk, events, survival, greenwood] = ['v', 'at_risk', 'd', 's', 'g'].map(
    (name) => row[name],
  );
  const at = (list: unknown, i: number): number => (Array.isArray(list) ? Number(list[i]) : Number.NaN);
  return Array.from({ length: Array.isArray(values) ? values.length : 0 }, (_, i) => ({
    value: at(values, i),
    atRisk: at(atRisk, i),
    events: at(events, i),
    survival: at(survival, i),
    greenwood: at(greenwood, i),
  }));
}
