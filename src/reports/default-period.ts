/** The period people mean when they name none. */
import { sql } from 'kysely';
import { localDate, nextStart, type Period } from '../model/index.ts';
import { type FactName, type Row, rowsOf, type Warehouse } from '../warehouse/index.ts';

const volumes = [
  ['contact_facts', 'arrived_at'],
  ['case_facts', 'opened_at'],
  ['survey_facts', 'answered_at'],
] as const satisfies readonly (readonly [FactName, string])[];

/** A month with less than this share of the usual volume is the thin end of an export, not a month of work. */
const thin = 0.2;

/**
 * The last month that the data fills to its end; everything where the data is undated, shorter, or runs out thinly.
 *
 * @example data through 31 January, 23:53 → January; through 14 May → April
 */
export async function defaultPeriod(warehouse: Warehouse, zone: string): Promise<Period | 'all'> {
  const { dataThrough } = await warehouse.state();
  if (dataThrough === null) return 'all';
  const months = await monthlyVolumes(warehouse, zone);
  const today = localDate(dataThrough, zone);
  const full = [...months].filter(([month]) => nextStart('month', month) <= nextStart('day', today));
  const last = full.sort(([a], [b]) => (a < b ? 1 : -1))[0];
  const usual = [...months.values()].sort((a, b) => a - b)[Math.floor(months.size / 2)] ?? 0;
  if (last === undefined || last[1] < thin * usual) return 'all';
  return { from: last[0], to: nextStart('month', last[0]) };
}

async function monthlyVolumes(warehouse: Warehouse, zone: string): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const [fact, column] of volumes) {
    const month = warehouse.functions.localStart(sql.ref(column), 'month', zone);
    const statement = sql<Row>`select month, count(*) as n
      from (select ${month} as month from ${sql.table(fact)} where ${sql.ref(column)} is not null) f group by month`;
    for (const row of await rowsOf(warehouse, statement)) {
      const key = String(row['month']).slice(0, 10);
      found.set(key, (found.get(key) ?? 0) + Number(row['n']));
    }
    if (found.size > 0) return found;
  }
  return found;
}
