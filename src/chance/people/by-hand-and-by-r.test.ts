import { describe, expect, test } from 'vitest';
import { normal } from '../numerics/normal.ts';
import { shrinkByArcsine } from './arcsine-shrinkage.ts';
import { shrinkShares } from './beta-binomial.ts';
import { crossedModel } from './crossed-model.ts';
import { meanFunnel, overDispersion, rateFunnel, shareFunnel } from './funnel-plot.ts';
import { shrinkRates } from './gamma-poisson.ts';
import { equalMeans, equalRates, equalShares } from './homogeneity.ts';
import { solveLinear } from './linear-system.ts';
import { lowestPoint } from './nelder-mead.ts';
import { normalDraws } from './normal-draws.ts';
import { shrinkMeans } from './normal-shrinkage.ts';
import { comparePeopleByMix, comparePeopleByRate, comparePeopleByShare } from './people-comparison.ts';
import { standings } from './ranks.ts';
import { contactsFor, regressionToMean, reliability } from './reliability.ts';

/** The values here are from R 4, its likelihoods written out and maximised by optim, or worked by hand. */
const near = (x: number, digits = 9) => expect.closeTo(x, digits);
const ANSWERS = { solved: [9, 50, 30, 70, 12], of: [10, 100, 40, 80, 20] };
const CONTACTS = { counts: [2, 40, 9, 30, 14], hours: [10, 20, 10, 10, 8] };
const MEANS = { values: [1, 4, 9, 3, 6], variances: [1, 2, 0.5, 1, 4] };

describe('shares', () => {
  test('the likeliest beta-binomial', () => {
    const { mean, correlation, prior, logLikelihood, groups } = shrinkShares(ANSWERS.solved, ANSWERS.of, {
      level: 0.9,
    });
    expect([mean, correlation]).toEqual([near(0.712695886961882, 5), near(0.0899239272236416, 5)]);
    expect(prior).toEqual({ a: near(7.21284639045001, 3), b: near(2.90766436652562, 3) });
    expect(logLikelihood).toBeCloseTo(-15.4365932370062, 9);
    expect(groups.slice(0, 2)).toEqual([
      {
        value: near(0.805787019339414, 5),
        deviation: near(0.0860789680785758, 5),
        reliability: near(0.497005275899026, 5),
        low: near(0.648211966863048, 5),
        high: near(0.928205443583802, 5),
      },
      {
        value: near(0.519547593787616, 5),
        deviation: near(0.0473958963241343, 5),
        reliability: near(0.908096042350271, 5),
        low: near(0.441337001738747, 5),
        high: near(0.597352552608713, 5),
      },
    ]);
  });

  test('by moments, and the test of no difference', () => {
    const { correlation, prior, mean, homogeneity } = shrinkShares(ANSWERS.solved, ANSWERS.of, {
      method: 'moments',
    });
    expect(correlation).toBeCloseTo(0.167347091603014, 12);
    expect(prior).toEqual({ a: near(3.40331334048282), b: near(1.57229095846867) });
    expect(mean).toBeCloseTo(171 / 250, 12);
    expect(homogeneity).toEqual({
      statistic: near(32.7836997557184),
      degrees: 4,
      p: near(1.32268317102325e-6, 14),
      allChance: false,
    });
  });

  test('where all are alike the likelihood is the binomial’s, and every group is the whole', () => {
    const { logLikelihood, groups } = shrinkShares([5, 10, 20], [10, 20, 40]);
    expect(logLikelihood).toBeCloseTo(-5.21467544383187, 10);
    expect(groups[0]).toEqual({ value: 0.5, deviation: 0, reliability: 0, low: 0.5, high: 0.5 });
    expect(shrinkShares([0, 0], [3, 4])).toMatchObject({ mean: 0, prior: null, logLikelihood: 0 });
  });
});

