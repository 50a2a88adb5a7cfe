import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beta } from './beta.ts';
import { binomial } from './binomial.ts';
import { chiSquare } from './chi-square.ts';
import { digamma } from './digamma.ts';
import type { Distribution } from './distribution.ts';
import { fisherF } from './f.ts';
import { findRoot } from './find-root.ts';
import { gamma } from './gamma.ts';
import { integrate } from './gauss-legendre.ts';
import { hypergeometric } from './hypergeometric.ts';
import { logGamma } from './log-gamma.ts';
import { negativeBinomial } from './negative-binomial.ts';
import { noncentralT } from './noncentral-t.ts';
import { normal } from './normal.ts';
import { poisson } from './poisson.ts';
import { logOnePlusMinus } from './saddle-point.ts';
import { studentT } from './student-t.ts';
import { studentisedRange } from './studentised-range.ts';

/** Made once with 60-digit arithmetic: parameters…, x, value. */
const REFERENCE: Record<string, number[][]> = JSON.parse(
  readFileSync(new URL('./reference-values.json', import.meta.url), 'utf8'),
);

const plain = (f: (x: number) => number) => () => ({ f });

const LAWS: Record<string, (...parameters: number[]) => object> = {
  normal: () => normal,
  gamma,
  beta,
  studentT,
  fisherF,
  binomial,
  poisson,
  negativeBinomial,
  hypergeometric: (size = 0, marked = 0, draws = 0) => hypergeometric({ size, marked, draws }),
  noncentralT,
  logGamma: plain(logGamma),
  digamma: plain(digamma),
} as Record<string, (...parameters: number[]) => object>;

const relativeError = (given: number, expected: number) => Math.abs(given / expected - 1);

describe('against 60-digit arithmetic', () => {
  test.each(Object.keys(REFERENCE))('%s is right to 1e-11 of itself, tails included', (name) => {
    const [law = '', asked = ''] = name.split('.');
    const within = law === 'normal' ? 1e-13 : 1e-11;
    for (const row of REFERENCE[name] ?? []) {
      const [parameters, x, expected] = [row.slice(0, -2), row.at(-2) ?? 0, row.at(-1) ?? 0];
      const answers = LAWS[law]?.(...parameters) as Record<string, (x: number) => number> | undefined;
      expect(
        relativeError(answers?.[asked]?.(x) ?? NaN, expected),
        `${name}(${parameters}; ${x})`,
      ).toBeLessThan(within);
    }
  });
});

/** fast-check's own doubles are even over their bits: nearly all of those between 0 and 1 are nearly 0. */
const evenly = (low: number, high: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => low + ((high - low) * step) / 1_000_000);
const logUniform = (low: number, high: number) => evenly(Math.log(low), Math.log(high)).map(Math.exp);
const tailProbability = evenly(-12, -0.32).map((e) => 10 ** e);

const continuous: Record<string, fc.Arbitrary<Distribution>> = {
  normal: fc.constant(normal),
  gamma: logUniform(0.05, 1e6).map((a) => gamma(a, 3)),
  'chi-square': logUniform(0.5, 1e5).map(chiSquare),
  beta: fc.tuple(logUniform(0.1, 1e5), logUniform(0.1, 1e5)).map(([a, b]) => beta(a, b)),
  t: logUniform(0.5, 1e7).map(studentT),
  F: fc.tuple(logUniform(0.8, 1e4), logUniform(0.8, 1e4)).map(([a, b]) => fisherF(a, b)),
};

describe.each(Object.entries(continuous))('%s', (_, laws) => {
  test('a quantile has as much below it as was asked, and an upper quantile as much above', () => {
    fc.assert(
      fc.property(laws, tailProbability, (law, p) => {
        const [low, high] = [law.quantile(p), law.upperQuantile(p)];
        const sensitivity = (x: number) => 1 + (Math.abs(x) * law.density(x)) / p;
        fc.pre(low > 1e-290 || low < 0);
        expect(relativeError(law.below(low), p) / sensitivity(low)).toBeLessThan(1e-11);
        fc.pre(high !== 1);
        expect(relativeError(law.above(high), p) / sensitivity(high)).toBeLessThan(1e-11);
      }),
    );
  });

  test('below and above sum to one, and below never falls', () => {
    fc.assert(
      fc.property(laws, tailProbability, tailProbability, (law, p, q) => {
        const [x, y] = [law.quantile(p), law.upperQuantile(q)];
        expect(law.below(x) + law.above(x)).toBeCloseTo(1, 13);
        expect(law.below(y)).toBeGreaterThanOrEqual(law.below(x) * (1 - 1e-12));
      }),
    );
  });

  test('the density is the slope of the distribution function', () => {
    fc.assert(
      fc.property(laws, evenly(0.05, 0.95), (law, p) => {
        const x = law.quantile(p);
        const step = Math.min(Math.abs(x), 1 / law.density(x)) * 1e-4;
        fc.pre(step > 1e-12);
        const slope = (law.below(x + step) - law.below(x - step)) / (2 * step);
        expect(relativeError(law.density(x), slope)).toBeLessThan(1e-3);
      }),
    );
  });

  test('certainty and impossibility have their ends, nonsense has none', () => {
    fc.assert(
      fc.property(laws, (law) => {
        expect(law.below(law.quantile(0))).toBe(0);
        expect(law.above(law.quantile(1))).toBe(0);
        expect(law.upperQuantile(0)).toBe(law.quantile(1));
      }),
      { numRuns: 10 },
    );
  });
});

