import { expect, test } from 'vitest';
import { addDays } from '../../model/index.ts';
import { sharedLuck } from './shared-luck.ts';
import type { Sums } from './tally-statement.ts';
import { weekdayCells } from './weekday-cells.ts';

const first = '2025-03-03';
const cells = (days: readonly { readonly date: string; readonly sums: Sums }[]) =>
  weekdayCells(days, first).map((cell) => cell.map(({ sums }) => sums));
const shares = (hits: readonly number[], n = 20) =>
  hits.map((each, i) => ({ date: addDays(first, i), sums: { n, hits: each } }));

test('days alike in all are no noise', () => {
  expect(sharedLuck(cells(shares(new Array<number>(56).fill(2))))).toBe(1);
});

test('a pure weekly pattern is no noise', () => {
  expect(sharedLuck(cells(shares(Array.from({ length: 56 }, (_, i) => (i % 7 === 0 ? 8 : 2)))))).toBe(1);
});

test('worked by hand: on each weekday half the days lose all and half lose none', () => {
  // Usual ½; a day of 20 is off by ½: 20 × ¼ × 28 days ÷ 21 degrees between, and nothing within a day.
  const days = shares(Array.from({ length: 28 }, (_, i) => (Math.floor(i / 7) % 2 === 0 ? 0 : 20)));
  expect(sharedLuck(cells(days))).toBeNull();
  // Five and fifteen of twenty: 20 × 1/16 × 28 ÷ 21 between; 28 × 20 × 3/16 ÷ (553 − 21) within.
  const mild = shares(Array.from({ length: 28 }, (_, i) => (Math.floor(i / 7) % 2 === 0 ? 5 : 15)));
  expect(sharedLuck(cells(mild))).toBeCloseTo((20 * 28) / 16 / 21 / ((28 * 20 * 3) / 16 / (553 - 21)), 12);
});

test('means are held against the spread of single rows', () => {
  const days = Array.from({ length: 28 }, (_, i) => {
    const mean = Math.floor(i / 7) % 2 === 0 ? 10 : 14;
    return { date: addDays(first, i), sums: { n: 10, sum: 10 * mean, squares: 10 * (mean * mean + 4) } };
  });
  // Between: 10 × 2² × 28 ÷ 21; within: 28 × 10 × 4 ÷ (273 − 21).
  expect(sharedLuck(cells(days))).toBeCloseTo((10 * 4 * 28) / 21 / ((28 * 10 * 4) / (273 - 21)), 12);
});

test('a week is too short, and days without rows say nothing', () => {
  expect(sharedLuck(cells(shares([1, 2, 3, 4, 5, 6, 7])))).toBeNull();
  expect(sharedLuck(cells(shares(new Array<number>(28).fill(0), 0)))).toBeNull();
});