describe('rates', () => {
  test('the likeliest gamma and Poisson', () => {
    const { mean, prior, logLikelihood, groups } = shrinkRates(CONTACTS.counts, CONTACTS.hours);
    expect(mean).toBeCloseTo(1.57436737527525, 5);
    expect(prior).toEqual({ shape: near(2.12488952325526, 4), rate: near(1.34967832579976, 4) });
    expect(logLikelihood).toBeCloseTo(-18.877908899648, 9);
    expect(groups[0]).toEqual({
      value: near(0.363436689996639, 5),
      deviation: near(0.178946252500008, 5),
      reliability: near(0.881082239773113, 5),
      low: near(0.101637620878108, 5),
      high: near(0.788972207537369, 5),
    });
    const narrow = shrinkRates(CONTACTS.counts, CONTACTS.hours, { level: 0.5 }).groups[0];
    expect(narrow?.low).toBeGreaterThan(0.2);
  });

  test('by moments, and the test of no difference', () => {
    const { prior, homogeneity } = shrinkRates(CONTACTS.counts, CONTACTS.hours, { method: 'moments' });
    expect(prior).toEqual({ shape: near(3.96877748460862), rate: near(2.42304309586631) });
    expect(homogeneity).toMatchObject({ statistic: near(28.9368421052632), degrees: 4, allChance: false });
    const same = shrinkRates([3, 6], [3, 6]);
    expect(same).toMatchObject({ prior: null, mean: 1, logLikelihood: near(-3.3246169998655) });
    expect(same.groups[0]).toEqual({ value: 1, deviation: 0, reliability: 0, low: 1, high: 1 });
  });
});

describe('means', () => {
  test('by DerSimonian and Laird’s moments', () => {
    const { homogeneity, i2, between, mean, standardError, groups } = shrinkMeans(
      MEANS.values,
      MEANS.variances,
    );
    expect(homogeneity).toMatchObject({
      statistic: near(52.1052631578947),
      p: near(1.31127983987023e-10, 18),
    });
    expect([i2, between, mean, standardError]).toEqual(
      [0.923232323232323, 14.0615384615385, 4.590824120629, 1.7702874579244].map((x) => near(x)),
    );
    expect(groups[1]).toEqual({
      value: near(4.07357005333503),
      deviation: near(1.341473371870141),
      reliability: near(0.875478927203065),
    });
  });

  test('by Paule and Mandel’s', () => {
    const { between, mean, standardError, groups } = shrinkMeans(MEANS.values, MEANS.variances, {
      method: 'paule-mandel',
    });
    expect([between, mean, standardError]).toEqual(
      [8.44376889798025, 4.59277686269105, 1.41463529924478].map((x) => near(x, 7)),
    );
    expect(groups[4]).toEqual({
      value: near(5.54765372168319, 7),
      deviation: near(1.709091652707088, 7),
      reliability: near(0.678553978879402, 7),
    });
  });

  test('no further apart than chance, no spread of their own', () => {
    expect(shrinkMeans([1, 1.5], [1, 1])).toMatchObject({
      between: 0,
      i2: 0,
      mean: 1.25,
      standardError: near(Math.SQRT1_2),
    });
    expect(shrinkMeans([1, 1], [1, 1])).toMatchObject({ i2: 0, homogeneity: { statistic: 0, p: 1 } });
    // squares (0 − 1)² + (2 − 1)² = 2 are their degrees at a variance of 1 more
    expect(shrinkMeans([0, 2], [1, 0.5], { method: 'paule-mandel' }).between).toBeCloseTo(1.25, 8);
  });
});

