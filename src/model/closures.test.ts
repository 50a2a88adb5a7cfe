import { expect, test } from 'vitest';
import { type Closures, closures } from './closures.ts';
import { publicHolidays } from './public-holidays.ts';

const office = {
  zone: 'UTC',
  hours: { mon: ['09:00-17:00'], tue: ['09:00-17:00'] },
  holidays: ['2025-03-04'],
};
const saturday = { zone: 'UTC', hours: { sat: ['09:00-12:00'] }, holidays: [] };
const march = (...calendars: readonly (typeof office | typeof saturday)[]): Closures =>
  closures(calendars, '2025-03-01', '2025-04-01');

test('weekdays that never open are told as such, holidays by date', () => {
  expect(march(office)).toEqual({ weekdays: [3, 4, 5, 6, 7], dates: ['2025-03-04'] });
});

test('a day is closed only where no calendar opens', () => {
  expect(march(office, saturday)).toEqual({ weekdays: [3, 4, 5, 7], dates: ['2025-03-04'] });
});

test('without a calendar nothing is known to be closed', () => {
  expect(march()).toEqual({ weekdays: [], dates: [] });
});

test('holidays of a region are its country’s and its own', () => {
  expect(publicHolidays('DE', 2025).has('2025-01-06')).toBe(false);
  expect(publicHolidays('DE-BY', 2025).has('2025-01-06')).toBe(true);
  expect(publicHolidays('DE-BY', 2025).has('2025-10-03')).toBe(true);
});
