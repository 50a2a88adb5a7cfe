import { expect, test } from 'vitest';
import { italianHolidays } from './holidays.ts';

test('Easter Monday moves, the ten others stand still', () => {
  expect(italianHolidays(2025)).toEqual([
    '2025-01-01',
    '2025-01-06',
    '2025-04-21',
    '2025-04-25',
    '2025-05-01',
    '2025-06-02',
    '2025-08-15',
    '2025-11-01',
    '2025-12-08',
    '2025-12-25',
    '2025-12-26',
  ]);
  expect(italianHolidays(2024)).toContain('2024-04-01');
  expect(italianHolidays(2027)).toContain('2027-03-29');
});