describe('the test of no difference', () => {
  test('leaves out what was not seen, and knows a level', () => {
    expect(equalShares([5, 0, 8], [10, 0, 10])).toMatchObject({
      statistic: near(((0.045 * 2) / 0.2275) * 5, 9),
      degrees: 1,
    });
    expect(equalShares([3, 3], [3, 3])).toEqual({ statistic: 0, degrees: 1, p: 1, allChance: true });
    expect(equalRates([0, 0], [1, 1])).toEqual({ statistic: 0, degrees: 1, p: 1, allChance: true });
    expect(equalRates([2, 8, 0], [1, 1, 0])).toMatchObject({ statistic: near(3.6), degrees: 1 });
    // p 0.0578
    expect(equalRates([2, 8], [1, 1]).allChance).toBe(true);
    expect(equalRates([2, 8], [1, 1], 0.06).allChance).toBe(false);
    expect(equalShares([5, 8], [10, 10], 0.2).allChance).toBe(false);
    expect(equalMeans([1, 3, 5], [1, 4, 1])).toMatchObject({ statistic: near(8), degrees: 2 });
    expect(equalMeans([1, 3], [1, 1], 0.2).allChance).toBe(false);
  });
});

describe('standing', () => {
  test('of three whose values overlap, by integration', () => {
    const beliefs = [
      { value: 1, deviation: 0.5 },
      { value: 0.5, deviation: 1 },
      { value: 0, deviation: 0.2 },
    ];
    const exact = [
      [1.35901931642431, 0.663167718516776, 0.820490341787844],
      [1.98460380859497, 0.325065029974522, 0.507698095702497],
      [2.65637687498071, 0.0117672515086702, 0.171811562509643],
    ] as const;
    const found = standings(beliefs, { draws: 10_000 });
    found.forEach(({ expected, first, aboveMiddle }, i) => {
      const [rank = 0, top = 0, above = 0] = exact[i] ?? [];
      expect(Math.abs(expected - rank)).toBeLessThan(0.03);
      expect(Math.abs(first - top)).toBeLessThan(0.02);
      expect(Math.abs(aboveMiddle - above)).toBeLessThan(0.02);
    });
    expect(found.map(({ low, high }) => [low, high])).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
    // the first is third of all in 2.2 % of draws
    expect(standings(beliefs, { draws: 10_000, level: 0.99 })[0]).toMatchObject({ low: 1, high: 3 });
    expect(standings(beliefs, { draws: 10_000, level: 0.5 })[0]).toMatchObject({ low: 1, high: 2 });
    expect(standings(beliefs, { draws: 10_000, level: 0.3 })[0]).toMatchObject({ low: 1, high: 1 });
  });

  test('in an even number half are above the middle', () => {
    const found = standings([4, 3, 2, 1].map((value) => ({ value, deviation: 1e-9 })));
    expect(found.map(({ aboveMiddle }) => aboveMiddle)).toEqual([1, 1, 0, 0]);
    expect(found.map(({ expected, low, high }) => [expected, low, high])).toEqual([
      [1, 1, 1],
      [2, 2, 2],
      [3, 3, 3],
      [4, 4, 4],
    ]);
  });
});

describe('funnels', () => {
  test('by R’s quantiles, interpolated', () => {
    expect(shareFunnel(100, 0.87)).toEqual({ low: near(0.795304493921377), high: near(0.927585732757888) });
    expect(shareFunnel(37, 0.4, 0.998)).toEqual({
      low: near(0.146856434139891),
      high: near(0.641280188360582),
    });
    expect(rateFunnel(12, 3)).toEqual({ low: near(2.01760941968887), high: near(3.97824001007454) });
    expect(rateFunnel(5, 0.4, 0.9)).toEqual({ low: 0, high: near(0.814702470488088) });
    expect(meanFunnel(2, 5, 0.9)).toEqual({
      low: near(5 - 3.28970725390294),
      high: near(5 + 3.28970725390294),
    });
  });

  test('over-dispersion with R’s quantiles, and the scores by either way', () => {
    const [target, scores] = [7, [-3, -1.2, 0.4, 0.9, 2.5, 4.1, -0.3, 0.2, 1.1, -2]];
    const errors = [1, 2, 1, 0.5, 1, 2, 1, 1, 0.5, 1];
    const values = scores.map((z, i) => target + z * (errors[i] ?? 0));
    const found = overDispersion(values, errors, target);
    expect(found).toMatchObject({ phi: near(2.54856), between: near(1.3887651416122), present: true });
    expect(found.multiplicative[5]).toBeCloseTo(4.1 / Math.sqrt(2.54856), 9);
    expect(found.additive[5]).toBeCloseTo(8.2 / Math.sqrt(4 + 1.3887651416122), 9);
    const calm = overDispersion([7.5, 6.5], [1, 1], 7);
    expect(calm).toMatchObject({ phi: near(0.16), present: false, between: 0, multiplicative: [0.5, -0.5] });
  });
});

