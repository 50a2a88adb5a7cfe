/** Holds the records of one source against those of another, and says of every difference why. */
import { type RawBuilder, sql } from 'kysely';
import { type Column, nearest, Problem, recordTable } from '../../model/index.ts';
import { rowsOf } from '../../warehouse/rows-of.ts';
import type { Row, Warehouse } from '../../warehouse/warehouse.ts';
import { onlyHere } from './only-on-one.ts';
import { keyedRows, type Sides } from './two-sides.ts';
import { reasonApart } from './values-apart.ts';

/** Counted differences of one kind; `reason` null is what nobody can explain. */
export interface Difference {
  readonly where: 'only_a' | 'only_b' | 'differs';
  /** The column whose values differ; null where the whole record is missing. */
  readonly column: string | null;
  readonly reason: string | null;
  readonly count: number;
}

export interface Reconciled {
  readonly record: Sides['record'];
  readonly a: { readonly source: string; readonly records: number; readonly repeatedKeys: number };
  readonly b: { readonly source: string; readonly records: number; readonly repeatedKeys: number };
  readonly both: number;
  /** In both, and equal in every column that both have. */
  readonly equal: number;
  readonly differences: readonly Difference[];
  readonly unexplained: number;
}

/**
 * Every record is in both sources or only in one, every value equal or not; each difference is counted by its reason.
 * records of a = both + only in a (+ rows whose key comes twice, which are told).
 *
 * @throws Problem `source_unknown`, `key_unknown`
 * @example await reconcileSources(warehouse, { record: 'cases', a: 'desk', b: 'export', keys: { a: 'id', b: 'id' } })
 */
export async function reconcileSources(warehouse: Warehouse, sides: Sides): Promise<Reconciled> {
  for (const side of ['a', 'b'] as const) await checkSource(warehouse, sides, side);
  const [a, b] = [await sizeOf(warehouse, sides, 'a'), await sizeOf(warehouse, sides, 'b')];
  const onlyA = await counted(warehouse, onlyHere(sides, 'a', warehouse.functions), 'only_a');
  const onlyB = await counted(warehouse, onlyHere(sides, 'b', warehouse.functions), 'only_b');
  const columns = await sharedColumns(warehouse, sides);
  const [{ both = 0, equal = 0 } = {}] = await rowsOf(
    warehouse,
    sql`
    select count(*) as both, count(*) filter (where ${allEqual(columns)}) as equal from ${paired(sides, warehouse)}`,
  );
  const differing: Difference[] = [];
  for (const name of columns) differing.push(...(await differencesIn(warehouse, sides, name)));
  const differences = [...onlyA, ...onlyB, ...differing];
  const unexplained = differences.reduce((sum, { reason, count }) => sum + (reason === null ? count : 0), 0);
  return { record: sides.record, a, b, both: Number(both), equal: Number(equal), differences, unexplained };
}

/** The single differences of a reconciliation, in batches: record by record, column by column. */
export async function* differenceRows(warehouse: Warehouse, sides: Sides): AsyncGenerator<readonly Row[]> {
  for (const side of ['a', 'b'] as const) {
    const rows = sql`select k as "key", ${sql.lit(`only_${side}`)} as "where", reason from (${onlyHere(sides, side, warehouse.functions)}) o order by k`;
    yield* warehouse.stream({ compile: () => rows.compile(warehouse.db) });
  }
  for (const name of await sharedColumns(warehouse, sides)) yield* rowsApart(warehouse, sides, name);
}

async function* rowsApart(warehouse: Warehouse, sides: Sides, name: string): AsyncGenerator<readonly Row[]> {
  const column = columnOf(sides, name);
  const codes = await sameWords(warehouse, sides, name);
  const shown = (side: 'a' | 'b') =>
    column.personal === true ? sql`null` : warehouse.functions.text(sql.ref(`${side}.${name}`), column.type);
  const rows = sql`select a.k as "key", 'differs' as "where", ${name} as "column", ${shown('a')} as a, ${shown('b')} as b,
      ${reasonApart(name, column, warehouse.functions)} as reason
    from ${paired(sides, warehouse)} where ${apart(name)} order by 1`;
  for await (const batch of warehouse.stream({ compile: () => rows.compile(warehouse.db) }))
    yield batch.map((row) =>
      row['reason'] === null && codes.has(pairKey(row['a'], row['b']))
        ? { ...row, reason: 'other_words' }
        : row,
    );
}

const paired = (sides: Sides, { functions }: Warehouse): RawBuilder<unknown> =>
  sql`(select * from ${keyedRows(sides, 'a', functions)} x where nth = 1) a
    join (select * from ${keyedRows(sides, 'b', functions)} y where nth = 1) b on b.k = a.k`;

const apart = (name: string): RawBuilder<unknown> =>
  sql`${sql.ref(`a.${name}`)} is distinct from ${sql.ref(`b.${name}`)}`;

const allEqual = (columns: readonly string[]): RawBuilder<unknown> =>
  columns.length === 0 ? sql`true` : sql`not (${sql.join(columns.map(apart), sql` or `)})`;

