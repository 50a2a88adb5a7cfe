import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { warehouseOf } from '../testing.ts';
import { sliceOf } from './fixture-slice.ts';
import { withKnownColumns } from './known-columns.ts';
import type { Slice } from './slice.ts';
import { tally } from './tally.ts';
import { type Item, tallyStatement } from './tally-statement.ts';
import { windowOf } from './window.ts';

const months = ['03', '04'].map((month) =>
  windowOf({ from: `2025-${month}-01`, to: `2025-${month}-28` }, 'Europe/Rome'),
);
const slice = sliceOf({ fact: 'case_facts', anchor: 'opened_at', zone: 'Europe/Rome', layer: months });
const large: Slice = { ...slice, about: { noneLeftOut: [], large: ['case_facts'] } };

const isKnown = sql`customer_id is not null`;
const byPhone: Item = {
  measure: {
    population: sql`(${isKnown} and channel = 'phone')`,
    countedOut: { nobody: sql`(customer_id is null and channel = 'phone')` },
    rest: 'not_by_phone',
    hit: sql`team is not null`,
  },
  stats: ['share'],
};
const waits: Item = {
  measure: { population: sql`("customer_id" is not null and not team is null)`, value: sql`handle_s` },
  stats: ['mean', 'max'],
};
const different: Item = {
  measure: { population: isKnown, distinct: sql`customer_id` },
  stats: ['count'],
};

const knownOf = async (warehouse: Warehouse, from: Slice, item: Item) =>
  (await withKnownColumns(warehouse, from, (part) => tallyStatement(warehouse, part, [item]))).known;

const ada = { customer_id: 'Ada', team: 'A', channel: 'phone', opened_at: '2025-03-03T09:00:00Z' };

test('what every row has need not be read to know that it is there', async () => {
  const warehouse = await warehouseOf({ case_facts: [ada, { ...ada, team: null }] });
  expect(await knownOf(warehouse, large, byPhone)).toEqual(['customer_id']);
  expect(await knownOf(warehouse, large, waits)).toEqual(['customer_id']);
  expect(await knownOf(warehouse, slice, waits)).toBeUndefined();
  await warehouse.close();
});

test('what is read for another reason, or counted by, is read', async () => {
  const warehouse = await warehouseOf({ case_facts: [ada, ada] });
  expect(await knownOf(warehouse, large, different)).toBeUndefined();
  expect(await knownOf(warehouse, { ...large, by: ['team'] }, waits)).toEqual(['customer_id']);
  const filtered = { ...large, where: [{ dimension: 'team', values: ['A'] }] };
  expect(await knownOf(warehouse, filtered, waits)).toEqual(['customer_id']);
  expect(await knownOf(warehouse, large, waits)).toEqual(['customer_id', 'team']);
  await warehouse.close();
});

test('only the rows of the windows have to have it', async () => {
  const first = { ...ada, team: null };
  const nobody = { ...first, customer_id: null, opened_at: '2025-03-20T09:00:00Z' };
  const next = { ...first, opened_at: '2025-04-03T09:00:00Z' };
  const warehouse = await warehouseOf({ case_facts: [first, nobody, next] });
  expect(await knownOf(warehouse, large, byPhone)).toBeUndefined();
  expect(await knownOf(warehouse, { ...large, layer: months.slice(1) }, byPhone)).toEqual(['customer_id']);
  await warehouse.close();
});

const rowOf = fc.record({
  customer_id: fc.constantFrom('Ada', 'Ben', 'Ada', null),
  channel: fc.constantFrom('phone', 'email', null),
  team: fc.constantFrom('A', 'B', null),
  left_out: fc.constantFrom(null, null, 'spam'),
  handle_s: fc.constantFrom(null, 1, 20),
  opened_at: fc.constantFrom('2025-03-03T09:00:00Z', '2025-03-30T09:00:00Z', '2025-04-20T09:00:00Z'),
});

test('whichever way the same is counted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(rowOf, { minLength: 1, maxLength: 8 }),
      fc.constantFrom([], ['team'], ['channel']),
      async (rows, by) => {
        const warehouse = await warehouseOf({ case_facts: rows });
        for (const items of [[byPhone], [waits], [different], [byPhone, waits]])
          for (const emptyToo of [true, false]) {
            const read = async (from: Slice) =>
              (await tally(warehouse, { ...from, by }, items, { emptyToo }))
                .filter(({ sums }) => /:[1-9]/.test(JSON.stringify(sums)))
                .map((row) => JSON.stringify(row))
                .sort();
            expect(await read(large)).toEqual(await read(slice));
          }
        await warehouse.close();
      },
    ),
    { numRuns: 40 },
  );
});
