/** Holds what a source's own table states of its cases against what its log says happened. */
import { sql } from 'kysely';
import { rowsOf } from '../../warehouse/rows-of.ts';
import type { Row, Warehouse } from '../../warehouse/warehouse.ts';
import type { Piece } from './two-sides.ts';
import type { Difference } from './two-sources.ts';

/** `of` cases of which both know it; a difference is `table` against `log`. */
export interface StatedColumn {
  readonly column: string;
  readonly of: number;
  readonly equal: number;
  readonly table: number | null;
  readonly log: number | null;
  readonly differences: readonly Omit<Difference, 'where'>[];
}

interface Check {
  readonly column: string;
  readonly kind: 'count' | 'time';
  readonly stated: string;
  readonly ours: string;
  /** More reasons, before the usual ones; `t` is what the table states, `l` what the log says. */
  readonly more?: Piece;
  /** And after them. */
  readonly last?: Piece;
}

const checks: readonly Check[] = [
  {
    column: 'reopens',
    kind: 'count',
    stated: 'f.stated_reopens',
    ours: 'f.reopens',
    more: sql`when t = 1 and l > 1 then 'whether_not_how_often'`,
  },
  {
    column: 'reassignments',
    kind: 'count',
    stated: 'f.stated_reassignments',
    ours: 'f.reassignments',
    more: sql`when t = l + 1 then 'first_assignment_counted'`,
    last: sql`when l > t and log_last > c_closed + interval '1' minute then 'log_goes_on'
      when t > l and log_first > opened_at + interval '1' hour then 'log_begins_later'`,
  },
  { column: 'first_response_at', kind: 'time', stated: 'c.first_response_at', ours: 'f.first_response_at' },
  {
    column: 'resolved_at',
    kind: 'time',
    stated: 'c.resolved_at',
    ours: 'f.last_resolved_at',
    more: sql`when t = first_resolved_at then 'first_not_last' when t = closed_at then 'closing_counted'`,
  },
  {
    column: 'closed_at',
    kind: 'time',
    stated: 'c.closed_at',
    ours: 'f.closed_at',
    last: sql`when closed_before then 'closed_again_later'`,
  },
];

/**
 * - `missing_in_table`, `missing_in_log`: one of the two does not know of it
 * - `whether_not_how_often`: the table only says whether
 * - `first_assignment_counted`: the table counts the first owner as a change
 * - `first_not_last`, `closing_counted`: another rule for what a resolution is
 * - `closed_again_later`: the table's closing is an earlier one of the log
 * - `log_goes_on`, `log_begins_later`: the log has more after the table's closing, or less at the beginning
 * - `rounded`, `other_time_zone`: as between sources
 *
 * @example (await logAndTable(warehouse, 'rabobank')).find(({ column }) => column === 'reopens')
 */
export async function logAndTable(warehouse: Warehouse, source: string): Promise<readonly StatedColumn[]> {
  const found: StatedColumn[] = [];
  for (const check of checks) {
    const told = await statedColumn(warehouse, source, check);
    if (told.of > 0) found.push(told);
  }
  return found;
}

async function statedColumn(warehouse: Warehouse, source: string, check: Check): Promise<StatedColumn> {
  const rows = await rowsOf(
    warehouse,
    sql<Row>`select reason, t is not distinct from l as equal, count(*) as n, ${sums(check)}
        from (${pairs(warehouse, source, check)}) p group by 1, 2 order by n desc, reason`,
  );
  const total = (name: string): number => rows.reduce((sum, row) => sum + Number(row[name] ?? 0), 0);
  const apart = rows.filter(({ equal }) => equal !== true);
  const [of, equal] = [total('n'), total('n') - apart.reduce((sum, { n }) => sum + Number(n), 0)];
  const counts = check.kind === 'count';
  return {
    column: check.column,
    of,
    equal,
    table: counts ? total('stated') : null,
    log: counts ? total('said') : null,
    differences: apart.map(({ reason, n }) => ({
      column: check.column,
      reason: typeof reason === 'string' ? reason : null,
      count: Number(n),
    })),
  };
}

const sums = ({ kind }: Check): Piece =>
  kind === 'count' ? sql`sum(t) as stated, sum(l) as said` : sql`count(t) as stated, count(l) as said`;

/** The single differences, one row each. */
export async function* logAndTableRows(warehouse: Warehouse, source: string): AsyncGenerator<readonly Row[]> {
  for (const check of checks) {
    const type = check.kind === 'time' ? 'time' : 'integer';
    const shown = (column: string): Piece => warehouse.functions.text(sql.ref(column), type);
    const rows = sql<Row>`select id as "key", 'differs' as "where", ${check.column} as "column",
        ${shown('t')} as a, ${shown('l')} as b, reason
      from (${pairs(warehouse, source, check)}) p where t is distinct from l order by id`;
    yield* warehouse.stream({ compile: () => rows.compile(warehouse.db) });
  }
}

/** A case counts where the source states such a thing at all, and its log tells it of any case. */
function pairs({ functions }: Warehouse, source: string, check: Check): Piece {
  const { kind, stated, ours, more = sql``, last = sql`` } = check;
  const apart = sql`abs(${kind === 'time' ? functions.secondsBetween(sql.ref('t'), sql.ref('l')) : sql`t - l`})`;
  const byTime = sql`when ${apart} < 60 then 'rounded'
    when ${apart} <= ${26 * 3600} and cast(round(${apart}) as bigint) % 900 = 0 then 'other_time_zone'`;
  const missing =
    kind === 'count'
      ? sql`when t = 0 and l > 0 then 'missing_in_table' when l = 0 and t > 0 then 'missing_in_log'`
      : sql`when t is null then 'missing_in_table' when l is null then 'missing_in_log'`;
  return sql`select id, t, l, case when t is not distinct from l then null ${more} ${missing} ${kind === 'time' ? byTime : sql``} ${last} end as reason
    from (select f.id, ${sql.ref(stated)} as t, ${sql.ref(ours)} as l, f.first_resolved_at, f.closed_at, f.opened_at,
        c.closed_at as c_closed, e.first as log_first, e.last as log_last, coalesce(e.closed_before, false) as closed_before,
        count(${sql.ref(stated)}) over () as any_stated
      from case_facts f join cases c on c.source = f.source and c.id = f.id
        left join (select v.case_id, min(v.at) as first, max(v.at) as last,
            bool_or(v.kind = 'closed' and abs(${functions.secondsBetween(sql.ref('v.at'), sql.ref('k.closed_at'))}) < 60) as closed_before
          from events v join cases k on k.source = v.source and k.id = v.case_id
          where v.source = ${source} group by v.case_id) e on e.case_id = f.id
      where f.source = ${source}) p
    where any_stated > 0 and ${kind === 'count' ? sql`t is not null and l is not null` : sql`(t is not null or l is not null)`}`;
}