describe('how far a record can be trusted', () => {
  test('by hand', () => {
    expect(reliability(0.2, 1)).toBeCloseTo(0.2, 14);
    expect(reliability(0.2, 6)).toBeCloseTo(1.2 / 2, 14);
    expect(contactsFor(0.2, 0.5)).toBe(4);
    expect(contactsFor(0.25, 0.75)).toBe(9);
    expect(regressionToMean(50, 70, 0.25)).toEqual({ next: 65, vanishes: -15 });
  });

  test('eighteen batters after forty-five at bats, Clemente first', () => {
    const hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
    const { scores, kept, shares, mean } = shrinkByArcsine(hits, 45);
    expect(mean).toBeCloseTo(215 / 810, 12);
    // Efron and Morris print −1.35 for 0.400 and −4.97… for the last, 0.290 and 0.256 after shrinking in the proportions
    expect(scores[0]).toBeCloseTo(-1.3508, 3);
    const middle = scores.reduce((sum, x) => sum + x, 0) / 18;
    const squares = scores.reduce((sum, x) => sum + (x - middle) ** 2, 0);
    expect(kept).toBeCloseTo(1 - 15 / squares, 12);
    const first = middle + kept * ((scores[0] ?? 0) - middle);
    expect(shares[0]).toBeCloseTo((1 + Math.sin(first / Math.sqrt(45))) / 2, 12);
    expect(Math.asin(2 * (shares[17] ?? 0) - 1) * Math.sqrt(45)).toBeCloseTo(
      middle + kept * ((scores[17] ?? 0) - middle),
      10,
    );
    // three are too few to learn from
    expect(shrinkByArcsine([1, 9, 5], 10).kept).toBe(1);
  });
});

describe('tools', () => {
  test('the lowest point of Rosenbrock’s banana, and of a valley in three directions', () => {
    const banana = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    expect(lowestPoint(banana, [-1.2, 1])).toEqual([near(1, 4), near(1, 4)]);
    let asked = 0;
    const valley = ([x = 0, y = 0, z = 0]: readonly number[]) => {
      asked += 1;
      return (x - 3) ** 2 + 2 * (y + 1) ** 2 + 0.5 * (z - x) ** 2;
    };
    expect(lowestPoint(valley, [0, 0, 0])).toEqual([near(3, 4), near(-1, 4), near(3, 4)]);
    expect(asked).toBeLessThan(400);
    expect(lowestPoint(([x = 0]) => (x - 3) ** 2, [1])).toEqual([near(3, 5)]);
  });

  test('equations are solved in any order, a zero in the way too', () => {
    expect(
      solveLinear([
        [0, 2, 1, 7],
        [1, 1, 0, 3],
        [4, 0, 1, 7],
      ]),
    ).toEqual([1, 2, 3].map((x) => near(x, 12)));
    expect(
      solveLinear([
        [1e-20, 1, 1],
        [1, 1, 2],
      ]),
    ).toEqual([near(1, 12), near(1, 12)]);
    const [x = 0] = solveLinear([
      [1, 1, 2],
      [1, 1, 3],
    ]);
    expect(Number.isFinite(x)).toBe(false);
  });

  test('normal draws have the normal’s moments and tails, and neighbours do not know each other', () => {
    const draw = normalDraws(12);
    const n = 20_000;
    const values = Array.from({ length: n }, draw);
    const moment = (of: (x: number, i: number) => number) =>
      values.reduce((sum, x, i) => sum + of(x, i), 0) / n;
    expect(Math.abs(moment((x) => x))).toBeLessThan(0.02);
    expect(Math.abs(moment((x) => x * x) - 1)).toBeLessThan(0.03);
    expect(Math.abs(moment((x) => x ** 4) - 3)).toBeLessThan(0.15);
    expect(Math.abs(moment((x, i) => x * (values[i ^ 1] ?? 0)))).toBeLessThan(0.03);
    for (const at of [-2, -0.5, 1, 2.5]) {
      expect(Math.abs(moment((x) => (x <= at ? 1 : 0)) - normal.below(at))).toBeLessThan(0.015);
    }
  });
});

