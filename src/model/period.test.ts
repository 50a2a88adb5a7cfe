import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Period, parsePeriod } from './period.ts';

test('periods as people type them', () => {
  const read = ['2025', '2025-Q1', '2025q4', '2025-03', '2024-02-29', '2025-03..2025-05'].map(parsePeriod);
  expect(read).toEqual([
    { from: '2025-01-01', to: '2026-01-01' },
    { from: '2025-01-01', to: '2025-04-01' },
    { from: '2025-10-01', to: '2026-01-01' },
    { from: '2025-03-01', to: '2025-04-01' },
    { from: '2024-02-29', to: '2024-03-01' },
    { from: '2025-03-01', to: '2025-06-01' },
  ]);
});

/** From the calendar: 1 January 2021 was a Friday, of week 53 of 2020; 30 December 2024 a Monday, of week 1 of 2025. */
test('weeks are numbered as ISO 8601 numbers them', () => {
  expect(parsePeriod('2020-W53')).toEqual({ from: '2020-12-28', to: '2021-01-04' });
  expect(parsePeriod('2025-W01')).toEqual({ from: '2024-12-30', to: '2025-01-06' });
  expect(parsePeriod('2025w10')).toEqual({ from: '2025-03-03', to: '2025-03-10' });
  expect(parsePeriod('2025-W10..2025-W12')).toEqual({ from: '2025-03-03', to: '2025-03-24' });
  for (const none of ['2025-W00', '2025-W53', '2025-W99', '2025-W']) {
    expect(() => parsePeriod(none)).toThrow(/2025-W10/);
  }
});

test('week follows week, and the last of a year is followed by the first of the next', () => {
  const weekOf = (year: number, week: number): Period | null => {
    try {
      return parsePeriod(`${year}-W${week}`) as Period;
    } catch {
      return null;
    }
  };
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 52 }), (year, week) => {
      const next = weekOf(year, week + 1) ?? weekOf(year + 1, 1);
      expect(weekOf(year, week)?.to).toBe(next?.from);
    }),
  );
});
