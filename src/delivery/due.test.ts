import { expect, test } from 'vitest';
import { occasions } from './due.ts';
import type { Schedule } from './schedule.ts';

const monthly: Schedule = {
  name: 'monthly',
  template: 'whole-picture',
  every: 'month',
  workingDay: 1,
  at: '08:00',
  zone: 'Europe/Rome',
  recipients: [],
};
const weekday = (date: string): boolean => ![0, 6].includes(new Date(date).getUTCDay());
const never = (): boolean => false;

test('the month that ended is due on the first working day after it, at the local hour', () => {
  // 1 March 2025 is a Saturday.
  const { due, next } = occasions(monthly, new Date('2025-03-03T07:00:00Z'), weekday);
  expect(due).toEqual({ period: { from: '2025-02-01', to: '2025-03-01' }, at: '2025-03-03T07:00:00Z' });
  expect(next).toEqual({ period: { from: '2025-03-01', to: '2025-04-01' }, at: '2025-04-01T06:00:00Z' });
});

test('a minute before, the month before it is still the newest that is due', () => {
  const { due, next } = occasions(monthly, new Date('2025-03-03T06:59:00Z'), weekday);
  expect(due.period.from).toBe('2025-01-01');
  expect(next.period.from).toBe('2025-02-01');
});

test('a day’s report falls due on the next working day', () => {
  const daily: Schedule = { ...monthly, every: 'day' };
  const { due } = occasions(daily, new Date('2025-03-03T12:00:00Z'), weekday);
  expect(due.period.from).toBe('2025-03-02');
});

test('a calendar that is never open does not keep a report forever', () => {
  expect(occasions({ ...monthly, workingDay: 3 }, new Date('2025-03-20T12:00:00Z'), never).due.at).toBe(
    '2025-03-03T07:00:00Z',
  );
});
