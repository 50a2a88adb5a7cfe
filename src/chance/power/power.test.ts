import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanPower, meanSize } from './mean-power.ts';
import { npsSizeForMargin, shareSizeForMargin } from './precision-size.ts';
import { sharePower, shareSize, shareSizeByArcsine } from './share-power.ts';
import { smallestSize } from './smallest-size.ts';

/** fast-check's own doubles are even over their bits: nearly all of those between 0 and 1 are nearly 0. */
const evenly = (low: number, high: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => low + ((high - low) * step) / 1_000_000);

const CSAT = { p1: 0.85, p2: 0.88 };

test('answers to see a satisfaction of 85 % become 88 %', () => {
  expect(shareSize(CSAT)).toBeCloseTo(2035.60497, 4);
  expect(shareSizeByArcsine(CSAT)).toBeCloseTo(2030.97482, 2);
  expect(sharePower(CSAT, 1000)).toBeCloseTo(0.501232251, 8);
  expect([shareSize({ p1: 0.5, p2: 0.5 }), shareSizeByArcsine({ p1: 0.5, p2: 0.5 })]).toEqual([NaN, NaN]);
});

test('the size has the power it was asked for', () => {
  const share = evenly(0.05, 0.95);
  fc.assert(
    fc.property(share, share, evenly(0.5, 0.99), (p1, p2, power) => {
      fc.pre(Math.abs(p1 - p2) > 0.01);
      expect(sharePower({ p1, p2 }, shareSize({ p1, p2, power }))).toBeCloseTo(power, 9);
      expect(shareSize({ p1, p2, power })).toBeCloseTo(shareSize({ p1: p2, p2: p1, power }), 4);
    }),
  );
});

test('rows to see means differ: the textbook’s twenty-two', () => {
  expect(meanPower({ difference: 1, deviation: 1 }, 20)).toBeCloseTo(0.868953, 5);
  expect(meanSize({ difference: 1, deviation: 1, power: 0.9 })).toBeCloseTo(22.0211, 3);
  expect(meanSize({ difference: 0, deviation: 1 })).toBe(Infinity);
});

test('answers for a margin, all of them where few are there to ask', () => {
  expect(shareSizeForMargin({ margin: 0.03 })).toBe(1068);
  expect(shareSizeForMargin({ margin: 0.03, population: 2000 })).toBe(697);
  expect(shareSizeForMargin({ p: 0.9, margin: 0.03, level: 0.9 })).toBe(271);
  expect(npsSizeForMargin({ promoters: 0.5, detractors: 0.2, margin: 5 })).toBe(938);
  expect(npsSizeForMargin({ promoters: 0.5, detractors: 0.2, margin: 5, population: 938 })).toBe(470);
});

test('the smallest size is found, or there is none', () => {
  expect(smallestSize((n) => 1 - 1 / n, 0.8)).toBeCloseTo(5, 10);
  expect(smallestSize(() => 1, 0.8)).toBe(2);
  expect(smallestSize(() => 0, 0.8)).toBe(Infinity);
});