const columnOf = ({ record }: Sides, name: string): Column =>
  recordTable(record).columns[name] ?? { type: 'text', about: '' };

/** Columns that both sides fill at all, but for the key's own. */
async function sharedColumns(
  warehouse: Warehouse,
  { record, a, b, keys }: Sides,
): Promise<readonly string[]> {
  const names = Object.keys(recordTable(record).columns).filter((name) => name !== keys.a && name !== keys.b);
  const filled = (source: string) =>
    names.map(
      (name, i) =>
        sql`count(${sql.ref(name)}) filter (where source = ${source}) > 0 as ${sql.ref(`${source === a ? 'a' : 'b'}${i}`)}`,
    );
  const [row = {}] = await rowsOf(
    warehouse,
    sql`select ${sql.join([...filled(a), ...filled(b)])} from ${sql.table(record)} where source in (${a}, ${b})`,
  );
  return names.filter((_, i) => row[`a${i}`] === true && row[`b${i}`] === true);
}

async function sizeOf(warehouse: Warehouse, sides: Sides, side: 'a' | 'b') {
  const [row] = await rowsOf(
    warehouse,
    sql`select (select count(*) from ${sql.table(sides.record)} where source = ${sides[side]}) as records,
      count(*) filter (where nth > 1) as repeated from ${keyedRows(sides, side, warehouse.functions)} s`,
  );
  return { source: sides[side], records: Number(row?.['records']), repeatedKeys: Number(row?.['repeated']) };
}

async function counted(
  warehouse: Warehouse,
  rows: RawBuilder<unknown>,
  where: Difference['where'],
): Promise<readonly Difference[]> {
  const found = await rowsOf(
    warehouse,
    sql`select reason, count(*) as n from (${rows}) o group by reason order by n desc, reason`,
  );
  return found.map((row) => ({
    where,
    column: null,
    reason: textOf(row['reason']),
    count: Number(row['n']),
  }));
}

async function differencesIn(
  warehouse: Warehouse,
  sides: Sides,
  column: string,
): Promise<readonly Difference[]> {
  const reason = reasonApart(column, columnOf(sides, column), warehouse.functions);
  const found = await rowsOf(
    warehouse,
    sql`select reason, count(*) as n from (
      select ${reason} as reason from ${paired(sides, warehouse)} where ${apart(column)}) d
      group by reason order by n desc, reason`,
  );
  const told = found.map((row) => ({
    where: 'differs' as const,
    column,
    reason: textOf(row['reason']),
    count: Number(row['n']),
  }));
  const codes = [...(await sameWords(warehouse, sides, column)).values()].reduce((sum, n) => sum + n, 0);
  if (codes === 0) return told;
  const rest = told.map((each) => (each.reason === null ? { ...each, count: each.count - codes } : each));
  return [
    ...rest.filter(({ count }) => count > 0),
    { where: 'differs', column, reason: 'other_words', count: codes },
  ];
}

/** At most so many different pairs of words are looked at: a column of names is no code list. */
const mostWords = 500;

/**
 * Pairs of words that stand for each other: each of the two goes with no other word, in two records or more. Only of pairs
 * that nothing else explains; with the number of records.
 */
async function sameWords(
  warehouse: Warehouse,
  sides: Sides,
  column: string,
): Promise<ReadonlyMap<string, number>> {
  const definition = columnOf(sides, column);
  if (definition.type !== 'text' || definition.personal === true) return new Map();
  const pairs = await rowsOf(
    warehouse,
    sql`select ${sql.ref(`a.${column}`)} as a, ${sql.ref(`b.${column}`)} as b, count(*) as n,
        bool_and(${apart(column)} and ${reasonApart(column, definition, warehouse.functions)} is null) as open
      from ${paired(sides, warehouse)} where ${sql.ref(`a.${column}`)} is not null and ${sql.ref(`b.${column}`)} is not null
      group by 1, 2 limit ${mostWords + 1}`,
  );
  if (pairs.length > mostWords) return new Map();
  const alone = (side: 'a' | 'b', word: unknown): boolean =>
    pairs.filter((pair) => pair[side] === word).length === 1;
  return new Map(
    pairs
      .filter(({ a, b, n, open }) => open === true && Number(n) > 1 && alone('a', a) && alone('b', b))
      .map(({ a, b, n }) => [pairKey(a, b), Number(n)]),
  );
}

const pairKey = (a: unknown, b: unknown): string => JSON.stringify([a, b]);

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

async function checkSource(
  warehouse: Warehouse,
  { record, ...sides }: Sides,
  side: 'a' | 'b',
): Promise<void> {
  const rows = await rowsOf(warehouse, sql`select distinct source from ${sql.table(record)} order by source`);
  const known = rows.map(({ source }) => String(source));
  if (known.includes(sides[side])) return;
  const near = nearest(sides[side], known);
  throw new Problem('source_unknown', {
    found: `no ${record} of a source "${sides[side]}"`,
    expected: known.length === 0 ? `a source with ${record}` : known.join(', '),
    todo: near === null ? 'load it first, or name another --record' : `did you mean "${near}"?`,
  });
}