const countedLaws: Record<string, fc.Arbitrary<Distribution>> = {
  binomial: fc.tuple(fc.integer({ min: 1, max: 5000 }), evenly(0.001, 0.999)).map(([n, p]) => binomial(n, p)),
  poisson: logUniform(0.05, 1e5).map(poisson),
  'negative binomial': fc
    .tuple(logUniform(0.2, 500), evenly(0.01, 0.99))
    .map(([size, p]) => negativeBinomial(size, p)),
  hypergeometric: fc
    .tuple(fc.integer({ min: 2, max: 2000 }), evenly(0, 1), evenly(0, 1))
    .map(([size, m, d]) =>
      hypergeometric({ size, marked: Math.round(m * size), draws: Math.round(d * size) }),
    ),
};

describe.each(Object.entries(countedLaws))('%s', (_, laws) => {
  test('the quantile is the first count that reaches the probability', () => {
    fc.assert(
      fc.property(laws, evenly(1e-9, 1 - 1e-9), (law, p) => {
        const k = law.quantile(p);
        expect(law.below(k)).toBeGreaterThanOrEqual(p * (1 - 1e-12));
        expect(law.below(k - 1)).toBeLessThan(p);
      }),
    );
  });

  test('the upper quantile is the first count with no more than that above it', () => {
    fc.assert(
      fc.property(laws, tailProbability, (law, p) => {
        const k = law.upperQuantile(p);
        expect(law.above(k)).toBeLessThanOrEqual(p * (1 + 1e-12));
        expect(law.above(k - 1)).toBeGreaterThan(p);
      }),
    );
  });

  test('a probability is the step of the distribution function', () => {
    fc.assert(
      fc.property(laws, evenly(0.01, 0.99), (law, p) => {
        const k = law.quantile(p);
        expect(law.density(k)).toBeCloseTo(law.below(k) - law.below(k - 1), 12);
        expect(law.density(k + 0.5)).toBe(0);
        expect(law.density(-1)).toBe(0);
      }),
    );
  });
});

test('nonsense in is not a number out', () => {
  const laws = [studentT(0), studentT(NaN), gamma(-1), beta(0, 2), fisherF(0, 1)];
  for (const law of laws) expect(law.quantile(0.3)).toBeNaN();
  for (const law of [normal, gamma(2), beta(2, 3), studentT(4), binomial(5, 0.5)]) {
    expect([law.quantile(-0.1), law.upperQuantile(1.1), law.quantile(NaN)]).toEqual([NaN, NaN, NaN]);
  }
});

test('hypergeometric tails from either side are the same numbers', () => {
  const law = hypergeometric({ size: 50, marked: 5, draws: 10 });
  expect(law.below(1)).toBeCloseTo(0.7418999792331363, 14);
  expect([0, 1, 2, 3, 4, 5].reduce((sum, k) => sum + law.density(k), 0)).toBeCloseTo(1, 14);
  expect([law.below(-1), law.below(5), law.above(-1), law.above(5)]).toEqual([0, 1, 1, 0]);
  const allDrawn = hypergeometric({ size: 9, marked: 4, draws: 9 });
  expect([allDrawn.density(4), allDrawn.quantile(0.3)]).toEqual([1, 4]);
});

test('the gamma function is the factorial, and its logarithm knows the poles', () => {
  for (let n = 1, factorial = 1; n < 20; factorial *= n++) {
    expect(relativeError(Math.exp(logGamma(n)), factorial)).toBeLessThan(1e-12);
  }
  expect([logGamma(1), logGamma(2), logGamma(0), logGamma(-3), logGamma(Infinity)]).toEqual([
    0,
    0,
    Infinity,
    Infinity,
    Infinity,
  ]);
  expect(relativeError(logGamma(1 + 2 ** -33), -0.5772156649015329 * 2 ** -33)).toBeLessThan(1e-9);
});

