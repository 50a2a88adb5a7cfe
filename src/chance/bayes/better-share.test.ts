import fc from 'fast-check';
import { expect, test } from 'vitest';
import { credibleInterval, probabilityThatBIsBetter } from './better-share.ts';

const A = { x: 120, n: 150 };
const B = { x: 95, n: 110 };

test('how sure one may be that the second is better', () => {
  expect(probabilityThatBIsBetter(A, B)).toBeCloseTo(0.905901994276517, 10);
  expect(credibleInterval(A)).toMatchObject({
    low: expect.closeTo(0.728687851655, 10),
    high: expect.closeTo(0.856043445988, 10),
  });
});

test('with one answer each the probability is a fraction by hand', () => {
  // P(beta(2, 1) > beta(1, 2)) = 5/6
  expect(probabilityThatBIsBetter({ x: 0, n: 1 }, { x: 1, n: 1 })).toBeCloseTo(5 / 6, 12);
});

test('one of the two is better', () => {
  const share = fc.tuple(fc.nat(200), fc.nat(200)).map(([x, rest]) => ({ x, n: x + rest }));
  const prior = { a: 0.5, b: 0.5 };
  fc.assert(
    fc.property(share, share, (a, b) => {
      const sum = probabilityThatBIsBetter(a, b) + probabilityThatBIsBetter(b, a);
      expect(sum).toBeCloseTo(1, 9);
      expect(probabilityThatBIsBetter(a, a)).toBeCloseTo(0.5, 9);
      const { low, high } = credibleInterval(a, { prior, level: 0.8 });
      expect((low ?? 1) < (high ?? 0)).toBe(true);
    }),
  );
});

test('a share nobody knows anything of against one that is known well', () => {
  // With nothing known of a, the chance that b is better is b's own expected share.
  const known = { x: 59_991, n: 200_000 };
  expect(probabilityThatBIsBetter({ x: 0, n: 0 }, known)).toBeCloseTo(59_992 / 200_002, 10);
  // a is beta(1, 2), so the chance that it stays below x is 1 − (1 − x)²; R gives the same.
  expect(probabilityThatBIsBetter({ x: 0, n: 1 }, { x: 120_285, n: 200_000 })).toBeCloseTo(
    0.841135962324772,
    10,
  );
});
