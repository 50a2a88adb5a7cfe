import { expect, test } from 'vitest';
import { figure } from './testing.ts';
import { whereFrom } from './where-from.ts';

const total = figure({ value: 0.8, n: 200 }, { before: 0.9, nBefore: 200 });
const part = (
  category: string,
  value: number,
  n: number,
  before: number,
  nBefore: number,
  among: 'signal' | null = null,
) => figure({ segment: { category }, value, n }, { before, nBefore, among });

test('a fall that happened in one category is told there, as a matter of how it was served', () => {
  const parts = [part('Billing', 0.7, 100, 0.9, 100, 'signal'), part('Returns', 0.9, 100, 0.9, 100)];
  expect(whereFrom(total, parts, ['category'])).toMatchObject({
    effect: 'rate',
    segment: { category: 'Billing' },
    part: 1,
  });
});

test('a fall because a hard category grew is told as another mix of work', () => {
  const hard = part('Hard', 0.6, 150, 0.6, 50);
  const easy = part('Easy', 1, 50, 1, 150);
  const fell = figure({ value: 0.7, n: 200 }, { before: 0.9, nBefore: 200 });
  expect(whereFrom(fell, [hard, easy], ['category'])?.effect).toBe('mix');
});

test('a segment that did not change by more than chance is never blamed', () => {
  const parts = [part('Billing', 0.7, 100, 0.9, 100), part('Returns', 0.9, 100, 0.9, 100)];
  expect(whereFrom(total, parts, ['category'])).toBeNull();
});

test('counts are split by their own differences', () => {
  const grew = figure({ unit: 'count', stat: 'count', value: 300 }, { before: 200 });
  const parts = [
    figure({ unit: 'count', segment: { channel: 'phone' }, value: 190 }, { before: 100 }),
    figure({ unit: 'count', segment: { channel: 'email' }, value: 110 }, { before: 100 }),
  ];
  expect(whereFrom(grew, parts, ['channel'])).toMatchObject({ segment: { channel: 'phone' }, part: 0.9 });
});