test('digamma is the slope of the log-gamma function and has its own poles', () => {
  expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 15);
  expect(digamma(-2)).toBeNaN();
  fc.assert(
    fc.property(logUniform(0.2, 1e4), (x) => {
      expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 11);
    }),
  );
});

test('ln(1 + x) − x keeps its digits where both are nearly equal', () => {
  expect(relativeError(logOnePlusMinus(1e-8), -4.999999966666667e-17)).toBeLessThan(1e-14);
  expect(logOnePlusMinus(0)).toBe(0);
  for (const x of [-0.9, -0.45, -0.3, 0.3, 0.6, 5])
    expect(logOnePlusMinus(x)).toBeCloseTo(Math.log1p(x) - x, 14);
});

test('the quadrature is exact for polynomials', () => {
  expect(integrate((x) => x * x, 0, 3)).toBeCloseTo(9, 13);
  expect(integrate((x) => x ** 40, 0, 1)).toBeCloseTo(1 / 41, 14);
});

test('a root is found from a bad guess, and a steep one too', () => {
  const square = (x: number) => ({ value: x * x * x - 2, slope: 3 * x * x, bend: 2 / x });
  expect(findRoot(square, 50)).toBeCloseTo(Math.cbrt(2), 14);
  expect(
    findRoot((x) => ({ value: Math.atan(x - 3), slope: 1 / (1 + (x - 3) ** 2), bend: 0 }), 40),
  ).toBeCloseTo(3, 12);
});

test('power by the noncentral t is the textbook one, and without a centre it is Student’s t', () => {
  expect(noncentralT(38, Math.sqrt(10)).above(studentT(38).quantile(0.975))).toBeCloseTo(0.8689528, 6);
  expect(noncentralT(7, 0).above(1.3)).toBeCloseTo(studentT(7).above(1.3), 11);
  expect(noncentralT(7, 1).above(2) + noncentralT(7, 1).below(2)).toBeCloseTo(1, 11);
});

test('the studentised range at its table values, each tail by itself and back', () => {
  expect(studentisedRange(3, 10).above(3.876776750013)).toBeCloseTo(0.05, 10);
  expect(studentisedRange(3, 10).below(3.876776750013)).toBeCloseTo(0.95, 10);
  expect(studentisedRange(5, Infinity).above(4.602821042)).toBeCloseTo(0.01, 9);
  expect(studentisedRange(5, Infinity).below(4.602821042)).toBeCloseTo(0.99, 9);
  expect(studentisedRange(5, Infinity).above(0)).toBe(1);
  expect(studentisedRange(5, Infinity).below(-1)).toBe(0);
  expect(studentisedRange(3, 10).upperQuantile(0.05)).toBeCloseTo(3.876776750013, 9);
  expect(studentisedRange(5, Infinity).upperQuantile(0.01)).toBeCloseTo(4.602821042, 7);
});

test('the range of two groups is √2 times Student’s t, far out as well, and its density is the slope', () => {
  const [two, t] = [studentisedRange(2, 12), studentT(12)];
  for (const q of [0.3, 2, 15]) {
    expect(two.above(q) / (2 * t.above(q / Math.SQRT2))).toBeCloseTo(1, 9);
    expect(two.density(q) / (Math.SQRT2 * t.density(q / Math.SQRT2))).toBeCloseTo(1, 8);
  }
  expect(two.density(-1)).toBe(0);
});

test('quantiles of the range of standard normals come back through their tails', () => {
  const law = studentisedRange(4, Infinity);
  for (const p of [0.02, 0.7]) {
    expect(law.below(law.quantile(p))).toBeCloseTo(p, 9);
    expect(law.above(law.upperQuantile(p))).toBeCloseTo(p, 9);
  }
});

test('the studentised range of two groups comes back through its tails as √2 times Student’s t', () => {
  const two = studentisedRange(2, 12);
  expect(two.upperQuantile(0.05)).toBeCloseTo(Math.SQRT2 * studentT(12).quantile(0.975), 8);
  expect(relativeError(two.above(20), 2 * studentT(12).above(20 / Math.SQRT2))).toBeLessThan(1e-8);
  expect(two.quantile(0.3)).toBeCloseTo(two.upperQuantile(0.7), 9);
  expect([two.below(0), two.above(-1), two.quantile(0), two.upperQuantile(0)]).toEqual([0, 1, 0, Infinity]);
  expect(two.density(1)).toBeCloseTo((two.below(1.001) - two.below(0.999)) / 0.002, 6);
});
