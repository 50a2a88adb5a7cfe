import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fisherCombined, stoufferCombined } from './combined-p.ts';
import { benjaminiHochberg, benjaminiYekutieli, bonferroni, hochberg, holm } from './multiplicity.ts';

const close = (values: readonly number[]) => values.map((x) => expect.closeTo(x, 10));
/** fast-check's own doubles are even over their bits: nearly all of those between 0 and 1 are nearly 0. */
const evenly = (low: number, high: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => low + ((high - low) * step) / 1_000_000);

const P = [0.03, 0.01, 0.04, 0.5];

test('each method on four p-values, in their own order', () => {
  expect(benjaminiHochberg(P)).toEqual(close([0.16 / 3, 0.04, 0.16 / 3, 0.5]));
  expect(benjaminiYekutieli(P)).toEqual(close([1 / 9, 1 / 12, 1 / 9, 1]));
  expect(holm(P)).toEqual(close([0.09, 0.04, 0.09, 0.5]));
  expect(hochberg(P)).toEqual(close([0.08, 0.04, 0.08, 0.5]));
  expect(bonferroni(P)).toEqual(close([0.12, 0.04, 0.16, 1]));
});

test('nothing stays nothing, one stays itself', () => {
  for (const adjust of [benjaminiHochberg, benjaminiYekutieli, holm, hochberg, bonferroni]) {
    expect(adjust([])).toEqual([]);
    expect(adjust([0.03])).toEqual([0.03]);
  }
});

test('never smaller than before, never out of order, and the stricter method is never below the milder', () => {
  fc.assert(
    fc.property(fc.array(evenly(0, 1), { maxLength: 30 }), (p) => {
      const [mild, middle, strict, strictest] = [benjaminiHochberg(p), hochberg(p), holm(p), bonferroni(p)];
      p.forEach((each, i) => {
        expect(mild[i]).toBeGreaterThanOrEqual(each - 1e-15);
        expect(middle[i]).toBeGreaterThanOrEqual((mild[i] ?? 0) - 1e-12);
        expect(strict[i]).toBeGreaterThanOrEqual((middle[i] ?? 0) - 1e-12);
        expect(strictest[i]).toBeGreaterThanOrEqual((strict[i] ?? 0) - 1e-12);
        p.forEach((other, j) => {
          if (each < other) expect(mild[i]).toBeLessThanOrEqual(mild[j] ?? 1);
        });
      });
    }),
  );
});

test('several weak tests together', () => {
  const p = [0.08, 0.12, 0.03, 0.4];
  expect(fisherCombined(p)).toEqual({
    chi2: expect.closeTo(18.137681619405, 10),
    p: expect.closeTo(0.0202176242552, 10),
  });
  expect(stoufferCombined(p).p).toBeCloseTo(0.00920915471604691, 12);
  expect(stoufferCombined([0.3]).p).toBeCloseTo(0.3, 12);
});
