import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openWarehouse } from '../../warehouse/index.ts';
import type { Row } from '../../warehouse/warehouse.ts';
import type { Measure } from '../definition.ts';
import { warehouseOf } from '../testing.ts';
import { clusterStatement } from './cluster-sums.ts';
import { clustersInCells, moments } from './clusters-in-cells.ts';
import { distinctCounts, groupedKey } from './distinct-counts.ts';
import { sliceOf } from './fixture-slice.ts';
import { placeOf, placeOfGroup } from './slice.ts';
import { tallyStatement } from './tally-statement.ts';
import { windowOf } from './window.ts';

const rowOf = fc.record({
  channel: fc.constantFrom('phone', 'email', null),
  team: fc.constantFrom('A', 'B', null),
  customer_id: fc.constantFrom('Ada', 'Ben', 'Eva', 'Ida', null),
  messages: fc.nat(4),
  opened_at: fc.constantFrom('2025-04-03T09:00:00Z', '2025-05-01T09:00:00Z', '2025-05-20T09:00:00Z'),
});

const months = [
  { from: '2025-04-01', to: '2025-05-01' },
  { from: '2025-05-01', to: '2025-06-01' },
];
const slice = sliceOf({
  fact: 'case_facts',
  anchor: 'opened_at',
  by: ['channel', 'team'],
  layer: months.map((month) => windowOf(month, 'UTC')),
  groupings: [[], [0], [1], [0, 1]],
});

const customer = sql`customer_id`;
const measures: readonly Measure[] = [
  { population: sql`true`, per: { cluster: customer, top: sql`agent_messages`, bottom: 'cluster' } },
  { population: sql`true`, per: { cluster: customer, top: sql`agent_messages`, bottom: sql`reopens + 1` } },
  {
    population: sql`agent_messages > 1`,
    per: { cluster: customer, top: sql`reopens`, bottom: 'cluster', once: true },
  },
];

const sorted = (rows: readonly Row[]): readonly string[] =>
  rows
    .map((row) => JSON.stringify([placeOf(row, slice), ...Object.keys(moments).map((name) => row[name])]))
    .sort();

test('clusters summed up by cell, and dimension by dimension where they lie in several, are what each is by itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rowOf, { minLength: 1, maxLength: 25 }), async (rows) => {
      const warehouse = await warehouseOf({
        case_facts: rows.map(({ messages, ...row }) => ({
          ...row,
          agent_messages: messages,
          reopens: messages % 2,
        })),
      });
      for (const measure of measures) {
        const each = await warehouse.rows(clusterStatement(warehouse, slice, measure));
        const inCells = await warehouse.rows(clustersInCells(warehouse, slice, measure));
        expect(sorted(inCells)).toEqual(sorted(each));
      }
      await warehouse.close();
    }),
    { numRuns: 25 },
  );
});

test('thirty thousand customers are counted once each, wherever they came', async () => {
  const warehouse = await openWarehouse({ path: ':memory:', threads: 1 });
  await warehouse.write((writer) =>
    writer.execute(`insert into case_facts (source, id, customer_id, channel, team, opened_at)
      select 'desk', i, 'K' || i % 30000, ['phone', 'email', 'chat'][1 + i % 3], case when i % 7 > 0 then 'A' end,
        timestamptz '2025-04-03 09:00:00Z' + to_days((i % 2 * 30)::integer) from range(33000) t(i)`),
  );
  const measure = { population: sql`true`, distinct: customer };
  const found = await distinctCounts(warehouse, slice, measure);
  const rows = await warehouse.rows(tallyStatement(warehouse, slice, [{ measure, stats: ['count'] }]));
  const plain = rows.map((row): [string, unknown] => [groupedKey(placeOfGroup(row, slice)), row.m0_n]);
  expect([...found].map(([key, { n }]) => [key, n]).sort()).toEqual(plain.sort());
  await warehouse.close();
});
