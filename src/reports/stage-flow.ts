/** How cases go from status to status: how many take each way, and how long they stay where they are. */
import { sql } from 'kysely';
import type { Scope } from '../insights/kind.ts';
import type { Filter } from '../metrics/question.ts';
import { startOfDay } from '../model/index.ts';
import { factTable, type Row, rowsOf, type Warehouse } from '../warehouse/index.ts';

/** From one status to the next. */
interface StageWay {
  readonly from: string;
  readonly to: string;
  readonly cases: number;
}

interface Stay {
  readonly status: string;
  /** Of the stays that have ended; null where none has. */
  readonly medianS: number | null;
  readonly p90S: number | null;
  /** Cases that stand there at the end of the data. */
  readonly now: number;
}

export interface StageFlow {
  /** The most walked first. */
  readonly ways: readonly StageWay[];
  readonly stays: readonly Stay[];
}

const nothing: StageFlow = { ways: [], stays: [] };

/**
 * The ways of the cases that were opened in the period. Stays of one status with different teams or owners are one stay;
 * times are of stays that have ended, on the business clock.
 */
export async function stageFlow(warehouse: Warehouse, scope: Scope): Promise<StageFlow> {
  const filters = scope.where.flatMap((filter) => filterOf(filter));
  if (filters.length < scope.where.length) return nothing;
  const wanted = sql.join([inPeriod(warehouse, scope), ...filters], sql` and `);
  const atShare = (q: number) => warehouse.functions.quantile(sql`stay`, q, sql`next is not null`);
  const statement = sql<Row>`
    with stays as (
      select source, case_id, sequence, status, stay_business_s,
        lag(status) over by_case is distinct from status as enters
      from stages where left_out is null and status is not null and ${wanted}
      window by_case as (partition by source, case_id order by sequence)
    ), numbered as (
      select *, sum(case when enters then 1 else 0 end) over (partition by source, case_id order by sequence) as visit
      from stays
    ), visits as (
      select source, case_id, visit, min(status) as status,
        case when count(stay_business_s) = count(*) then sum(stay_business_s) end as stay
      from numbered group by source, case_id, visit
    ), ways as (
      select status, lead(status) over (partition by source, case_id order by visit) as next, stay from visits
    )
    select status, next, grouping(next) as whole, count(*) as cases, count(*) filter (where next is null) as now,
      ${atShare(0.5)} as middle, ${atShare(0.9)} as long
    from ways group by grouping sets ((status, next), (status)) order by cases desc, status, next`;
  const rows = await rowsOf(warehouse, statement);
  return {
    ways: rows.flatMap(({ status, next, cases }) =>
      typeof next === 'string' ? [{ from: String(status), to: next, cases: Number(cases) }] : [],
    ),
    stays: rows
      .filter(({ whole }) => Number(whole) === 1)
      .map(({ status, middle, long, now }) => ({
        status: String(status),
        medianS: secondsOf(middle),
        p90S: secondsOf(long),
        now: Number(now),
      })),
  };
}

const secondsOf = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);

function inPeriod({ functions }: Warehouse, { period, zone }: Scope) {
  if (period === 'all') return sql`true`;
  const [from, to] = [startOfDay(period.from, zone), startOfDay(period.to, zone)];
  return sql`opened_at >= ${functions.instant(from)} and opened_at < ${functions.instant(to)}`;
}

/** Nothing for a dimension that stays do not have as a plain column. */
function filterOf({ dimension, values }: Filter) {
  const { dimensions, columns } = factTable('stages');
  const column = dimensions[dimension];
  if (column === undefined || columns[column]?.type !== 'text') return [];
  const known = values.filter((value) => value !== null);
  const among = known.length === 0 ? sql`false` : sql`${sql.ref(column)} in (${sql.join(known)})`;
  return [values.includes(null) ? sql`(${among} or ${sql.ref(column)} is null)` : among];
}
