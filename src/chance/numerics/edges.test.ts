import { describe, expect, test } from 'vitest';
import { binomial } from './binomial.ts';
import { counted } from './counted.ts';
import type { Distribution } from './distribution.ts';
import { findRoot } from './find-root.ts';
import { gamma } from './gamma.ts';
import { hypergeometric } from './hypergeometric.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { incompleteGamma } from './incomplete-gamma.ts';
import { logGamma } from './log-gamma.ts';
import { negativeBinomial } from './negative-binomial.ts';
import { normal } from './normal.ts';
import { poisson } from './poisson.ts';
import { studentT } from './student-t.ts';
import { studentisedRange } from './studentised-range.ts';

const LAWS: Record<
  string,
  { readonly law: Distribution; readonly lowest: number; readonly highest: number }
> = {
  binomial: { law: binomial(12, 0.3), lowest: 0, highest: 12 },
  'binomial of many': { law: binomial(5000, 0.9), lowest: 0, highest: 5000 },
  poisson: { law: poisson(7.5), lowest: 0, highest: Infinity },
  'negative binomial': { law: negativeBinomial(3, 0.4), lowest: 0, highest: Infinity },
  hypergeometric: { law: hypergeometric({ size: 30, marked: 20, draws: 25 }), lowest: 15, highest: 20 },
  'hypergeometric from below': {
    law: hypergeometric({ size: 50, marked: 5, draws: 10 }),
    lowest: 0,
    highest: 5,
  },
};

describe.each(Object.entries(LAWS))('%s', (_, { law, lowest, highest }) => {
  const ends = Math.min(highest, lowest + 40);
  const counts = Array.from({ length: ends - lowest + 1 }, (_, i) => lowest + i);

  test('outside its counts there is nothing, between two counts nothing is added', () => {
    expect([law.below(lowest - 1), law.above(lowest - 1), law.density(lowest - 1)]).toEqual([0, 1, 0]);
    expect([law.below(lowest - 0.5), law.below(-Infinity)]).toEqual([0, 0]);
    expect(law.density(lowest + 0.5)).toBe(0);
    expect(law.below(lowest + 1.7)).toBe(law.below(lowest + 1));
    expect(law.above(lowest + 1.7)).toBe(law.above(lowest + 1));
    if (highest === Infinity) return;
    expect([law.below(highest), law.above(highest), law.below(highest + 3)]).toEqual([1, 0, 1]);
    expect([law.density(highest + 1), law.above(highest + 1)]).toEqual([0, 0]);
    expect(law.density(highest)).toBeGreaterThan(0);
  });

  test('both tails add up, and steps are probabilities, for every count', () => {
    for (const k of counts) {
      expect(law.below(k) + law.above(k)).toBeCloseTo(1, 13);
      expect(law.below(k) - law.below(k - 1)).toBeCloseTo(law.density(k), 13);
    }
  });

  test('a probability that is met exactly is met, from either side', () => {
    for (const k of counts) {
      const [below, above] = [law.below(k), law.above(k)];
      if (below > 1e-300 && below < 0.5) expect(law.quantile(below)).toBe(k);
      if (above > 1e-300 && above < 0.5) expect(law.upperQuantile(above)).toBe(k);
      if (below > 1e-300 && below < 0.99 && law.density(k + 1) > 1e-9)
        expect(law.quantile(below * (1 + 1e-9))).toBe(k + 1);
    }
  });

  test('certainty has its ends, nonsense has none', () => {
    expect([law.quantile(0), law.quantile(1)]).toEqual([lowest, highest]);
    expect([law.upperQuantile(0), law.upperQuantile(1)]).toEqual([highest, lowest]);
    for (const nonsense of [-0.1, 1.1, NaN]) {
      expect(law.quantile(nonsense)).toBeNaN();
      expect(law.upperQuantile(nonsense)).toBeNaN();
    }
  });
});

test('where there is no chance there is one count', () => {
  expect([0, 0.3, 0.9].map((p) => binomial(5, 0).quantile(p))).toEqual([0, 0, 0]);
  expect([0.3, 0.9].map((p) => binomial(5, 1).quantile(p))).toEqual([5, 5]);
  expect([0.3, 0.9].map((p) => hypergeometric({ size: 9, marked: 4, draws: 9 }).upperQuantile(p))).toEqual([
    4, 4,
  ]);
  expect(hypergeometric({ size: 1, marked: 1, draws: 1 }).quantile(0.5)).toBe(1);
});

test('a quantile asks one tail once and takes a few steps, for a good guess is near', () => {
  const law = poisson(1000);
  let [tails, steps] = [0, 0];
  const watched = counted({
    density: (k) => {
      steps += 1;
      return law.density(k);
    },
    below: (k) => {
      tails += 1;
      return law.below(k);
    },
    above: (k) => {
      tails += 1;
      return law.above(k);
    },
    lowest: 0,
    highest: Infinity,
    mean: 1000,
    deviation: Math.sqrt(1000),
    skewness: 1 / Math.sqrt(1000),
  });
  for (const p of [1e-6, 0.001, 0.025, 0.2, 0.5, 0.8, 0.975, 0.999]) {
    [tails, steps] = [0, 0];
    expect(watched.quantile(p)).toBe(law.quantile(p));
    expect(tails).toBe(1);
    expect(steps).toBeLessThan(3);
  }
});

