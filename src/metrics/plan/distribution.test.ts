import { afterAll, expect, test } from 'vitest';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { answer } from '../answer.ts';
import { catalogue } from '../catalogue/index.ts';
import type { Statistic } from '../question.ts';
import { warehouseOf } from '../testing.ts';

const opened: Warehouse[] = [];
afterAll(async () => {
  for (const warehouse of opened) await warehouse.close();
});

const distribution: Statistic = 'distribution';
const ask = (metric: string, more: object = {}) => ({
  asks: [{ metric, stats: [distribution] }],
  period: 'all' as const,
  zone: 'UTC',
  by: [] as readonly string[],
  where: [],
  rules: {},
  compare: [],
  ...more,
});

async function world(): Promise<Warehouse> {
  const warehouse = await warehouseOf({
    contact_facts: [5, 10, 11, 70, 4000].map((wait_s, i) => ({
      answered: true,
      wait_s,
      channel: i < 2 ? 'phone' : 'chat',
      arrived_at: '2025-03-01T09:00:00Z',
    })),
    survey_facts: [10, 10, 9, 3].map((score) => ({
      kind: 'nps',
      scale_min: 0,
      scale_max: 10,
      score,
      answered_at: '2025-03-01T09:00:00Z',
    })),
  });
  opened.push(warehouse);
  return warehouse;
}

test('times fall into bins that people know, each up to its end; the median stands with them', async () => {
  const [[figure] = []] = await answer(await world(), [ask('speed_of_answer')]);
  expect(figure).toMatchObject({ value: 11, n: 5 });
  expect(figure?.bins?.filter(({ n }) => n > 0)).toEqual([
    { from: 0, to: 10, n: 2 },
    { from: 10, to: 20, n: 1 },
    { from: 60, to: 120, n: 1 },
    { from: 3600, to: 7200, n: 1 },
  ]);
});

test('an empty bin between others stays: a gap is part of the shape', async () => {
  const [[figure] = []] = await answer(await world(), [ask('nps')]);
  expect(figure?.bins?.map(({ to, n }) => [to, n])).toEqual([
    [3, 1],
    [4, 0],
    [5, 0],
    [6, 0],
    [7, 0],
    [8, 0],
    [9, 1],
    [10, 2],
  ]);
});

test('the bins of the parts make the bins of the whole', async () => {
  const warehouse = await world();
  const [[whole] = [], parts = []] = await answer(warehouse, [
    ask('speed_of_answer'),
    ask('speed_of_answer', { by: ['channel'] }),
  ]);
  const all = parts.flatMap(({ bins = [] }) => bins).reduce((sum, { n }) => sum + n, 0);
  expect(all).toBe(whole?.n);
});

test('what has no number a row has no distribution, and open cases would falsify one', async () => {
  const warehouse = await world();
  await expect(answer(warehouse, [ask('abandonment_rate')])).rejects.toThrow(
    '"distribution" of abandonment_rate',
  );
  await expect(answer(warehouse, [ask('resolution_time')])).rejects.toThrow('finished_only');
});

test('every metric with a number a row offers its distribution', async () => {
  const warehouse = await world();
  const means = catalogue.filter(({ stats }) => stats.includes('geometric_mean'));
  expect(means.length).toBeGreaterThan(8);
  for (const { name, rules } of means) {
    const open = rules.some(({ token }) => token === 'open_cases');
    const finished = open ? { rules: { open_cases: 'finished_only' } } : {};
    await expect(answer(warehouse, [ask(name, finished)])).resolves.toHaveLength(1);
  }
});
