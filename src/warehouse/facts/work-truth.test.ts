import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { company, generateDemo } from '../../demo/index.ts';
import { importFiles } from '../../intake/index.ts';
import type { RecordKind } from '../../model/index.ts';
import { type DuckDbWarehouse, defaultFactSettings, openWarehouse, type Row } from '../index.ts';

const recordOf: Readonly<Record<string, RecordKind>> = {
  cases: 'cases',
  agents: 'agents',
  shifts: 'shifts',
  agent_states: 'agent_states',
  outages: 'outages',
  reviews: 'reviews',
};
const folder = mkdtempSync(join(tmpdir(), 'tidemark-work-truth-'));
let warehouse: DuckDbWarehouse;
let truth: Readonly<Record<string, Record<string, Record<string, Row>>>>;

beforeAll(async () => {
  const made = await generateDemo({ folder, cases: 600, seed: 5, blemishes: false });
  const mappings = Object.entries(recordOf).map(([name, record]) => {
    const path = join(folder, `${name}.yaml`);
    writeFileSync(
      path,
      `source: ${company.source}\nfiles: ${name}.csv\nrecord: ${record}\ncolumns: by_name\n`,
    );
    return path;
  });
  warehouse = await openWarehouse({ path: ':memory:' });
  const files = Object.keys(recordOf).map((name) => join(folder, 'data', `${name}.csv`));
  await importFiles({ warehouse, files, mappings, settings: { ...defaultFactSettings, zone: company.zone } });
  truth = JSON.parse(readFileSync(made.truth, 'utf8'));
}, 60_000);

afterAll(async () => {
  await warehouse.close();
  rmSync(folder, { recursive: true });
});

const found = async (statement: string): Promise<Readonly<Record<string, Row>>> => {
  const rows = await warehouse.rows({ compile: () => sql.raw(statement).compile(warehouse.db) });
  return Object.fromEntries(rows.map(({ key, ...row }) => [String(key), row]));
};

test('the time that was paid, served, planned and kept is what was really lived, month by month and to the second', async () => {
  const months = await found(
    `select substr(day, 1, 7) as key, sum(paid_s) as paid_s, sum(served_s) as served_s, sum(planned_s) as planned_s,
       sum(adhered_s) as adhered_s, sum(talking_s + wrap_s) as busy_s, sum(available_s + talking_s + wrap_s) as signed_in_s
     from presence_facts where day < '2025-12-01' group by 1`,
  );
  const { '2025-12': _, ...told } = truth.presence?.by_month ?? {};
  expect(months).toEqual(told);
});

test('a service was down for as long as it really was, whatever its monitors reported twice', async () => {
  const down = await found(
    `select service || ' ' || substr(day, 1, 7) as key, sum(down_s) as s from outage_facts group by 1 having sum(down_s) > 0`,
  );
  const { about: _, ...told } = truth.outages ?? {};
  const expected = Object.entries(told).flatMap(([service, months]) =>
    Object.entries(months).map(([month, s]) => [`${service} ${month}`, { s }]),
  );
  expect(down).toEqual(Object.fromEntries(expected));
});

test('the points of every agent are those that were given', async () => {
  const points = await found(
    'select agent_id as key, sum(score) as score, sum(max) as max from review_facts group by 1',
  );
  const { about: _, ...told } = truth.reviews ?? {};
  expect(points).toEqual(told);
});
