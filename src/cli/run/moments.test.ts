import { expect, test } from 'vitest';
import { isDue, nextMoment } from './moments.ts';

const morning = { kind: 'at', times: ['06:00', '18:00'], zone: 'Europe/Rome' } as const;
const quarter = { kind: 'every', seconds: 900 } as const;
const at = (now: string, last: string | null) => ({ now: new Date(now), last });

test('what was never looked after is due', () => {
  expect(isDue(morning, at('2025-11-03T00:00:00Z', null))).toBe(true);
  expect(isDue(quarter, at('2025-11-03T00:00:00Z', null))).toBe(true);
});

test('a time of day is due once, on the clocks of its zone', () => {
  expect(isDue(morning, at('2025-11-03T04:59:59Z', '2025-11-02T17:00:05Z'))).toBe(false);
  expect(isDue(morning, at('2025-11-03T05:00:00Z', '2025-11-02T17:00:05Z'))).toBe(true);
  expect(isDue(morning, at('2025-11-03T05:00:30Z', '2025-11-03T05:00:00Z'))).toBe(false);
});

test('days that nobody was running are made up for once', () => {
  expect(isDue(morning, at('2025-11-10T09:00:00Z', '2025-11-03T05:00:00Z'))).toBe(true);
  expect(isDue(morning, at('2025-11-10T09:00:10Z', '2025-11-10T09:00:00Z'))).toBe(false);
});

test('the next moment is known, also over a night in which the clocks change', () => {
  const night = at('2025-10-25T20:00:00Z', '2025-10-25T16:00:00Z');
  expect(new Date(nextMoment(morning, night)).toISOString()).toBe('2025-10-26T05:00:00.000Z');
  const last = '2025-11-03T05:00:00.000Z';
  expect(new Date(nextMoment(quarter, at('2025-11-03T05:01:00Z', last))).toISOString()).toBe(
    '2025-11-03T05:15:00.000Z',
  );
});
