import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessClock, businessSeconds, businessSecondsAcross } from './business-seconds.ts';
import { type Calendar, openings } from './calendar.ts';
import { calendarDays } from './calendar-days.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;
const minutes = (calendar: Calendar, from: string, to: string): number =>
  businessSeconds(businessClock(openings(calendar, at(from) - 86_400, at(to) + 86_400)), at(from), at(to)) /
  60;

const office: Calendar = {
  zone: 'Europe/Rome',
  hours: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['09:00-13:00', '14:00-18:00']]),
  ),
  holidays: ['2025-04-25'],
};

test('a working day counts its hours without the lunch break', () => {
  expect(minutes(office, '2025-01-15T00:00:00Z', '2025-01-16T00:00:00Z')).toBe(480);
});

test('nights, weekends and holidays count nothing', () => {
  expect(minutes(office, '2025-01-17T17:00:00Z', '2025-01-20T08:00:00Z')).toBe(0);
  expect(minutes(office, '2025-04-24T22:00:00Z', '2025-04-25T22:00:00Z')).toBe(0);
});

test('an exception gives a date hours of its own, also on a holiday', () => {
  const calendar = { ...office, exceptions: { '2025-04-25': ['10:00-12:00'] } };
  expect(minutes(calendar, '2025-04-24T22:00:00Z', '2025-04-25T22:00:00Z')).toBe(120);
});

test('a version holds from its date on and leaves the time before as it was', () => {
  const later = { from: '2025-02-01', hours: { mon: ['09:00-10:00'] }, holidays: [] };
  const calendar = { ...office, versions: [later] };
  expect(minutes(calendar, '2025-01-27T00:00:00Z', '2025-01-28T00:00:00Z')).toBe(480);
  expect(minutes(calendar, '2025-02-03T00:00:00Z', '2025-02-04T00:00:00Z')).toBe(60);
});

test('a night in which clocks go forward is an hour shorter, one in which they go back an hour longer', () => {
  const always = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['22:00-06:00']]);
  const nights: Calendar = { zone: 'Europe/Rome', hours: Object.fromEntries(always), holidays: [] };
  expect(minutes(nights, '2025-03-29T20:00:00Z', '2025-03-30T10:00:00Z')).toBe(7 * 60);
  expect(minutes(nights, '2025-10-25T19:00:00Z', '2025-10-26T10:00:00Z')).toBe(9 * 60);
});

test('a day around the clock has 23 and 25 hours when clocks change', () => {
  const sundays: Calendar = { zone: 'Europe/Rome', hours: { sun: ['00:00-24:00'] }, holidays: [] };
  expect(minutes(sundays, '2025-03-29T12:00:00Z', '2025-03-31T12:00:00Z')).toBe(23 * 60);
  expect(minutes(sundays, '2025-10-25T12:00:00Z', '2025-10-27T12:00:00Z')).toBe(25 * 60);
});

test('overlapping intervals count once', () => {
  const calendar: Calendar = { zone: 'UTC', hours: { wed: ['09:00-12:00', '11:00-13:00'] }, holidays: [] };
  expect(minutes(calendar, '2025-01-15T00:00:00Z', '2025-01-16T00:00:00Z')).toBe(240);
});

describe('a case that moves from Chicago to San Francisco', () => {
  const week = ['mon', 'tue', 'wed', 'thu', 'fri'];
  const chicago: Calendar = {
    zone: 'UTC',
    hours: Object.fromEntries([...week, 'sat', 'sun'].map((day) => [day, ['12:00-02:00']])),
    holidays: [],
  };
  const sanFrancisco: Calendar = {
    zone: 'UTC',
    hours: Object.fromEntries(week.map((day) => [day, ['15:00-00:30']])),
    holidays: [],
  };
  const created = at('2025-01-14T17:01:38Z');
  const moved = at('2025-01-15T19:01:25Z');
  const answered = at('2025-01-15T19:01:46Z');
  const clock = (calendar: Calendar) =>
    businessClock(openings(calendar, created - 86_400, answered + 86_400));
  const spells = [
    { from: created, clock: clock(chicago) },
    { from: moved, clock: clock(sanFrancisco) },
  ];

  test('counts 960.1333 minutes where each calendar counts its own time', () => {
    expect(businessSecondsAcross(spells, created, answered) / 60).toBeCloseTo(960.1333, 4);
  });
  test('counts 690.1333 minutes by the last calendar', () => {
    expect(businessSecondsAcross(spells, created, answered, 'the_last_one') / 60).toBeCloseTo(690.1333, 4);
  });
});

