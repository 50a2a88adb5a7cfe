import { expect, test } from 'vitest';
import { npsSizeForMargin, shareSizeForMargin } from './precision-size.ts';
import { sharePower, shareSizeByArcsine } from './share-power.ts';
import { sizeFor } from './size-for.ts';
import { smallestSize } from './smallest-size.ts';

const Z = 1.959963984540054;

test('a share may become all or nothing, but no more', () => {
  const known = { kind: 'share', from: 0.75 } as const;
  expect(sizeFor(known, 0.25).perSide).toBeGreaterThan(10);
  expect(sizeFor(known, -0.75).perSide).toBeGreaterThan(1);
  expect(sizeFor(known, 0.26)).toEqual({ perSide: null, method: 'two_share_z' });
  expect(sizeFor(known, -0.76)).toEqual({ perSide: null, method: 'two_share_z' });
  expect(sizeFor({ kind: 'mean', from: 1, deviation: 2 }, 0)).toEqual({
    perSide: null,
    method: 'two_mean_t',
  });
});

test('a size that is whole already is not rounded up for rounding’s sake', () => {
  // z² ¼ / margin² is 100 at a margin of z / 20
  expect(shareSizeForMargin({ margin: Z / 20 })).toBe(100);
  expect(shareSizeForMargin({ margin: Z / 20.001 })).toBe(101);
  // 100 of 100: 100 / (1 + 99 / 100)
  expect(shareSizeForMargin({ margin: Z / 20, population: 100 })).toBe(51);
  // all promoters or detractors, half each: variance 1
  expect(npsSizeForMargin({ promoters: 0.5, detractors: 0.5, margin: 100 * (Z / 10) })).toBe(100);
});

test('the smallest size of a straight power is where it says, down to the least', () => {
  expect(smallestSize((n) => n / 100, 0.5)).toBeCloseTo(50, 9);
  expect(smallestSize((n) => n / 100, 0.02)).toBe(2);
  expect(smallestSize((n) => n / 100, 0.03)).toBeCloseTo(3, 9);
  expect(smallestSize((n) => n, 0.25, { least: 0.1 })).toBeCloseTo(0.25, 9);
  let asked = 0;
  const never = () => {
    asked += 1;
    return 0.1;
  };
  expect(smallestSize(never, 0.5)).toBe(Infinity);
  expect(asked).toBeLessThan(60);
});

test('shares far apart take less than two answers by the arcsine', () => {
  // h = 2 asin √0.999 − 2 asin √0.001; n = 2 (1.96 + 0.84)² / h²
  const h = 2 * Math.asin(Math.sqrt(0.999)) - 2 * Math.asin(Math.sqrt(0.001));
  expect(shareSizeByArcsine({ p1: 0.001, p2: 0.999 })).toBeCloseTo(
    (2 * (Z + 0.8416212335729143) ** 2) / h ** 2,
    4,
  );
});

test('without a difference the power is the half of the error on one side', () => {
  expect(sharePower({ p1: 0.3, p2: 0.3 }, 500)).toBeCloseTo(0.025, 12);
  expect(sharePower({ p1: 0.3, p2: 0.3, alpha: 0.2 }, 500)).toBeCloseTo(0.1, 12);
});
