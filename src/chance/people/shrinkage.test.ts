import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shrinkByArcsine } from './arcsine-shrinkage.ts';
import { shrinkShares } from './beta-binomial.ts';
import { shrinkRates } from './gamma-poisson.ts';
import { equalMeans, equalRates, equalShares } from './homogeneity.ts';
import { normalDraws } from './normal-draws.ts';
import { shrinkMeans } from './normal-shrinkage.ts';
import { contactsFor, regressionToMean, reliability } from './reliability.ts';

test('two means ten apart, each known to ± 1, keep 49 fiftieths of their distance', () => {
  const { between, mean, groups, homogeneity, i2 } = shrinkMeans([0, 10], [1, 1]);
  expect(homogeneity).toMatchObject({ statistic: 50, degrees: 1, allChance: false });
  expect(i2).toBeCloseTo(0.98, 12);
  expect([between, mean]).toEqual([49, 5]);
  expect(groups.map(({ value }) => value)).toEqual([expect.closeTo(0.1, 12), expect.closeTo(9.9, 12)]);
});

test('Paule and Mandel’s variance makes the weighted squares equal their degrees', () => {
  const [y, v] = [
    [1, 4, 9, 3],
    [1, 2, 0.5, 1],
  ];
  const { between, mean } = shrinkMeans(y, v, { method: 'paule-mandel' });
  const squares = y.reduce((sum, value, i) => sum + (value - mean) ** 2 / ((v[i] ?? 0) + between), 0);
  expect(squares).toBeCloseTo(3, 8);
  expect(shrinkMeans([1, 1.1], [1, 1], { method: 'paule-mandel' }).between).toBe(0);
});

test('groups that differ by chance only are all the same', () => {
  const { correlation, groups, homogeneity, prior } = shrinkShares([5, 10, 20], [10, 20, 40]);
  expect(homogeneity).toEqual({ statistic: 0, degrees: 2, p: 1, allChance: true });
  expect(correlation).toBe(0);
  expect(prior).toBeNull();
  expect(groups.every(({ value }) => value === 0.5)).toBe(true);
});

test('every share moves towards the middle, the small group furthest', () => {
  const { mean, groups } = shrinkShares([9, 500, 300, 720], [10, 1000, 400, 800]);
  const [small, large] = groups;
  expect(small?.value).toBeGreaterThan(mean);
  expect(small?.value).toBeLessThan(0.9);
  expect(Math.abs((large?.value ?? 0) - 0.5)).toBeLessThan(0.01);
  expect(small?.reliability).toBeLessThan(large?.reliability ?? 0);
  expect((small?.low ?? 1) < (small?.value ?? 0) && (small?.value ?? 1) < (small?.high ?? 0)).toBe(true);
});

test('the likeliest prior beats its neighbours', () => {
  const [x, n] = [
    [3, 12, 30, 8, 19],
    [10, 20, 40, 30, 25],
  ];
  const { prior, logLikelihood } = shrinkShares(x, n);
  const moments = shrinkShares(x, n, { method: 'moments' });
  expect(prior).not.toBeNull();
  expect(logLikelihood).toBeGreaterThanOrEqual(moments.logLikelihood - 1e-12);
});

test('all or nothing everywhere leaves nothing to tell apart', () => {
  expect(shrinkShares([10, 20], [10, 20])).toMatchObject({ mean: 1, prior: null, homogeneity: { p: 1 } });
  expect(shrinkRates([0, 0], [3, 4])).toMatchObject({ mean: 0, prior: null });
});

test('a rate is its count plus the prior’s, over its time plus the prior’s', () => {
  const { prior, groups, mean } = shrinkRates([2, 40, 9, 30], [10, 20, 10, 10]);
  if (!prior) throw new Error('no prior');
  expect(groups[0]?.value).toBeCloseTo((2 + prior.shape) / (10 + prior.rate), 12);
  expect(mean).toBeCloseTo(prior.shape / prior.rate, 12);
  expect(shrinkRates([2, 40, 9, 30], [10, 20, 10, 10], { method: 'moments' }).prior).not.toBeNull();
});

test('the order of the groups does not matter', () => {
  const groups = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 20, max: 60 })), {
    minLength: 2,
    maxLength: 8,
  });
  fc.assert(
    fc.property(groups, (rows) => {
      const values = (order: typeof rows) =>
        shrinkShares(
          order.map(([x]) => x),
          order.map(([, n]) => n),
          { method: 'moments' },
        ).groups.map(({ value }) => value);
      values(rows.toReversed())
        .toReversed()
        .forEach((value, i) => {
          expect(value).toBeCloseTo(values(rows)[i] ?? 0, 9);
        });
    }),
    { numRuns: 50 },
  );
});

test('eighteen batters keep a fifth of their distance', () => {
  const hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
  expect(shrinkByArcsine(hits, 45).kept).toBeCloseTo(0.209, 3);
  expect(shrinkByArcsine([5, 5, 5, 5], 10)).toMatchObject({ kept: 0, mean: 0.5 });
});

test('shrinking predicts better than what was seen', () => {
  const draw = normalDraws(4);
  const truth = Array.from({ length: 200 }, () => draw());
  const seen = truth.map((value) => value + 2 * draw());
  const shrunk = shrinkMeans(
    seen,
    seen.map(() => 4),
  ).groups;
  const error = (guess: (i: number) => number) => truth.reduce((sum, t, i) => sum + (t - guess(i)) ** 2, 0);
  expect(error((i) => shrunk[i]?.value ?? 0)).toBeLessThan(error((i) => seen[i] ?? 0) / 3);
});

test('differences are tested by hand', () => {
  expect(equalRates([2, 8], [1, 1])).toMatchObject({ statistic: 3.6, degrees: 1 });
  expect(equalShares([5, 5], [10, 10]).p).toBe(1);
  expect(equalMeans([1, 3], [1, 1]).statistic).toBe(2);
  expect(equalMeans([1], [1]).allChance).toBe(true);
});

test('how many contacts make a mean reliable', () => {
  expect(contactsFor(0.04, 0.7)).toBe(56);
  expect(reliability(0.04, 56)).toBeCloseTo(0.7, 3);
  expect(contactsFor(0, 0.7)).toBe(Number.POSITIVE_INFINITY);
});

test('who was picked for being extreme is expected nearer the middle', () => {
  expect(regressionToMean(90, 70, 0.4)).toEqual({ next: 78, vanishes: 12 });
});

test('a group of which nothing was seen changes nothing and gets the middle', () => {
  const [with0, without0] = [shrinkShares([9, 50, 0], [10, 100, 0]), shrinkShares([9, 50], [10, 100])];
  expect(with0.homogeneity).toEqual(without0.homogeneity);
  expect(with0.groups[2]?.value).toBeCloseTo(with0.mean, 9);
  expect(equalRates([3, 4, 0], [1, 2, 0])).toEqual(equalRates([3, 4], [1, 2]));
});
