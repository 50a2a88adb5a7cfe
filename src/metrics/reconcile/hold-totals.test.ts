import { afterAll, beforeAll, expect, test } from 'vitest';
import { parsePeriod } from '../../model/index.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { warehouseOf } from '../testing.ts';
import { holdTotals, type StatedTotal } from './hold-totals.ts';
import { statedNumber } from './stated.ts';

let warehouse: Warehouse;

const cases = (day: string, hour: string, n: number, more: object = {}) =>
  Array.from({ length: n }, (_, i) => ({
    id: `${day}/${hour}/${JSON.stringify(more)}/${i}`,
    opened_at: `${day}T${hour}:00:00Z`,
    ...more,
  }));
const call = (i: number, more: object) => ({
  id: `call ${i}`,
  arrived_at: '2025-03-10T10:00:00Z',
  offered: true,
  answered: true,
  outcome: 'answered',
  wait_s: 0,
  ...more,
});

beforeAll(async () => {
  warehouse = await warehouseOf({
    case_facts: [
      ...cases('2025-03-10', '09', 40),
      ...cases('2025-03-10', '23', 7),
      ...cases('2025-03-11', '09', 50),
      ...cases('2025-03-11', '10', 3, { left_out: 'deleted' }),
      ...cases('2025-03-11', '11', 2, { left_out: 'merged' }),
      ...cases('2025-03-11', '12', 20, { left_out: 'spam' }),
    ],
    contact_facts: [
      ...Array.from({ length: 60 }, (_, i) => call(i, {})),
      ...Array.from({ length: 20 }, (_, i) => call(100 + i, { wait_s: 70, talk_s: 100 })),
      ...Array.from({ length: 20 }, (_, i) =>
        call(200 + i, { wait_s: 30, answered: false, outcome: 'abandoned_in_queue' }),
      ),
    ],
  });
});
afterAll(() => warehouse.close());

const total = (
  metric: string,
  period: string,
  value: string,
  more: Partial<StatedTotal> = {},
): StatedTotal => ({
  metric,
  period: parsePeriod(period),
  value,
  where: [],
  ...more,
});
const hold = (...totals: readonly StatedTotal[]) =>
  holdTotals(warehouse, totals, { zone: 'Europe/Rome', zones: ['UTC', 'America/New_York'] });

test('what equals ours as written is equal', async () => {
  const [exact, rounded] = await hold(
    total('cases_opened', '2025-03-10', '40'),
    total('abandonment_rate', '2025-03-10', '20 %'),
  );
  expect([exact?.outcome, rounded?.outcome]).toEqual(['equal', 'equal']);
});

test('cases of another day are those of another zone', async () => {
  const [held] = await hold(total('cases_opened', '2025-03-10', '47'));
  expect(held).toMatchObject({
    outcome: 'explained',
    ours: 40,
    way: { setting: { zone: 'UTC', rules: {} }, added: [] },
  });
});

test('what they count and we leave out is named: merged and deleted, not spam', async () => {
  const [held] = await hold(total('cases_opened', '2025-03-11', '62'));
  expect(held?.way).toMatchObject({ setting: { zone: null }, added: ['deleted', 'merged'] });
});

test('another base of a rate is found among the rules', async () => {
  const [held] = await hold(total('abandonment_rate', '2025-03-10', '50.0 %'));
  expect(held).toMatchObject({
    outcome: 'explained',
    way: { setting: { rules: { 'abandonment.base': 'queued' } } },
  });
  expect(held?.ours).toBeCloseTo(0.2, 12);
});

test('of several ways the one that fits most lines is told', async () => {
  const held = await hold(
    total('cases_opened', '2025-03-10', '47'),
    total('cases_opened', '2025-03-11', '50'),
    total('cases_opened', '2025-03-10', '40', { where: [{ dimension: 'channel', values: [null] }] }),
  );
  expect(held.map(({ outcome }) => outcome)).toEqual(['explained', 'explained', 'equal']);
  expect(held.slice(0, 2).map(({ way }) => way?.setting.zone)).toEqual(['UTC', 'UTC']);
});

test('their average is our median', async () => {
  const [held] = await hold(total('speed_of_answer', '2025-03-10', '0 s', { stat: 'mean' }));
  expect(held).toMatchObject({ ours: 17.5, outcome: 'explained', way: { setting: { stat: 'median' } } });
});

test('what lies beyond the data is not yet loaded; what nothing explains is unexplained', async () => {
  const [late, odd] = await hold(
    total('cases_opened', '2025-06', '12'),
    total('cases_opened', '2025-03-10', '4711'),
  );
  expect([late?.outcome, odd?.outcome]).toEqual(['not_yet_loaded', 'unexplained']);
  await expect(hold(total('cases_opened', '2025-03', 'many'))).rejects.toThrow('"many" as the value');
  await expect(hold(total('cases_opend', '2025-03', '1'))).rejects.toThrow('cases_opened');
});

test.each([
  ['84 %', 'share', 0.84, 0.005],
  ['84.25%', 'share', 0.8425, 0.00005],
  ['0.842', 'share', 0.842, 0.0005],
  ['84', 'share', 0.84, 0.005],
  ['12,345', 'count', 12_345, 0.49],
  ["12'345", 'count', 12_345, 0.49],
  ['3:05', 'seconds', 185, 0.5],
  ['1:02:03', 'seconds', 3723, 0.5],
  ['4.2 h', 'seconds', 15_120, 180],
  ['1.234,5', 'seconds', 1234.5, 0.05],
] as const)('%s is read with what its digits leave open', (text, unit, value, within) => {
  const read = statedNumber(text, unit);
  expect(read?.value).toBeCloseTo(value, 9);
  expect(read?.within).toBeCloseTo(within, 6);
});
