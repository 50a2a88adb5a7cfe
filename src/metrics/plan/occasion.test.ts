import { expect, test } from 'vitest';
import type { Question } from '../question.ts';
import { occasions } from './occasion.ts';

const question = (more: Partial<Question>): Question => ({
  asks: [],
  period: { from: '2025-05-01', to: '2025-06-01' },
  zone: 'UTC',
  by: [],
  where: [],
  rules: {},
  compare: ['previous', 'last_year'],
  ...more,
});
const span = { first: '2023-01-01', last: '2025-05-14' };
const told = (asked: Question, data: typeof span | null = span) =>
  occasions(asked, data).map(({ window, bases }) => [
    window.key,
    ...bases.map((base) => base.window?.key ?? base.missing),
  ]);

test('a month that is not over is cut at the end of the data, and its bases to as many days', () => {
  expect(told(question({}))).toEqual([
    ['2025-05-01/2025-05-15', '2025-04-01/2025-04-15', '2024-05-01/2024-05-15'],
  ]);
});

test('a month that is over is compared with whole months', () => {
  const period = { from: '2025-04-01', to: '2025-05-01' };
  expect(told(question({ period }))).toEqual([
    ['2025-04-01/2025-05-01', '2025-03-01/2025-04-01', '2024-04-01/2024-05-01'],
  ]);
});

test('other periods are compared with as many days before, and with the same weekdays last year', () => {
  const period = { from: '2025-05-05', to: '2025-05-12' };
  expect(told(question({ period }))).toEqual([
    ['2025-05-05/2025-05-12', '2025-04-28/2025-05-05', '2024-05-06/2024-05-13'],
  ]);
});

test('slices end with the data; the last one is compared with the same part of the one before', () => {
  const asked = question({
    period: { from: '2025-04-01', to: '2026-01-01' },
    grain: 'month',
    compare: ['previous'],
  });
  expect(told(asked)).toEqual([
    ['2025-04-01/2025-05-01', '2025-03-01/2025-04-01'],
    ['2025-05-01/2025-05-15', '2025-04-01/2025-04-15'],
  ]);
});

test('a slice that the question cuts at its start has nothing like it', () => {
  const period = { from: '2025-05-07', to: '2025-05-15' };
  expect(told(question({ period, grain: 'week', compare: ['previous'] }))).toEqual([
    ['2025-05-07/2025-05-12', 'partial_period'],
    ['2025-05-12/2025-05-15', '2025-05-05/2025-05-08'],
  ]);
});

test('all time has no earlier period; without any data it has no slices', () => {
  expect(told(question({ period: 'all' }))).toEqual([['all', 'no_earlier_period', 'no_earlier_period']]);
  expect(told(question({ period: 'all', grain: 'day' }), null)).toEqual([]);
});