test('a far guess is searched for, upwards and downwards, and stops at the ends', () => {
  const law = poisson(50);
  const lost = (mean: number) =>
    counted({ ...law, lowest: 0, highest: Infinity, mean, deviation: 1, skewness: 0 });
  for (const p of [1e-9, 0.01, 0.5, 0.99]) {
    expect(lost(0).quantile(p)).toBe(law.quantile(p));
    expect(lost(900).quantile(p)).toBe(law.quantile(p));
    expect(lost(900).upperQuantile(p)).toBe(law.upperQuantile(p));
  }
  const few = binomial(40, 0.02);
  const above = counted({ ...few, lowest: 0, highest: 40, mean: 39, deviation: 1, skewness: 0 });
  expect([0.01, 0.4, 0.9].map(above.quantile)).toEqual([0.01, 0.4, 0.9].map(few.quantile));
  const most = binomial(40, 0.98);
  const below = counted({ ...most, lowest: 0, highest: 40, mean: 1, deviation: 1, skewness: 0 });
  expect([0.01, 0.4, 0.9].map(below.quantile)).toEqual([0.01, 0.4, 0.9].map(most.quantile));
});

describe('a root', () => {
  const found = (f: Parameters<typeof findRoot>[0], guess: number) => {
    let asked = 0;
    const root = findRoot((x) => {
      asked += 1;
      return f(x);
    }, guess);
    return { root, asked };
  };

  test('from a good guess takes two or three rounds', () => {
    const { root, asked } = found((x) => ({ value: x * x - 2, slope: 2 * x, bend: 1 / x }), 1);
    expect(root).toBeCloseTo(Math.SQRT2, 14);
    expect(asked).toBeLessThan(4);
    const growth = found((x) => ({ value: Math.exp(x) - 5, slope: Math.exp(x), bend: 1 }), 1);
    expect(growth.root).toBeCloseTo(Math.log(5), 14);
    expect(growth.asked).toBeLessThan(5);
  });

  test('that is the guess is the guess, however flat it is there', () => {
    expect(found((x) => ({ value: x ** 3, slope: 3 * x * x, bend: 2 / x }), 0)).toEqual({
      root: 0,
      asked: 1,
    });
  });

  test('is found where every step of Newton’s leads further away', () => {
    const cube = (x: number) => ({
      value: Math.cbrt(x - 5),
      slope: 1 / (3 * Math.cbrt(x - 5) ** 2),
      bend: 0,
    });
    for (const guess of [4, 5.5, 40]) {
      const { root, asked } = found(cube, guess);
      expect(root).toBeCloseTo(5, 8);
      expect(asked).toBeLessThan(120);
    }
  });

  test('is found where there is no slope to go by, far away on either side', () => {
    const step = (at: number) => (x: number) => ({ value: x < at ? -1 : 1, slope: 1e-9, bend: 0 });
    for (const at of [1e6, -1e6, 0.3, -0.3]) {
      const { root, asked } = found(step(at), 0);
      expect(root / at).toBeCloseTo(1, 12);
      expect(asked).toBeLessThan(90);
    }
  });
});

test('the incomplete functions at their ends', () => {
  expect([incompleteGamma(2, 0), incompleteGamma(2, -1)]).toEqual([
    { lower: 0, upper: 1 },
    { lower: 0, upper: 1 },
  ]);
  expect(incompleteGamma(300, Infinity)).toEqual({ lower: 1, upper: 0 });
  expect(incompleteBeta(2, 3, 0, 1)).toEqual({ lower: 0, upper: 1 });
  expect(incompleteBeta(2, 3, 1, 0)).toEqual({ lower: 1, upper: 0 });
  expect([gamma(2).density(-1), gamma(2).density(0), gamma(1, 4).density(0), gamma(0.5).density(0)]).toEqual([
    0,
    0,
    0.25,
    Infinity,
  ]);
});

test('the logarithm of the gamma function between the negative whole numbers', () => {
  // Γ(−½) = −2 √π, Γ(−3/2) = 4 √π / 3
  expect(logGamma(-0.5)).toBeCloseTo(Math.log(2 * Math.sqrt(Math.PI)), 14);
  expect(logGamma(-1.5)).toBeCloseTo(Math.log((4 * Math.sqrt(Math.PI)) / 3), 14);
  expect(logGamma(-3.999)).toBeCloseTo(logGamma(-2.999) - Math.log(3.999), 10);
});

test('Student’s t with very many degrees is the normal', () => {
  for (const p of [1e-12, 0.025, 0.4]) expect(studentT(1e18).upperQuantile(p)).toBe(normal.upperQuantile(p));
  expect(studentT(3).density(-2)).toBe(studentT(3).density(2));
  expect(studentT(3).quantile(0.5)).toBeCloseTo(0, 15);
  expect(studentT(5).above(1e200)).toBe(0);
});

test('the studentised range against published tables and against itself', () => {
  // Tables of the upper 5 and 1 % points (Pearson & Hartley, Biometrika Tables I, 29)
  const table = [
    [3, 5, 0.05, 4.6],
    [4, 10, 0.05, 4.33],
    [10, 20, 0.05, 5.01],
    [3, 5, 0.01, 6.98],
    [6, 30, 0.01, 5.24],
    [4, Infinity, 0.05, 3.63],
    [20, Infinity, 0.01, 5.65],
  ] as const;
  for (const [groups, df, tail, value] of table) {
    expect(Math.abs(studentisedRange(groups, df).upperQuantile(tail) - value)).toBeLessThan(0.0051);
  }
  const law = studentisedRange(4, 10);
  expect(law.below(law.quantile(0.2))).toBeCloseTo(0.2, 10);
  expect(law.above(law.upperQuantile(1e-6)) / 1e-6).toBeCloseTo(1, 8);
  expect(law.below(3) + law.above(3)).toBeCloseTo(1, 10);
  expect(law.density(-1)).toBe(0);
  expect(law.quantile(NaN)).toBeNaN();
});
