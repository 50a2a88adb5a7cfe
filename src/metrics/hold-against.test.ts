import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { answer } from './answer.ts';
import { holdAgainst } from './hold-against.ts';
import type { Question } from './question.ts';
import { warehouseOf } from './testing.ts';

let warehouse: Warehouse;

/** A hundred answers a month, `good` of them satisfied. */
const answers = (month: string, channel: string, good: number) =>
  Array.from({ length: 100 }, (_, i) => ({
    id: `${month}/${channel}/${i}`,
    kind: 'csat',
    channel,
    scale_min: 1,
    scale_max: 5,
    score: i < good ? 5 : 2,
    answered_at: `${month}-${String((i % 28) + 1).padStart(2, '0')}T10:00:00Z`,
    dated: true,
  }));

beforeAll(async () => {
  warehouse = await warehouseOf({
    survey_facts: [
      ...answers('2025-04', 'email', 70),
      ...answers('2025-05', 'email', 71),
      ...answers('2025-05', 'chat', 95),
    ],
  });
});
afterAll(() => warehouse.close());

const csat = (month: string, channel: string): Question => ({
  asks: [{ metric: 'csat', stats: [] }],
  period: { from: `${month}-01`, to: `${month}-29` },
  zone: 'UTC',
  by: [],
  where: [{ dimension: 'channel', values: [channel] }],
  rules: {},
  compare: [],
});

test('two segments of one month differ', async () => {
  const { current, base, comparison } = await holdAgainst(
    warehouse,
    csat('2025-05', 'chat'),
    csat('2025-05', 'email'),
  );
  expect([current.value, base.value]).toEqual([0.95, 0.71]);
  expect(comparison).toMatchObject({ verdict: 'signal', n: 200 });
});

test('a period named by hand gives what the period before gives', async () => {
  const may = csat('2025-05', 'email');
  const { comparison } = await holdAgainst(warehouse, may, csat('2025-04', 'email'));
  const whole = { from: '2025-05-01', to: '2025-06-01' };
  const [[figure] = []] = await answer(warehouse, [{ ...may, period: whole, compare: ['previous'] }]);
  expect(figure?.comparisons[0]).toMatchObject({ ...comparison });
});

test('a side that is part of the other is refused', async () => {
  const whole = { ...csat('2025-05', 'email'), where: [] };
  await expect(holdAgainst(warehouse, whole, csat('2025-05', 'email'))).rejects.toMatchObject({
    code: 'sides_overlap',
  });
});

test('a side without rows is no comparison', async () => {
  const { comparison, base } = await holdAgainst(
    warehouse,
    csat('2025-05', 'email'),
    csat('2025-05', 'phone'),
  );
  expect(comparison).toBeNull();
  expect(base.missing).toBe('no_cases');
});
