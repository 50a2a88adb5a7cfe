import { expect, test } from 'vitest';
import { binomial } from './binomial.ts';
import { counted } from './counted.ts';
import { negativeBinomial } from './negative-binomial.ts';
import { poisson } from './poisson.ts';

/** Poisson with this mean, made again from its parts; how often each part was asked is counted. */
function watched(mean: number, more: { readonly skewness?: number; readonly highest?: number } = {}) {
  const law = poisson(mean);
  const asked = { densities: 0, tails: 0 };
  const distribution = counted({
    density: (k) => {
      asked.densities += 1;
      return law.density(k);
    },
    below: (k) => {
      asked.tails += 1;
      return law.below(k);
    },
    above: (k) => {
      asked.tails += 1;
      return law.above(k);
    },
    lowest: 0,
    highest: Infinity,
    mean,
    deviation: Math.sqrt(mean),
    skewness: 1 / Math.sqrt(mean),
    ...more,
  });
  return { distribution, asked, law };
}

const shares = [1e-9, 1e-4, 0.003, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 0.997, 0.9999, 1 - 1e-9];

test.each([4, 30, 400, 10_000])('about %d, the first guess is a few steps from the quantile', (mean) => {
  for (const p of shares) {
    const { distribution, asked, law } = watched(mean);
    const k = distribution.quantile(p);
    expect(law.below(k)).toBeGreaterThanOrEqual(p * (1 - 1e-12));
    expect(law.below(k - 1)).toBeLessThan(p);
    expect(asked.tails).toBe(1);
    expect(asked.densities).toBeLessThanOrEqual(mean < 1000 ? 3 : 4);
  }
});

test('a guess that is far off is searched from, and gives the same', () => {
  for (const skewness of [-40, 40]) {
    for (const p of shares) {
      const { distribution, asked, law } = watched(900, { skewness });
      expect(distribution.quantile(p)).toBe(law.quantile(p));
      expect(asked.tails).toBeLessThanOrEqual(30);
    }
  }
});

test('both tails name the same number', () => {
  const { distribution } = watched(20);
  for (const p of shares) expect(distribution.upperQuantile(1 - p)).toBe(distribution.quantile(p));
  expect(distribution.upperQuantile(1e-30)).toBe(poisson(20).upperQuantile(1e-30));
  expect(distribution.upperQuantile(1e-30)).toBe(90);
});

test('a probability on a step belongs to the step, whatever rounding did to it', () => {
  const coin = binomial(1, 0.5);
  expect([coin.quantile(0.5), coin.quantile(0.5 + 1e-12), coin.quantile(0.5 + 1e-15)]).toEqual([0, 1, 0]);
  expect([coin.upperQuantile(0.5), coin.upperQuantile(0.5 - 1e-12)]).toEqual([0, 1]);
  const law = poisson(7);
  for (let k = 0; k < 25; k++) {
    if (k < 7) expect(law.quantile(law.below(k))).toBe(k);
    else expect(law.upperQuantile(law.above(k))).toBe(k);
  }
});

test('nothing and everything are the ends, what is no probability is not a number', () => {
  const { distribution } = watched(3, { highest: 50 });
  expect([distribution.quantile(0), distribution.quantile(1)]).toEqual([0, 50]);
  expect([distribution.upperQuantile(1), distribution.upperQuantile(0)]).toEqual([0, 50]);
  for (const wrong of [-0.1, 1.1, Number.NaN]) {
    expect(distribution.quantile(wrong)).toBeNaN();
    expect(distribution.upperQuantile(wrong)).toBeNaN();
  }
});

test('what cannot vary is its mean', () => {
  const still = { density: () => 1, below: () => 1, above: () => 0, lowest: 2, highest: 9, deviation: 0 };
  const distribution = counted({ ...still, mean: 4.2, skewness: 0 });
  expect([distribution.quantile(0.3), distribution.quantile(1), distribution.quantile(0)]).toEqual([4, 4, 2]);
});

test('quantiles never leave what is possible', () => {
  const few = binomial(3, 0.02);
  expect([few.quantile(1e-9), few.quantile(0.999_99), few.upperQuantile(1e-15)]).toEqual([0, 2, 3]);
  expect(binomial(12, 0.97).quantile(1e-30)).toBe(0);
  const long = negativeBinomial(0.3, 0.01);
  for (const p of shares) {
    const k = long.quantile(p);
    expect(long.below(k)).toBeGreaterThanOrEqual(p * (1 - 1e-12));
    if (k > 0) expect(long.below(k - 1)).toBeLessThan(p);
  }
});
