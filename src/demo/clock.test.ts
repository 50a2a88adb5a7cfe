import { expect, test } from 'vitest';
import { clockOf } from './clock.ts';

const clock = clockOf('2025-01-01', '2026-01-01');
const dayNamed = (date: string): number => clock.days.findIndex((day) => day.date === date);
const iso = (t: number): string => new Date((clock.zero + t) * 1000).toISOString();
const instant = (text: string): number => Date.parse(text) / 1000 - clock.zero;

test('a local time of day is the right instant in winter, in summer and on the days between', () => {
  const eight = (date: string): string => iso(clock.at(dayNamed(date), 8 * 3600));
  expect(eight('2025-03-29')).toBe('2025-03-29T07:00:00.000Z');
  expect(eight('2025-03-30')).toBe('2025-03-30T06:00:00.000Z');
  expect(eight('2025-10-25')).toBe('2025-10-25T06:00:00.000Z');
  expect(eight('2025-10-26')).toBe('2025-10-26T07:00:00.000Z');
});

test('local time, day and offset of an instant agree with the platform through the whole year', () => {
  const zone = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Rome',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  for (let t = clock.days[0]?.start ?? 0; t < clock.end; t += 3 * 3600 + 1777) {
    const [date = '', time = ''] = zone.format((clock.zero + t) * 1000).split(' ');
    const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
    expect(clock.days[clock.dayOf(t)]?.date).toBe(date);
    expect(clock.secondOfDay(t)).toBe(hour * 3600 + minute * 60 + second);
    expect(iso(t + clock.offset(t)).slice(11, 19)).toBe(time);
  }
});

test('business time skips nights, Sundays and holidays', () => {
  const after = (from: string, hours: number): string => iso(clock.addBusiness(instant(from), hours * 3600));
  expect(after('2025-02-03T08:00:00Z', 2)).toBe('2025-02-03T10:00:00.000Z');
  expect(after('2025-02-03T16:30:00Z', 1)).toBe('2025-02-04T07:30:00.000Z');
  expect(after('2025-02-08T11:00:00Z', 2)).toBe('2025-02-10T08:00:00.000Z');
  expect(after('2025-04-19T12:00:00Z', 1)).toBe('2025-04-22T07:00:00.000Z');
});

test('the desk is open on working days and on Saturday mornings', () => {
  expect(clock.isOpen(instant('2025-02-03T07:00:00Z'))).toBe(true);
  expect(clock.isOpen(instant('2025-02-03T17:00:00Z'))).toBe(false);
  expect(clock.isOpen(instant('2025-02-08T11:59:59Z'))).toBe(true);
  expect(clock.isOpen(instant('2025-02-09T10:00:00Z'))).toBe(false);
  expect(clock.isOpen(instant('2025-05-01T10:00:00Z'))).toBe(false);
});
