import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../model/index.ts';
import { dispersion } from './dispersion.ts';
import { weekdayCells } from './weekday-cells.ts';

const days = (counts: readonly number[]) => {
  const dated = counts.map((count, i) => ({ date: addDays('2025-03-03', i), count }));
  return weekdayCells(dated, '2025-03-03').map((cell) => cell.map(({ count }) => count));
};

test('a pure weekly pattern is no noise', () => {
  const counts = Array.from({ length: 56 }, (_, i) => (i % 7 < 5 ? 100 : 10));
  expect(dispersion(days(counts))).toBe(1);
});

test('worked by hand: two levels on each weekday, 80 and 120 in turn', () => {
  // μ = 100, each day off by 20: (20²/100) × 28 days over 28 − 7 degrees of freedom = 112 / 21.
  const counts = Array.from({ length: 28 }, (_, i) => (Math.floor(i / 7) % 2 === 0 ? 80 : 120));
  expect(dispersion(days(counts))).toBeCloseTo(112 / 21, 12);
});

test('a lasting change of level between blocks of four weeks is no noise either', () => {
  const counts = Array.from({ length: 56 }, (_, i) => (i < 28 ? 50 : 150));
  expect(dispersion(days(counts))).toBe(1);
});

test('a week is too short to tell noise from the weekly pattern', () => {
  expect(dispersion(days([1, 2, 3, 4, 5, 6, 7]))).toBeNull();
});

test('it is never below 1', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 90 }), (counts) => {
      const found = dispersion(days(counts));
      expect(found === null || found >= 1).toBe(true);
    }),
  );
});
