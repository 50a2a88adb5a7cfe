import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, startOfDay, startsOfDays } from './time.ts';

/** Clocks that change at night, at midnight, by half an hour, by a day, and more often than twice a year. */
const zones = [
  'UTC',
  'Europe/Rome',
  'America/Sao_Paulo',
  'America/Havana',
  'America/Nuuk',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kwajalein',
];

test('the days of a stretch begin when each begins by itself', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 13_000 }),
      fc.integer({ min: 0, max: 250 }),
      (zone, days, length) => {
        const from = addDays('1990-01-01', days);
        const starts = startsOfDays(zone, from, addDays(from, length));
        for (let i = -3; i <= length + 3; i++) {
          const date = addDays(from, i);
          expect([date, starts(date)]).toEqual([date, startOfDay(date, zone)]);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a day that was left out begins when the next one does', () => {
  const starts = startsOfDays('Pacific/Apia', '2011-12-01', '2012-01-31');
  for (const date of ['2011-12-29', '2011-12-30', '2011-12-31', '2012-01-01', '2012-01-05'])
    expect([date, starts(date)]).toEqual([date, startOfDay(date, 'Pacific/Apia')]);
});
