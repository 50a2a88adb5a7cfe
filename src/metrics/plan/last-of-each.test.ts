import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { slices } from '../../model/index.ts';
import { warehouseWith } from '../../warehouse/testing.ts';
import type { Row, Warehouse } from '../../warehouse/warehouse.ts';
import type { Measure } from '../definition.ts';
import { sliceOf } from './fixture-slice.ts';
import { wholeSequence } from './last-of-each.ts';
import type { Slice } from './slice.ts';
import { tally } from './tally.ts';
import { windowOf } from './window.ts';

const zone = 'Europe/Rome';
const windowsOf = (from: string, to: string, grain: 'day' | 'month') =>
  slices({ from, to }, grain).map((period) => windowOf(period, zone));
const months = windowsOf('2025-02-01', '2025-05-01', 'month');
/** Over a change of the clocks, with a hole in it. */
const days = [
  ...windowsOf('2025-03-20', '2025-04-04', 'day'),
  ...windowsOf('2025-04-10', '2025-04-12', 'day'),
];

const customers: Measure = {
  population: sql`(customer_id is not null)`,
  countedOut: { no_customer_known: sql`(customer_id is null)` },
  distinct: sql`customer_id`,
  sequence: {
    anchor: 'opened_at',
    linked: sql`customer_history`,
    next: sql`again_any_s`,
    within: sql`source`,
  },
};
const slice = sliceOf({ fact: 'case_facts', anchor: 'opened_at', zone, layer: months });
const large: Slice = { ...slice, about: { noneLeftOut: [], large: ['case_facts'] } };

const customer = fc.constantFrom('Ada', 'Ben', 'Eva', '0', null);
/** Around midnight in Rome, at the end of months and on both sides of the clock change. */
const opened_at = fc.constantFrom(
  '2025-03-29T22:59:59.999999Z',
  '2025-03-29T23:00:00Z',
  '2025-03-30T00:59:59Z',
  '2025-03-30T01:00:00Z',
  '2025-03-30T21:59:59.999999Z',
  '2025-03-30T22:00:00Z',
  '2025-03-31T21:59:59.999999Z',
  '2025-03-31T22:00:00Z',
  '2025-04-08T09:00:00Z',
  '2025-04-10T09:00:00.000001Z',
);
const caseOf = fc.record({
  customer_id: customer,
  opened_at,
  left_out: fc.constantFrom(null, null, null, 'spam'),
});

const counted = async (warehouse: Warehouse, from: Slice, emptyToo: boolean) =>
  (await tally(warehouse, from, [{ measure: customers, stats: ['count'] }], { emptyToo }))
    .filter(({ sums: [own] }) => Object.values(own ?? {}).some((n) => n > 0))
    .map((row) => JSON.stringify(row))
    .sort();

/** Two cases by which the facts are known to have sequences, long before all windows. */
const before: readonly Row[] = [
  { id: 'y', customer_id: 'Ida', opened_at: '2024-01-01T09:00:00Z' },
  { id: 'z', customer_id: 'Ida', opened_at: '2024-01-02T09:00:00Z' },
];

const madeOf = (cases: readonly Row[], more: Parameters<typeof warehouseWith>[0] = {}) =>
  warehouseWith({ cases: [...before, ...cases], ...more });

test('customers whose last case in a window is counted are as many as there are different ones', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(caseOf, { minLength: 1, maxLength: 25 }), async (cases) => {
      const warehouse = await madeOf(cases);
      for (const layer of [months, months.slice(1, 2), days, days.slice(3, 4)]) {
        expect(await wholeSequence(warehouse, { ...large, layer }, customers)).toEqual(
          cases.some(({ opened_at: at }) => isIn(at, layer)) ? customers.sequence : null,
        );
        for (const emptyToo of [true, false])
          expect(await counted(warehouse, { ...large, layer }, emptyToo)).toEqual(
            await counted(warehouse, { ...slice, layer }, emptyToo),
          );
      }
      await warehouse.close();
    }),
    { numRuns: 20 },
  );
}, 120_000);

const isIn = (at: string, layer: Slice['layer']): boolean =>
  Date.parse(layer[0]?.start ?? '') <= Date.parse(at) && Date.parse(at) < Date.parse(layer.at(-1)?.end ?? '');

const ada = { customer_id: 'Ada', opened_at: '2025-03-10T09:00:00Z' };

async function isTaken(warehouse: Warehouse, from: Slice): Promise<boolean> {
  const taken = (await wholeSequence(warehouse, from, customers)) !== null;
  const plain = { ...from, about: { noneLeftOut: [], large: [] } };
  expect(await counted(warehouse, from, true)).toEqual(await counted(warehouse, plain, true));
  return taken;
}

test('only where windows hold whole sequences', async () => {
  const warehouse = await madeOf([ada, { ...ada, channel: 'chat' }]);
  expect(await isTaken(warehouse, large)).toBe(true);
  expect(await isTaken(warehouse, slice)).toBe(false);
  expect(await isTaken(warehouse, { ...large, by: ['channel'] })).toBe(false);
  expect(await isTaken(warehouse, { ...large, where: [{ dimension: 'channel', values: ['chat'] }] })).toBe(
    false,
  );
  expect(await isTaken(warehouse, { ...large, anchor: 'closed_at' })).toBe(false);
  await warehouse.close();
});

test('a customer of two sources is one customer, and is remembered', async () => {
  const warehouse = await madeOf([ada, { ...ada, source: 'shop' }]);
  expect(await isTaken(warehouse, large)).toBe(false);
  expect(await isTaken(warehouse, { ...large, layer: months.slice(0, 1) })).toBe(false);
  await warehouse.close();
});

test('a case that its log merged stands in no sequence', async () => {
  const cases = [
    { ...ada, id: 'kept' },
    { ...ada, id: 'merged', opened_at: '2025-03-11T09:00:00Z' },
  ];
  const merged = { case_id: 'merged', at: '2025-03-12T09:00:00Z', kind: 'merged', to_value: 'kept' };
  const warehouse = await madeOf(cases, { events: [merged] });
  expect(await isTaken(warehouse, large)).toBe(true);
  await warehouse.close();
});

test('facts that were made without sequences are read as ever', async () => {
  const warehouse = await madeOf([ada, ada]);
  await warehouse.write((writer) =>
    writer.execute(
      'create or replace table case_facts as select * replace (null::double as again_any_s) from case_facts',
    ),
  );
  expect(await isTaken(warehouse, large)).toBe(false);
  await warehouse.close();
});
