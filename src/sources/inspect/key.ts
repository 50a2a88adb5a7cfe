/** Which columns name a record: tried over the whole file, not over a sample. */
import { literals } from '../select/literal.ts';
import type { KeyTried } from './inspection.ts';
import type { ColumnProfile } from './profile.ts';
import { relation, type Table } from './table.ts';

export interface KeyFound {
  readonly chosen: KeyTried | null;
  readonly tried: readonly KeyTried[];
}

const mostTries = 40;

/** Where a column says which version is newer, an id may come again. First the column that is called so, then others that could be, then two and three together. */
export async function findKey(
  table: Table,
  rows: number,
  columns: readonly ColumnProfile[],
  { named, versioned }: { readonly named: ColumnProfile | null; readonly versioned: boolean },
): Promise<KeyFound> {
  const tried: KeyTried[] = [];
  for (const candidate of candidates(rows, columns, named)) {
    if (tried.length >= mostTries) break;
    const result = { columns: candidate.map(({ name }) => name), shared: await sharing(table, candidate) };
    tried.push(result);
    if (result.shared === 0) return { chosen: result, tried };
    if (versioned && candidate[0] === named) break;
  }
  return { chosen: null, tried };
}

function* candidates(
  rows: number,
  columns: readonly ColumnProfile[],
  named: ColumnProfile | null,
): Generator<readonly ColumnProfile[]> {
  if (named !== null && named.filled > 0) yield [named];
  const whole = columns.filter(
    ({ filled, shape }) => filled === rows && shape.type !== 'text' && shape.type !== 'number',
  );
  const looksLikeKey = ({ name, shape }: ColumnProfile): boolean =>
    shape.type === 'id' || /(^|[^a-z])(id|key|nr|no|number|num|code|line)([^a-z]|$)/i.test(name);
  const ranked = [...whole].sort(
    (a, b) => Number(looksLikeKey(b)) - Number(looksLikeKey(a)) || b.distinct - a.distinct,
  );
  for (const one of ranked)
    if (one !== named && one.distinct > rows * 0.9 && one.shape.date === null) yield [one];
  const strong = [...(named === null ? [] : [named]), ...ranked.filter((each) => each !== named)].slice(0, 7);
  const may = (some: readonly ColumnProfile[]): boolean =>
    some.reduce((product, { distinct }) => product * distinct, 1) >= rows * 0.9;
  for (const pair of combinations(strong, 2)) if (may(pair)) yield pair;
  for (const three of combinations(strong, 3)) if (may(three)) yield three;
}

function combinations<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    combinations(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

/** Records whose key another record has too, or that have none. */
async function sharing(table: Table, key: readonly ColumnProfile[]): Promise<number> {
  const columns = key.map(({ index }) => `trim(raw_${index})`);
  const [row] = await table.rows(
    `SELECT coalesce(sum(n), 0) AS shared FROM (SELECT count(*) AS n FROM ${relation} GROUP BY ${columns.join(', ')}
     HAVING count(*) > 1 OR ${key.map((_, at) => `coalesce(${columns[at]}, '') IN ${literals([''])}`).join(' OR ')})`,
  );
  return Number(row?.['shared']);
}