const row = (levels: readonly string[], y: number) => ({ levels, n: 1, sum: y, sumOfSquares: y * y });
const AGENTS = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 1, 2, 3, 4, 1, 3];
const KINDS = [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 1, 2, 3, 3, 1];
const TIMES = [12, 15, 20, 10, 13, 19, 17, 18, 26, 11, 12, 17, 13, 9, 19, 18, 21, 16];
/** Standard errors of the agents' distances from their own average. */
const ERRORS = [0.329145350739342, 0.355168309067368, 0.333970205610147, 0.359197700010852];
const CELLS = TIMES.map((y, i) => row([`a${AGENTS[i]}`, `k${KINDS[i]}`], y));

describe('crossed agents and kinds, by the full covariance in R', () => {
  test('variances, mean, effects and their errors', () => {
    const model = crossedModel(['agent', 'kind'], CELLS, { focus: 'agent' });
    const [agents, kinds] = model.factors;
    expect([agents?.variance, kinds?.variance, model.residual.variance]).toEqual([
      near(9.79497764180299, 2),
      near(18.299287024073, 2),
      near(0.695410800768107, 4),
    ]);
    expect(model.mean).toBeCloseTo(15.7661728439675, 4);
    expect(agents?.levels.map(({ effect }) => effect)).toEqual(
      [0.186968792166678, -2.098986847361081, 4.320625267547218, -2.408607212352819].map((x) => near(x, 3)),
    );
    expect(kinds?.levels.map(({ effect }) => effect)).toEqual(
      [-3.51972290871594, -1.22101765758674, 4.74074056630267].map((x) => near(x, 3)),
    );
    expect(agents?.levels.map(({ error }) => error)).toEqual(ERRORS.map((x) => near(x, 4)));
    expect(kinds?.levels[0]?.error).toBeNull();
    expect((model.focusChance ?? 0) / 1.4459233289395e-7).toBeCloseTo(1, 2);
    expect(agents?.levels[0]).toMatchObject({ level: 'a1', n: 5, raw: near(81 / 5) });
    expect(crossedModel(['agent', 'kind'], CELLS).focusChance).toBeNull();
  });
});

