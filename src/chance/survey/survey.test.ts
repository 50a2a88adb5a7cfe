import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterDesignEffect, effectiveSize, weightingDesignEffect } from './design-effect.ts';
import { postStratify } from './post-stratify.ts';
import { propensity } from './propensity.ts';
import { rake, rakeTable } from './rake.ts';
import { responseBias } from './response-bias.ts';

/** fast-check's own doubles are even over their bits: nearly all of those between 0 and 1 are nearly 0. */
const evenly = (low: number, high: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => low + ((high - low) * step) / 1_000_000);

describe('design effects', () => {
  test('clusters and weights', () => {
    expect(clusterDesignEffect(25, 0.03)).toBeCloseTo(1.72, 12);
    expect(effectiveSize(500, 1.72)).toBeCloseTo(290.697674, 6);
    expect(weightingDesignEffect([1, 1, 2])).toBeCloseTo(1.125, 12);
    expect(weightingDesignEffect([3, 3, 3])).toBeCloseTo(1, 12);
  });
});

describe('post-stratification', () => {
  const strata = [
    { population: 4000, respondents: 300, positive: 270 },
    { population: 3500, respondents: 120, positive: 84 },
    { population: 2500, respondents: 80, positive: 40 },
  ];

  test('weighs each group as it occurs', () => {
    const result = postStratify(strata);
    expect(result.raw).toBeCloseTo(0.788, 12);
    expect(result.value).toBeCloseTo(0.73, 12);
    expect(result.error).toBeCloseTo(0.0213936322, 9);
    expect(result.designEffect).toBeCloseTo(1.16770833333, 10);
    expect(result.effectiveSize).toBeCloseTo(428.189116859946, 8);
    expect(result.responseRate).toBeCloseTo(0.05, 12);
    expect(result.bounds.map((x) => x.toFixed(4))).toEqual(['0.0394', '0.9894']);
  });

  test('a group that nobody answered from leaves the score unknown, the bounds known', () => {
    const result = postStratify([...strata, { population: 100, respondents: 0, positive: 0 }]);
    expect([result.value, result.error]).toEqual([null, null]);
    expect(result.bounds[1]).toBeCloseTo((394 + 10_100 - 500) / 10_100, 12);
  });

  test('an empty group changes nothing', () => {
    expect(postStratify([...strata, { population: 0, respondents: 0, positive: 0 }])).toEqual(
      postStratify(strata),
    );
  });

  test('answered in proportion, raw and weighted agree', () => {
    const even = [
      { population: 1000, respondents: 100, positive: 80 },
      { population: 500, respondents: 50, positive: 20 },
    ];
    const { raw, value, designEffect } = postStratify(even);
    expect(value).toBeCloseTo(raw, 12);
    expect(designEffect).toBeCloseTo(1, 12);
  });
});

describe('raking', () => {
  test('one margin is simple scaling', () => {
    const { weights, miss } = rake([{ classes: ['mail', 'chat', 'chat'], totals: { mail: 50, chat: 50 } }]);
    expect(weights).toEqual([50, 25, 25]);
    expect(miss).toBeLessThan(1e-12);
  });

  test('both margins of a table are met, and the odds ratio within it stays', () => {
    const positive = evenly(1, 50);
    fc.assert(
      fc.property(positive, positive, positive, positive, evenly(0.1, 0.9), (a, b, c, d, p) => {
        const { cells } = rakeTable(
          [
            [a, b],
            [c, d],
          ],
          { rows: [100 * p, 100 * (1 - p)], columns: [40, 60] },
        );
        const [[w = 0, x = 0] = [], [y = 0, z = 0] = []] = cells;
        expect(w + x).toBeCloseTo(100 * p, 6);
        expect(w + y).toBeCloseTo(40, 6);
        expect((w * z) / (x * y) / ((a * d) / (b * c))).toBeCloseTo(1, 6);
      }),
    );
  });

  test('a class nobody answered from is missed, and said so', () => {
    expect(rake([{ classes: ['mail'], totals: { mail: 5, chat: 5 } }], { rounds: 10 }).miss).toBe(Infinity);
    expect(rake([])).toMatchObject({ weights: [], miss: 0 });
  });
});

describe('who answers', () => {
  const channel = [...Array<string>(40).fill('chat'), ...Array<string>(40).fill('mail')];
  const responded = channel.map((name, i) => (name === 'chat' ? i % 4 !== 0 : i % 4 === 0));

  test('one attribute: the coefficients are differences of log-odds', () => {
    const fit = propensity({ channel }, responded);
    expect(fit?.terms.map(({ name }) => name)).toEqual(['(intercept)', 'channelmail']);
    expect(fit?.terms[0]?.coefficient).toBeCloseTo(Math.log(3), 9);
    expect(fit?.terms[1]?.coefficient).toBeCloseTo(-2 * Math.log(3), 9);
    expect(fit?.terms[0]?.error).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 10), 8);
    expect(fit?.deviance).toBeCloseTo(-160 * (0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)), 8);
    expect(fit?.converged).toBe(true);
  });

  test('fitted probabilities add up to the answers, for numbers too', () => {
    const days = channel.map((_, i) => (i * 7) % 11);
    const fit = propensity({ channel, days }, responded);
    const fitted = fit?.fitted.reduce((sum, p) => sum + p, 0);
    expect(fitted).toBeCloseTo(responded.filter(Boolean).length, 8);
  });

  test('a class that always answers has no finite coefficient, and columns that repeat each other none at all', () => {
    const always = channel.map((name) => name === 'chat');
    expect(propensity({ channel }, always)?.converged).toBe(false);
    expect(propensity({ channel, again: channel }, responded)).toBeNull();
  });

  test('bias per class with its interval', () => {
    const bias = responseBias([
      { name: 'chat', asked: 40, answered: 30 },
      { name: 'mail', asked: 40, answered: 10 },
      { name: 'fax', asked: 0, answered: 0 },
    ]);
    expect(bias.chi2).toBeCloseTo(20, 10);
    expect([bias.df, bias.p < 1e-5, bias.strength]).toEqual([1, true, expect.closeTo(0.5, 10)]);
    expect(bias.classes.map(({ name }) => name)).toEqual(['chat', 'mail']);
    expect(bias.classes[0]?.difference).toBeCloseTo(0.5, 12);
    expect(bias.classes[0]?.interval.low).toBeGreaterThan(0);
    expect(responseBias([{ name: 'all', asked: 9, answered: 9 }])).toMatchObject({ chi2: 0, df: 0, p: 1 });
  });
});
