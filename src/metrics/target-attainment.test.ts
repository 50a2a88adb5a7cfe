import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { targetAttainment } from './target-attainment.ts';
import { warehouseOf } from './testing.ts';

let warehouse: Warehouse;
const asked = { period: 'all', zone: 'UTC' } as const;
const ratings = (team: string, agent_id: string, good: number, bad: number) =>
  Array.from({ length: good + bad }, (_, i) => ({
    kind: 'csat',
    scale_min: 1,
    scale_max: 5,
    score: i < good ? 5 : 1,
    answered_at: '2025-03-03T09:00:00Z',
    team,
    agent_id,
  }));

beforeAll(async () => {
  warehouse = await warehouseOf({
    survey_facts: [...ratings('milan', 'anna', 190, 10), ...ratings('turin', 'otto', 60, 140)],
  });
});
afterAll(() => warehouse.close());

const milan = [{ dimension: 'team', values: ['milan'] }];

test('a target is met or missed by its figure, and chance says how sure that is', async () => {
  const found = await targetAttainment(warehouse, asked, {
    targets: [
      { metric: 'csat', value: 0.62 },
      { metric: 'csat', value: 0.8, where: milan },
      { metric: 'csat', stat: 'mean', value: 4.5 },
    ],
  });
  expect(found).toMatchObject({ set: 3, met: 2, surelyMet: 1, surelyMissed: 1, unknown: [] });
  expect(found.standings.map(({ met, sure }) => [met, sure])).toEqual([
    [true, false],
    [true, true],
    [false, true],
  ]);
});

test('told apart by team each team is held against its own target, else against the general one', async () => {
  const { standings } = await targetAttainment(
    warehouse,
    { ...asked, by: 'team' },
    {
      targets: [
        { metric: 'csat', value: 0.5 },
        { metric: 'csat', value: 0.99, where: milan },
      ],
    },
  );
  const told = standings.map(({ figure, comparison, met }) => [
    figure.segment.team,
    comparison.base.value,
    met,
  ]);
  expect(told).toEqual([
    ['milan', 0.99, false],
    ['turin', 0.5, false],
  ]);
});

test('a target about one person is only looked at where figures per person are allowed', async () => {
  const targets = [{ metric: 'csat', value: 0.9, where: [{ dimension: 'agent', values: ['anna'] }] }];
  const off = await targetAttainment(warehouse, asked, { targets });
  expect(off).toMatchObject({ set: 0, unknown: [{ metric: 'csat', reason: 'people_off' }] });
  const on = await targetAttainment(warehouse, asked, { targets, people: true });
  expect(on).toMatchObject({ set: 1, met: 1 });
  await expect(targetAttainment(warehouse, { ...asked, by: 'agent' }, { targets })).rejects.toMatchObject({
    code: 'people_off',
  });
});

test('a target that cannot be told apart as asked is named, not dropped', async () => {
  const targets = [
    { metric: 'csat', value: 0.5 },
    { metric: 'uptime', value: 0.99 },
    { metric: 'adherence', value: 0.9 },
  ];
  const { unknown } = await targetAttainment(warehouse, { ...asked, by: 'team' }, { targets });
  expect(unknown.map(({ metric, reason }) => [metric, reason])).toEqual([
    ['adherence', 'no_data'],
    ['uptime', 'not_told_apart'],
  ]);
});

test('a target without a figure is neither met nor missed', async () => {
  const found = await targetAttainment(warehouse, asked, { targets: [{ metric: 'occupancy', value: 0.8 }] });
  expect(found).toMatchObject({ set: 0, unknown: [{ metric: 'occupancy', reason: 'no_shifts_loaded' }] });
});