describe('people side by side', () => {
  const NAMES = ['a', 'b', 'c', 'd', 'e'];

  test('by share: the verdict is the interval’s against the middle, and so many more would settle it', () => {
    const found = comparePeopleByShare(NAMES, ANSWERS.solved, ANSWERS.of, { smallest: 0.02, level: 0.9 });
    expect(found).toMatchObject({
      method: 'beta_binomial',
      allChance: false,
      middle: near(0.712695886961882, 5),
      shares: [],
    });
    expect(found.p).toBeCloseTo(1.32268317102325e-6, 12);
    const weight = 7.21284639045001 + 2.90766436652562;
    const spread = Math.sqrt((0.712695886961882 * (1 - 0.712695886961882)) / (weight + 1));
    expect(found.between).toBeCloseTo(spread, 5);
    expect(found.people.map(({ verdict }) => verdict)).toEqual([
      'cannot_tell_yet',
      'signal',
      'cannot_tell_yet',
      'signal',
      'cannot_tell_yet',
    ]);
    const [few, low] = found.people;
    expect(few?.interval).toEqual({
      low: near(0.648211966863048, 5),
      high: near(0.928205443583802, 5),
      level: 0.9,
      method: 'beta_binomial',
    });
    expect(low?.moreNeeded).toBeNull();
    // deviation² = spread² weight / (weight + contacts), down to (distance / 1.645)²
    const contacts = (deviation: number) => weight * ((spread / deviation) ** 2 - 1);
    const more =
      contacts((0.805787019339414 - 0.712695886961882) / 1.6448536269514722) - contacts(0.0860789680785758);
    expect(few?.moreNeeded).toBe(Math.ceil(more));
    expect(few).toMatchObject({ name: 'a', n: 10, raw: 0.9 });
  });

  test('what is known to lie within the smallest change that matters is no change', () => {
    const found = comparePeopleByShare(NAMES, ANSWERS.solved, ANSWERS.of, { smallest: 0.3 });
    expect(found.people.map(({ verdict }) => verdict)).toEqual(NAMES.map(() => 'no_change_bigger_than'));
    expect(found.people.map(({ moreNeeded }) => moreNeeded)).toEqual(NAMES.map(() => null));
  });

  test('by rate', () => {
    const found = comparePeopleByRate(NAMES, CONTACTS.counts, CONTACTS.hours);
    expect(found).toMatchObject({
      method: 'gamma_poisson',
      middle: near(1.57436737527525, 5),
      allChance: false,
    });
    expect(found.between).toBeCloseTo(Math.sqrt(2.12488952325526) / 1.34967832579976, 4);
    expect(found.people[0]).toMatchObject({ n: 10, raw: 0.2, verdict: 'signal' });
    expect(comparePeopleByRate(['a', 'b'], [3, 6], [3, 6])).toMatchObject({ between: 0, allChance: true });
    expect(() => comparePeopleByRate([...NAMES, 'f'], CONTACTS.counts, CONTACTS.hours)).toThrow(
      'There is no group for f.',
    );
  });

  test('by mix: around the average of the agents there are, shares of the whole spread beside', () => {
    const found = comparePeopleByMix(['agent', 'kind'], CELLS, 'agent', { level: 0.9 });
    expect(found).toMatchObject({ method: 'crossed_reml', allChance: false });
    const total = 9.79497764180299 + 18.299287024073 + 0.695410800768107;
    expect(found.shares).toEqual([
      { name: 'agent', share: near(9.79497764180299 / total, 4) },
      { name: 'kind', share: near(18.299287024073 / total, 4) },
      { name: 'chance', share: near(0.695410800768107 / total, 4) },
    ]);
    expect(found.middle).toBeCloseTo(15.7661728439675, 3);
    expect(found.between).toBeCloseTo(Math.sqrt(9.79497764180299), 3);
    const [first, , third] = found.people;
    const reach = 1.6448536269514722 * (ERRORS[2] ?? 0);
    expect(third?.interval.low).toBeCloseTo(15.7661728439675 + 4.320625267547218 - reach, 3);
    expect(third?.interval.high).toBeCloseTo(15.7661728439675 + 4.320625267547218 + reach, 3);
    expect(third).toMatchObject({ verdict: 'signal', standing: { low: 1, high: 1 } });
    expect(third?.reliability).toBeCloseTo(1 - (ERRORS[2] ?? 0) ** 2 / 9.79497764180299, 4);
    expect(first?.verdict).toBe('cannot_tell_yet');
    expect(comparePeopleByMix(['agent', 'kind'], CELLS, 'agent', { remlUpTo: 5 }).method).toBe(
      'crossed_moments',
    );
    expect(() => comparePeopleByMix(['agent', 'kind'], CELLS, 'team')).toThrow('There is no factor team.');
  });
});
