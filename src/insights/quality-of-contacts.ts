/** What looks wrong in the contacts themselves: after-work that some record and some do not, calls hung up at once, counts that disagree. */
import { sql } from 'kysely';
import { wilsonInterval } from '../chance/index.ts';
import { type Row, rowsOf, type Warehouse } from '../warehouse/index.ts';
import type { DataProblem } from './quality.ts';

/** Talk of fewer seconds solves nothing. */
const atOnce = 10;
/** Surely this share of one agent's calls, and so many times as many as of the others'. */
const often = 0.05;
const times = 3;
/** Two systems may differ by this much before it is said. */
const slack = 0.02;

export async function contactProblems(
  warehouse: Warehouse,
  { people }: { readonly people: boolean },
): Promise<readonly DataProblem[]> {
  return [
    ...(await missingWrap(warehouse)),
    ...(await hangingUp(warehouse, people)),
    ...(await countedTwice(warehouse)),
  ];
}

const number = (value: unknown): number => Number(value ?? 0);

/** Where nobody records it there is nothing missing: that is told as talk time in place of handle time. */
async function missingWrap(warehouse: Warehouse): Promise<readonly DataProblem[]> {
  const [row = {}] = await rowsOf(
    warehouse,
    sql<Row>`select count(wrap_s) as known, count(*) as n from contact_facts where answered and left_out is null and talk_s is not null`,
  );
  const [known, of] = [number(row['known']), number(row['n'])];
  return known === 0 || known === of ? [] : [{ code: 'missingWrap', count: of - known, of, facts: {} }];
}

/** Agents with far more calls of a few seconds than the others: named only where people are switched on. */
async function hangingUp(warehouse: Warehouse, people: boolean): Promise<readonly DataProblem[]> {
  const rows = await rowsOf(
    warehouse,
    sql<Row>`select f.agent_id, max(a.name) as name, count(*) as n, count(case when f.talk_s < ${sql.lit(atOnce)} then 1 end) as short
      from contact_facts f left join agents a on a.id = f.agent_id and a.source = f.source
      where f.answered and f.left_out is null and f.talk_s is not null and f.agent_id is not null group by f.agent_id`,
  );
  const all = rows.map((row) => ({ ...row, n: number(row['n']), short: number(row['short']) }));
  const [n, short] = [sumOf(all, 'n'), sumOf(all, 'short')];
  const found = all.filter((one) => {
    const others = (short - one.short) / Math.max(1, n - one.n);
    const low = wilsonInterval(one.short, Math.max(1, one.n), { level: 0.999 }).low ?? 0;
    return low > Math.max(often, times * others);
  });
  if (found.length === 0) return [];
  const names = found.map((row: Row) => String(row['name'] ?? row['agent_id'])).join(', ');
  const facts = {
    agents: found.length,
    named: people ? 'yes' : 'no',
    who: people ? names : '',
    seconds: atOnce,
  };
  return [{ code: 'hangingUp', count: sumOf(found, 'short'), of: sumOf(found, 'n'), facts }];
}

const sumOf = (rows: readonly { readonly n: number; readonly short: number }[], of: 'n' | 'short'): number =>
  rows.reduce((sum, row) => sum + row[of], 0);

/** Contacts as another system counted them against the contacts that were loaded, queue by queue, while both know them. */
async function countedTwice(warehouse: Warehouse): Promise<readonly DataProblem[]> {
  const rows = await rowsOf(
    warehouse,
    sql<Row>`select v.queue, v.stated, count(c.id) as ours from (
        select queue, min("from") as since, max("to") as until, sum(offered) as stated from volume_facts
        where left_out is null and offered is not null and "to" is not null group by queue
      ) v join contact_facts c on coalesce(c.queue, '') = coalesce(v.queue, '') and c.arrived_at >= v.since and c.arrived_at < v.until
      where c.left_out is null and c.offered and coalesce(c.direction, 'inbound') = 'inbound'
      group by v.queue, v.stated`,
  );
  const total = (of: (row: Row) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
  const [stated, ours] = [total((row) => number(row['stated'])), total((row) => number(row['ours']))];
  const apart = total((row) => Math.abs(number(row['stated']) - number(row['ours'])));
  if (stated === 0 || apart / stated < slack) return [];
  return [{ code: 'countsDisagree', count: apart, of: stated, facts: { stated, ours } }];
}
