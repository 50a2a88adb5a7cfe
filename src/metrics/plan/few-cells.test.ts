import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { functions } from '../../warehouse/duckdb/functions.ts';
import { openWarehouse } from '../../warehouse/index.ts';
import { makesFewCells } from './few-cells.ts';
import { sliceOf } from './fixture-slice.ts';
import { tallyStatement } from './tally-statement.ts';
import { windowOf } from './window.ts';

const warehouse = await openWarehouse({ path: ':memory:', threads: 1 });
await warehouse.write((writer) =>
  writer.execute(`insert into case_facts (source, id, channel, team, resolver_id, opened_at)
    select 'desk', i, ['phone', 'email', 'chat'][1 + i % 3], case when i % 2 = 0 then 'A' end, 'R' || i,
      timestamptz '2025-05-01 09:00:00Z' from range(30000) t(i)`),
);

const slice = sliceOf({
  fact: 'case_facts',
  anchor: 'opened_at',
  by: ['channel', 'team'],
  layer: [windowOf({ from: '2025-05-01', to: '2025-06-01' }, 'UTC')],
  groupings: [[], [0], [1]],
});

test('three channels and two teams make few cells, thirty thousand people do not', async () => {
  expect(await makesFewCells(warehouse, slice)).toBe(true);
  expect(await makesFewCells(warehouse, { ...slice, by: ['channel', 'resolver'] })).toBe(false);
});

test('weekdays and hours are few without looking; of an attribute nothing is known', async () => {
  expect(await makesFewCells(warehouse, { ...slice, by: ['weekday', 'hour'] })).toBe(true);
  expect(await makesFewCells(warehouse, { ...slice, by: ['weekday', 'attributes.plan'] })).toBe(false);
});

test('nothing is gained where rows are told apart in one way only', async () => {
  const { groupings: _, ...alone } = slice;
  expect(await makesFewCells(warehouse, alone)).toBe(false);
});

test('cells added up are what rows counted side by side are', async () => {
  const measure = { population: sql`channel <> 'chat'`, value: sql`length(id)` };
  const items = [{ measure, stats: ['count', 'mean', 'max'] as const, skewed: true }];
  const [cells, rows] = await Promise.all(
    [true, false].map(async (inCells) => {
      const found = await warehouse.rows(
        tallyStatement({ db: warehouse.db, functions }, slice, items, { inCells }),
      );
      return found
        .map((row) => JSON.stringify(row, (_, v) => (typeof v === 'number' ? Number(v.toPrecision(9)) : v)))
        .sort();
    }),
  );
  expect(cells).toHaveLength(6);
  expect(cells).toEqual(rows);
});