/** Open seconds counted quarter hour by quarter hour, from what the wall clock shows; another library's zones. */
function slowly(calendar: Calendar, from: number, to: number): number {
  const wall = new Intl.DateTimeFormat('en-CA', {
    timeZone: calendar.zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  let open = 0;
  for (let instant = from; instant < to; instant += 900) {
    const [date = '', clock = ''] = wall.format(instant * 1000).split(', ');
    if (showsOpen(calendar, date, clock)) open += 900;
  }
  return open;
}

function showsOpen(calendar: Calendar, date: string, clock: string): boolean {
  const yesterday = new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
  const within = (text: string, after: string): boolean => {
    const [start = '', end = ''] = text.split('-');
    if (end > start) return after === '' && clock >= start && clock < end;
    return after === '' ? clock >= start : clock < end;
  };
  return (
    hoursOf(calendar, date).some((text) => within(text, '')) ||
    hoursOf(calendar, yesterday).some((text) => within(text, 'yesterday'))
  );
}

function hoursOf(calendar: Calendar, date: string): readonly string[] {
  if (calendar.holidays.includes(date)) return [];
  const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
  return calendar.hours[names[new Date(date).getUTCDay()] ?? ''] ?? [];
}

const zones = Intl.supportedValuesOf('timeZone');
const quarter = fc.integer({ min: 0, max: 95 }).map((quarters) => {
  const hour = String(Math.floor(quarters / 4)).padStart(2, '0');
  return `${hour}:${String((quarters % 4) * 15).padStart(2, '0')}`;
});
const intervals = fc.array(
  fc
    .tuple(quarter, quarter)
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => `${from}-${to}`),
  { maxLength: 3 },
);
const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  zone: fc.constantFrom(...zones),
  hours: fc.record(
    Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, intervals])),
  ),
  holidays: fc.array(fc.constantFrom('2011-12-30', '2024-03-31', '2024-11-03', '2024-10-06'), {
    maxLength: 2,
  }),
});
/** Days around which clocks change somewhere, one of which Samoa left out altogether, and a plain one. */
const anyStart = fc
  .constantFrom(
    '2011-12-29',
    '2024-03-09',
    '2024-03-30',
    '2024-04-05',
    '2024-10-05',
    '2024-11-02',
    '2024-06-01',
  )
  .map(at);

test('any zone and hours count the same as the wall clock, quarter hour by quarter hour', () => {
  fc.assert(
    fc.property(anyCalendar, anyStart, (calendar, from) => {
      const to = from + 3 * 86_400;
      const clock = businessClock(openings(calendar, from - 86_400, to + 86_400));
      expect(businessSeconds(clock, from, to)).toBe(slowly(calendar, from, to));
    }),
    { numRuns: 300 },
  );
});

test('every time zone counts an office week with a clock change right', () => {
  for (const zone of zones) {
    const calendar = { ...office, zone, hours: { ...office.hours, sun: ['00:30-04:30'] } };
    for (const from of [at('2024-03-08'), at('2024-11-01')]) {
      const to = from + 4 * 86_400;
      const clock = businessClock(openings(calendar, from - 86_400, to + 86_400));
      expect([zone, businessSeconds(clock, from, to)]).toEqual([zone, slowly(calendar, from, to)]);
    }
  }
});

test('the table of days gives the same running total as the clock, at any instant', () => {
  fc.assert(
    fc.property(anyCalendar, anyStart, fc.integer({ min: 0, max: 259_199 }), (calendar, from, after) => {
      const clock = businessClock(openings(calendar, from, from + 3 * 86_400));
      const days = calendarDays(calendar, from, from + 3 * 86_400 - 1);
      const day = days[Math.floor(after / 86_400)];
      const today = (day?.openings ?? []).map(({ from: a, to: b }) =>
        Math.max(0, Math.min(after % 86_400, b) - a),
      );
      const total = (day?.before ?? Number.NaN) + today.reduce((sum, part) => sum + part, 0);
      expect(total).toBe(businessSeconds(clock, from, from + after));
    }),
  );
});
