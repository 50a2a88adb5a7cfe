/** Work per person and kind of work, added up in the warehouse: what a fair comparison of people is made from. */
import { sql } from 'kysely';
import type { Cell } from '../chance/index.ts';
import { Problem } from '../model/index.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { type Asked, measureOf } from './check-question.ts';
import type { Measure, Sql } from './definition.ts';
import { cellsOfPairs, type PairCell } from './pair-cells.ts';
import { dimensionsOf } from './plan/dimension.ts';
import { sceneOf, sliceOf } from './plan/reader.ts';
import { type Slice, sliced } from './plan/slice.ts';
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
 * What a crossed model of person, category, channel (queue, priority) and day needs of the rows: n and Σ of the value, or
 * of the hits, for every two of them. Factors with one level only are left out; rows of nobody are not compared.
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
  const names = [...slice.by, day];
  const pairs = names.flatMap((_, f) => names.slice(f + 1).map((_, i): [number, number] => [f, f + 1 + i]));
  const rows = await warehouse.rows(
    pairStatement(warehouse, slice, { population: measure.population, y, pairs }),
  );
  const found = rows.map((row) => {
    const [f, g] = pairs.find(([a, b]) => Number(row[`g${a}`]) === 0 && Number(row[`g${b}`]) === 0) ?? [0, 1];
    return {
      factors: [f, g] as const,
      levels: [String(row[`l${f}`]), String(row[`l${g}`])] as const,
      n: Number(row.n),
      sum: Number(row.sum),
      squares: Number(row.squares),
    };
  });
  return { ...varied(names, found), scale };
}

interface Wanted {
  readonly population: Sql;
  readonly y: Sql;
  readonly pairs: readonly (readonly [number, number])[];
}

/** n, Σ and Σ² for every two factors at once; `g0`, `g1` … are 0 for the two that a row is about. */
function pairStatement(warehouse: Warehouse, slice: Slice, { population, y, pairs }: Wanted) {
  const on = warehouse.functions.localStart(sql.ref(slice.anchor), 'day', slice.zone);
  const levels = [...slice.by.map((_, i) => sql`coalesce(${sql.ref(`_s${i}`)}, '')`), on];
  const sets = pairs.map(([f, g]) => sql`(${sql.ref(`l${f}`)}, ${sql.ref(`l${g}`)})`);
  return warehouse.db
    .selectFrom((eb) =>
      eb
        .selectFrom(sliced(warehouse, slice).as('f'))
        .select([...levels.map((level, i) => level.as(`l${i}`)), y.as('y')])
        .where(sql<boolean>`${population} and _s0 is not null`)
        .as('r'),
    )
    .select([
      ...levels.map((_, i) => sql.ref<string>(`l${i}`).as(`l${i}`)),
      ...levels.map((_, i) => sql<number>`grouping(${sql.ref(`l${i}`)})`.as(`g${i}`)),
      sql<number>`count(y)`.as('n'),
      sql<number>`cast(sum(y) as double)`.as('sum'),
      sql<number>`cast(sum(y * y) as double)`.as('squares'),
    ])
    .where(sql<boolean>`y is not null`)
    .groupBy(sql`grouping sets (${sql.join(sets)})`);
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

type Found = PairCell & { readonly squares: number };

/** The first factor is the one that is compared; of the others only those stay that differ at all. */
function varied(names: readonly string[], pairs: readonly Found[]): Pick<PeopleCells, 'factors' | 'cells'> {
  const differs = (f: number): boolean => {
    const own = pairs.flatMap(({ factors, levels }) => levels[factors.indexOf(f)] ?? []);
    return own.some((level) => level !== own[0]);
  };
  const kept = names.flatMap((_, f) => (f === 0 || differs(f) ? [f] : []));
  const squares = pairs
    .filter(({ factors: [f, g] }) => f === 0 && g === 1)
    .reduce((sum, pair) => sum + pair.squares, 0);
  const factors = kept.map((f) => names[f] ?? '');
  if (kept.length === 1) return { factors, cells: alone(pairs, squares) };
  const among = pairs.flatMap(({ factors: [f, g], ...pair }): PairCell[] =>
    kept.includes(f) && kept.includes(g) ? [{ ...pair, factors: [kept.indexOf(f), kept.indexOf(g)] }] : [],
  );
  return { factors, cells: cellsOfPairs(kept.length, among, squares) };
}

/** The compared factor by itself, where nothing else differs. */
const alone = (pairs: readonly Found[], squares: number): readonly Cell[] =>
  pairs
    .filter(({ factors: [f, g] }) => f === 0 && g === 1)
    .map(({ levels: [level], n, sum }, i) => ({
      levels: [level],
      n,
      sum,
      sumOfSquares: i === 0 ? squares : 0,
    }));

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
