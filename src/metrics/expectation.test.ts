import { expect, test } from 'vitest';
import { expectationKept } from './expectation.ts';

const effect = (difference: number, low: number, high: number, verdict: 'signal' | 'cannot_tell_yet') => ({
  verdict: {
    difference,
    interval: { low, high, level: 0.95, method: 'm' },
    verdict,
    p: 0.01,
    smallest: 0.1,
    n: 20,
    method: 'm',
    looks: 1,
    moreNeeded: null,
  },
});

test('what came is in line with what was expected unless all of its interval is not', () => {
  const down = { direction: 'down', size: 0.25 } as const;
  expect(expectationKept(down, effect(-0.4, -0.51, -0.26, 'signal'))).toBe('kept');
  expect(expectationKept(down, effect(-0.2, -0.3, -0.1, 'signal'))).toBe('kept');
  expect(expectationKept(down, effect(-0.12, -0.2, -0.04, 'signal'))).toBe('short');
  expect(expectationKept(down, effect(0.3, 0.1, 0.5, 'signal'))).toBe('opposite');
  expect(expectationKept(down, effect(-0.05, -0.3, 0.2, 'cannot_tell_yet'))).toBe('open');
  expect(expectationKept(down, effect(0.02, -0.1, 0.14, 'cannot_tell_yet'))).toBe('short');
  expect(expectationKept({ direction: 'up', size: null }, effect(0.1, 0.05, 0.15, 'signal'))).toBe('kept');
});
