import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanFunnel, overDispersion, rateFunnel, shareFunnel } from './funnel-plot.ts';
import { standings } from './ranks.ts';

/** fast-check's own doubles are even over their bits: nearly all of those between 0 and 1 are nearly 0. */
const evenly = (low: number, high: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => low + ((high - low) * step) / 1_000_000);

test('the funnel narrows with size and holds its target', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 2000 }), evenly(0.1, 0.9), (n, target) => {
      const [small, large] = [shareFunnel(n, target), shareFunnel(n * 8, target)];
      expect(small.low).toBeLessThanOrEqual(target);
      expect(small.high).toBeGreaterThanOrEqual(target);
      expect(large.high - large.low).toBeLessThan(small.high - small.low + 1e-9);
    }),
    { numRuns: 60 },
  );
});

test('a hundred answers at 0.87 lie within 0.795 and 0.928', () => {
  const { low, high } = shareFunnel(100, 0.87);
  expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.795', '0.928']);
  expect(rateFunnel(10, 0.0001).low).toBe(0);
  expect(meanFunnel(1, 5)).toEqual({ low: expect.closeTo(3.04, 2), high: expect.closeTo(6.96, 2) });
});

test('groups on their target are not over-dispersed', () => {
  expect(overDispersion([5, 5, 5], [1, 1, 1], 5)).toMatchObject({ phi: 0, present: false, between: 0 });
});

test('a spread twice that of chance is found, and each group is judged by it', () => {
  const values = Array.from({ length: 40 }, (_, i) => (i % 2 ? 2 : -2));
  const { phi, present, between, additive, multiplicative } = overDispersion(
    values,
    values.map(() => 1),
    0,
  );
  expect(phi).toBe(4);
  expect(present).toBe(true);
  expect(between).toBeCloseTo((40 * 4 - 39) / 39, 12);
  expect(multiplicative[0]).toBe(-1);
  expect(Math.abs(additive[0] ?? 9)).toBeCloseTo(2 / Math.sqrt(1 + 121 / 39), 12);
});

test('winsorising keeps one wild group from excusing all others', () => {
  const values = [...Array.from({ length: 19 }, (_, i) => Math.sin(i * 5)), 50];
  const errors = values.map(() => 1);
  expect(overDispersion(values, errors, 0).phi).toBeLessThan(
    overDispersion(values, errors, 0, { winsorise: 0 }).phi / 10,
  );
});

test('far apart groups have their ranks for certain', () => {
  const [first, second] = standings([
    { value: 9, deviation: 0.1 },
    { value: 1, deviation: 0.1 },
  ]);
  expect(first).toEqual({ expected: 1, low: 1, high: 1, first: 1, aboveMiddle: 1 });
  expect(second).toMatchObject({ expected: 2, aboveMiddle: 0 });
});

test('groups that cannot be told apart may have any rank', () => {
  const ranks = standings(Array.from({ length: 5 }, () => ({ value: 0, deviation: 1 })));
  for (const { expected, low, high, aboveMiddle } of ranks) {
    expect(expected).toBeCloseTo(3, 0);
    expect([low, high]).toEqual([1, 5]);
    expect(aboveMiddle).toBeCloseTo(0.5, 1);
  }
  expect(ranks.reduce((sum, { first }) => sum + first, 0)).toBeCloseTo(1, 12);
});

test('the same seed gives the same standing', () => {
  const beliefs = [1, 2, 3].map((value) => ({ value, deviation: 1 }));
  expect(standings(beliefs, { seed: 5 })).toEqual(standings(beliefs, { seed: 5 }));
  expect(standings(beliefs, { seed: 5 })).not.toEqual(standings(beliefs, { seed: 6 }));
});
