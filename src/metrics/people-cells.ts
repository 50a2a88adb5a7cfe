/** Work per person and kind of work, added up in the warehouse: what a fair comparison of people is made from. */
import { sql } from 'kysely';
import type { Cell } from '../chance/index.ts';
import { Problem } from '../model/index.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { type Asked, measureOf } from './check-question.ts';
import type { Measure, Sql } from './definition.ts';
import { dimensionsOf } from './plan/dimension.ts';
import { sceneOf, sliceOf } from './plan/gather.ts';
import { sliced } from './plan/slice.ts';
import type { Window } from './plan/window.ts';
import type { Statistic } from './question.ts';

/** How values are added up: times on the logarithm's scale, where a typical one is no average pulled up by a few. */
export type Scale = 'plain' | 'log';

export interface PeopleCells {
  /** The factor that is compared, then the mix of work. */
  readonly factors: readonly string[];
  readonly cells: readonly Cell[];
  readonly scale: Scale;
}

/** What may make one person's work unlike another's. */
const mix = ['category', 'channel', 'queue', 'priority'] as const;

/** Each day has its own weather; it is told apart like a dimension. */
const day = 'day';

/**
 * One cell for each person, category, channel (queue, priority) and day: n, Σ and Σ² of the value, or of the hits.
 * Factors with one level only are left out; rows of nobody are not compared.
 *
 * @throws Problem `people_statistic` where the metric has no value per row (ratios, open cases)
 */
export async function peopleCells(
  warehouse: Warehouse,
  asked: Asked,
  {
    by,
    window,
    dataThrough,
  }: { readonly by: string; readonly window: Window; readonly dataThrough: string | null },
): Promise<PeopleCells> {
  const known = dimensionsOf(asked.metric.fact);
  const others = mix.filter((name) => known.includes(name) && name !== by);
  const slice = { ...sliceOf(asked), by: [by, ...others], layer: [window], rules: creditOf(asked, by) };
  const measure = measureOf(asked, sceneOf(warehouse.functions, [window], dataThrough));
  const [stat = 'count'] = asked.stats;
  const scale: Scale = stat !== 'share' && asked.metric.unit === 'seconds' ? 'log' : 'plain';
  const y = rowValue(asked, measure, stat, scale);
  const levels = slice.by.map((_, i) => sql.ref<string | null>(`_s${i}`));
  const on = warehouse.functions.localStart(sql.ref(slice.anchor), 'day', slice.zone);
  const rows = await warehouse.rows(
    warehouse.db
      .selectFrom((eb) =>
        eb
          .selectFrom(sliced(warehouse, slice).as('f'))
          .select([...levels.map((level, i) => level.as(`l${i}`)), on.as(day), y.as('y')])
          .where(sql<boolean>`${measure.population} and _s0 is not null`)
          .as('r'),
      )
      .select([
        ...levels.map((_, i) => sql<string>`coalesce(${sql.ref(`l${i}`)}, '')`.as(`l${i}`)),
        sql<string>`cast(${sql.ref(day)} as varchar)`.as(day),
        sql<number>`count(y)`.as('n'),
        sql<number>`cast(sum(y) as double)`.as('sum'),
        sql<number>`cast(sum(y * y) as double)`.as('squares'),
      ])
      .where(sql<boolean>`y is not null`)
      .groupBy([...levels.map((_, i) => sql.ref(`l${i}`)), sql.ref(day)]),
  );
  const cells = rows.map((row) => ({
    levels: [...levels.map((_, i) => String(row[`l${i}`])), String(row[day])],
    n: Number(row.n),
    sum: Number(row.sum),
    sumOfSquares: Number(row.squares),
  }));
  return { ...varied([by, ...others, day], cells), scale };
}

const creditOf = ({ rules }: Asked, by: string): Asked['rules'] =>
  by === 'agent' && rules.credit !== undefined ? { credit: rules.credit } : {};

/** A number per row that can be averaged. */
function rowValue({ metric }: Asked, measure: Measure, stat: Statistic, scale: Scale): Sql {
  const { hit, value, rating, happened } = measure;
  if (stat === 'share' && hit !== undefined) return sql`(case when ${hit} then 1.0 else 0.0 end)`;
  if (rating !== undefined)
    return sql`(case when ${rating} >= 9 then 100.0 when ${rating} <= 6 then -100.0 else 0.0 end)`;
  if (value === undefined || happened !== undefined) throw notPerRow(metric.name, happened !== undefined);
  const x = sql`cast(${value} as double)`;
  return scale === 'log' ? sql`ln(case when ${x} > 0 then ${x} end)` : x;
}

/** The first factor is the one that is compared; of the others only those stay that differ at all. */
function varied(names: readonly string[], cells: readonly Cell[]): Pick<PeopleCells, 'factors' | 'cells'> {
  const kept = names.map((_, f) => f === 0 || cells.some(({ levels }) => levels[f] !== cells[0]?.levels[f]));
  return {
    factors: names.filter((_, f) => kept[f]),
    cells: cells.map((cell) => ({ ...cell, levels: cell.levels.filter((_, f) => kept[f]) })),
  };
}

const notPerRow = (metric: string, open: boolean): Problem =>
  new Problem('people_statistic', {
    found: open
      ? `${metric} with cases that are not finished yet`
      : `${metric}, which is no number of a single case`,
    expected: 'a share, a rating or a time of each case or contact',
    todo: open
      ? 'add --rule open_cases=finished_only'
      : 'choose for example csat, handle_time or reopen_rate',
  });
