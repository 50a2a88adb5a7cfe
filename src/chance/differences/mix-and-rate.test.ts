import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mixAndRate, type Portion, type TwoPortions } from './mix-and-rate.ts';

const anyPortion = fc.record({
  weight: fc.integer({ min: 1, max: 1_000_000 }),
  value: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
});
const anyParts = fc
  .array(
    fc.record({ now: fc.option(anyPortion, { nil: null }), before: fc.option(anyPortion, { nil: null }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .filter((parts) => parts.some(({ now }) => now !== null) && parts.some(({ before }) => before !== null));

const meanOf = (portions: readonly (Portion | null)[]): number => {
  const known = portions.filter((each) => each !== null);
  const weight = known.reduce((sum, each) => sum + each.weight, 0);
  return known.reduce((sum, each) => sum + each.weight * each.value, 0) / weight;
};

const sumOf = (parts: readonly TwoPortions[]): number =>
  mixAndRate(parts).reduce((sum, { rate, mix }) => sum + rate + mix, 0);

test('all effects together are the difference, whatever the parts', () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const difference = meanOf(parts.map(({ now }) => now)) - meanOf(parts.map(({ before }) => before));
      expect(Math.abs(sumOf(parts) - difference)).toBeLessThan(1e-9 * 1e5 * parts.length);
    }),
  );
});

test('the other way round every effect has the other sign', () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const there = mixAndRate(parts);
      const back = mixAndRate(parts.map(({ now, before }) => ({ now: before, before: now })));
      for (const [i, { rate, mix }] of there.entries()) {
        expect(Math.abs(rate + (back[i]?.rate ?? Number.NaN))).toBeLessThan(1e-6);
        expect(Math.abs(mix + (back[i]?.mix ?? Number.NaN))).toBeLessThan(1e-6);
      }
    }),
  );
});

test('the same work served the same is all mix; the same mix served differently is all rate', () => {
  const grown = mixAndRate([
    { now: { weight: 50, value: 0.9 }, before: { weight: 75, value: 0.9 } },
    { now: { weight: 50, value: 0.5 }, before: { weight: 25, value: 0.5 } },
  ]);
  expect(grown.map(({ rate }) => Math.abs(rate))).toEqual([0, 0]);
  expect(grown.reduce((sum, { mix }) => sum + mix, 0)).toBeCloseTo(-0.1, 12);
  const worse = mixAndRate([
    { now: { weight: 50, value: 0.8 }, before: { weight: 100, value: 0.9 } },
    { now: { weight: 50, value: 0.5 }, before: { weight: 100, value: 0.5 } },
  ]);
  expect(worse.map(({ mix }) => Math.abs(mix))).toEqual([0, 0]);
  expect(worse[0]?.rate).toBeCloseTo(-0.05, 12);
});

test('a part that is new has no rate effect', () => {
  const [, added] = mixAndRate([
    { now: { weight: 50, value: 1 }, before: { weight: 50, value: 1 } },
    { now: { weight: 50, value: 0 }, before: null },
  ]);
  expect(added?.rate).toBe(0);
  expect(added?.shareNow).toBe(0.5);
});

test('nothing on one side: nothing to split', () => {
  expect(mixAndRate([{ now: { weight: 5, value: 1 }, before: null }])).toEqual([
    { rate: 0, mix: 0, shareNow: 0, shareBefore: 0 },
  ]);
});
