import { expect, test } from 'vitest';
import { rates, readRates } from './rates.ts';

test('a rate may be told by the minute, and for some teams or channels only', () => {
  const read = readRates(
    rates.parse({ currency: 'EUR', work: [{ per_hour: 34, team: 'Gear Lab' }, { per_minute: 0.5 }] }),
  );
  expect(read).toEqual({ currency: 'EUR', hourly: [{ perHour: 34, team: 'Gear Lab' }, { perHour: 30 }] });
});

test('a rate without an amount, with two, or in no currency is refused', () => {
  for (const work of [[{ team: 'Gear Lab' }], [{ per_hour: 30, per_minute: 1 }], []])
    expect(rates.safeParse({ currency: 'EUR', work }).success).toBe(false);
  expect(rates.safeParse({ currency: 'euro', work: [{ per_hour: 30 }] }).success).toBe(false);
});
