import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../model/index.ts';
import type { Row, Warehouse } from '../warehouse/warehouse.ts';
import { didItWork } from './did-it-work.ts';
import type { Question } from './question.ts';
import { warehouseOf } from './testing.ts';

const monday = '2025-01-06';
const weeks = 24;

/** Cases of one category: `usual` a week with a wave on it, times `after` from the middle on; a season moves everyone. */
const cases = (category: string, usual: number, after: number): Row[] =>
  Array.from({ length: weeks }, (_, week) => {
    const season = week < weeks / 2 ? 1 : 1.5;
    const many = Math.round((usual + ((week * 5) % 7)) * season * (week < weeks / 2 ? 1 : after));
    return Array.from({ length: many }, (_, i) => ({
      id: `${category}/${week}/${i}`,
      category,
      opened_at: `${addDays(monday, 7 * week + (i % 7))}T10:00:00Z`,
    }));
  }).flat();

const change = (id: string, at: string, scope: string | null): Row => ({
  id,
  at,
  what: 'A help page',
  scope,
});

let warehouse: Warehouse;
beforeAll(async () => {
  const middle = `${addDays(monday, (7 * weeks) / 2)}T08:00:00Z`;
  warehouse = await warehouseOf(
    { case_facts: [...cases('invoice', 60, 0.5), ...cases('delivery', 80, 1), ...cases('fault', 50, 1)] },
    `${addDays(monday, 7 * weeks)}T00:00:00Z`,
    {
      changes: [
        change('page', middle, 'category=invoice'),
        change('poster', middle, 'category=delivery'),
        change('words', middle, 'everyone who writes'),
        change('new', `${addDays(monday, 7 * (weeks - 2))}T08:00:00Z`, 'category=invoice'),
      ],
    },
  );
});
afterAll(() => warehouse.close());

const opened: Question = {
  asks: [{ metric: 'cases_opened', stats: [] }],
  period: 'all',
  zone: 'UTC',
  by: [],
  where: [],
  rules: {},
  compare: [],
};
const asked = (id: string) => didItWork(warehouse, opened, { id });

test('half of the invoices are gone, the season left aside', async () => {
  const found = await asked('page');
  expect(found).toMatchObject({
    relative: true,
    weeks: { before: 12, after: 12 },
    comparison: { dimension: 'category', segments: ['delivery', 'fault'] },
    verdict: { verdict: 'signal' },
  });
  expect(found.verdict.difference).toBeCloseTo(-0.5, 1);
});

test('what changed nothing is not credited with the season', async () => {
  const page = { ...opened, where: [{ dimension: 'category', values: ['delivery', 'fault'] }] };
  const { verdict } = await didItWork(warehouse, page, { id: 'poster' });
  expect(verdict.verdict).not.toBe('signal');
  expect(Math.abs(verdict.difference)).toBeLessThan(0.1);
});

test('a scope in words is held against its own past, and says so', async () => {
  expect((await asked('words')).comparison).toBeNull();
});

test('two weeks are too few, and an unknown change names those there are', async () => {
  await expect(asked('new')).rejects.toMatchObject({ code: 'change_too_young' });
  await expect(asked('nothing')).rejects.toThrow('page (A help page)');
});
