import { describe, expect, test } from 'vitest';
import type { Interval } from '../evidence.ts';
import { agrestiCoullInterval } from './agresti-coull-interval.ts';
import { clopperPearsonInterval } from './clopper-pearson-interval.ts';
import { countedValues } from './counted-values.ts';
import { coxInterval } from './cox-interval.ts';
import { dirichletIntervals } from './dirichlet-intervals.ts';
import { garwoodInterval } from './garwood-interval.ts';
import { geometricMeanInterval } from './geometric-mean-interval.ts';
import { jeffreysInterval } from './jeffreys-interval.ts';
import { meanInterval, moments } from './mean-interval.ts';
import { npsAdjustedWaldInterval, npsBelief, npsTInterval, npsWaldInterval } from './nps-by-formula.ts';
import { npsInterval } from './nps-interval.ts';
import { quantileInterval, sampleQuantile } from './quantile-interval.ts';
import { ratioInterval } from './ratio-interval.ts';
import { sumsOf } from './sums-of.ts';
import { trimmedMean } from './trimmed-mean.ts';
import { wilsonInterval } from './wilson-interval.ts';

const HANDLE_TIMES = [
  212, 187, 341, 295, 154, 620, 243, 198, 277, 402, 165, 231, 518, 189, 267, 304, 176, 222, 349, 258,
];
const times = sumsOf(HANDLE_TIMES);
const logs = sumsOf(HANDLE_TIMES.map(Math.log));
const steps = countedValues(HANDLE_TIMES);
const answers = { promoters: 50, passives: 30, detractors: 20 };
const level = 0.9;
const ends = ({ low, high }: Interval) => [low, high];

/** The same numbers at 90 %, by R 4 (prop.test, binom.test, qbeta, poisson.test, t.test, qbinom). */
const AT_NINETY: Record<string, { readonly given: Interval; readonly method: string; readonly r: number[] }> =
  {
    Wilson: {
      given: wilsonInterval(81, 263, { level }),
      method: 'wilson',
      r: [0.263313617188481, 0.356566349608488],
    },
    'Agresti and Coull': {
      given: agrestiCoullInterval(81, 263, { level }),
      method: 'agresti_coull',
      r: [0.263273058511937, 0.356606908285033],
    },
    'Clopper and Pearson': {
      given: clopperPearsonInterval(81, 263, { level }),
      method: 'clopper_pearson',
      r: [0.261055746009112, 0.358178495575784],
    },
    Jeffreys: {
      given: jeffreysInterval(81, 263, { level }),
      method: 'jeffreys',
      r: [0.262861479707775, 0.356213613588293],
    },
    Dirichlet: {
      given: dirichletIntervals([50, 30, 20], { level, prior: 1 })[0]?.interval ?? wilsonInterval(0, 1),
      method: 'dirichlet',
      r: [0.41450382138717, 0.575895173899321],
    },
    Garwood: {
      given: garwoodInterval(17, { level }),
      method: 'garwood',
      r: [10.832140356276, 25.4992300828553],
    },
    't of the mean': {
      given: meanInterval(times, { level }),
      method: 't',
      r: [234.104460588891, 326.695539411109],
    },
    't of the geometric mean': {
      given: geometricMeanInterval(logs, { level }),
      method: 'geometric_mean_t',
      r: [226.155646469441, 301.519379962481],
    },
    Cox: { given: coxInterval(logs, { level }), method: 'cox', r: [241.108399485732, 324.778524737715] },
    // of 20 rows 6 … 14 lie below the median with 5 % left at each end: the 6th and the 15th smallest
    'order statistics': {
      given: quantileInterval(steps, { n: 20, q: 0.5, level }),
      method: 'order_statistics',
      r: [198, 304],
    },
    // one case a customer, so the t of the mean again
    'ratio of sums': {
      given: ratioInterval(
        { n: 20, sumY: times.sum, sumX: 20, sumYY: times.sumOfSquares, sumXY: times.sum, sumXX: 20 },
        { level },
      ),
      method: 'ratio_delta',
      r: [234.104460588891, 326.695539411109],
    },
    'untrimmed mean': {
      given: trimmedMean(HANDLE_TIMES, { trim: 0, level }).interval,
      method: 'trimmed_mean_t',
      r: [234.104460588891, 326.695539411109],
    },
  };

test.each(Object.entries(AT_NINETY))('%s at 90 %%, under its own name', (_, { given, method, r }) => {
  expect(given).toEqual({
    low: expect.closeTo(r[0] ?? NaN, 9),
    high: expect.closeTo(r[1] ?? NaN, 9),
    level,
    method,
  });
});

test('with continuity, at 99 %, as R’s default', () => {
  expect(wilsonInterval(81, 263, { level: 0.99, continuity: true })).toEqual({
    low: expect.closeTo(0.238403972152825, 10),
    high: expect.closeTo(0.387256894351187, 10),
    level: 0.99,
    method: 'wilson_continuity',
  });
});

test('bursts are named where they widen the interval, and only there', () => {
  expect(garwoodInterval(17, { dispersion: 1.5 }).method).toBe('garwood_quasi_poisson');
  expect(garwoodInterval(17, { dispersion: 1 }).method).toBe('garwood');
  expect(garwoodInterval(17, { dispersion: 0.8 }).method).toBe('garwood');
});

describe('two rows are enough, one is not', () => {
  const two = sumsOf([1, 3]);
  // t with 1 degree of freedom at 50 % is 1, the error of the mean 1
  test('for the mean, the geometric mean and Cox’s', () => {
    expect(ends(meanInterval(two, { level: 0.5 }))).toEqual([1, 3].map((x) => expect.closeTo(x, 12)));
    const around = Math.exp(2);
    expect(ends(geometricMeanInterval(two, { level: 0.5 }))).toEqual(
      [around / Math.E, around * Math.E].map((x) => expect.closeTo(x, 9)),
    );
    // m 2, s² 2: error √(2/2 + 4/2) = √3
    expect(ends(coxInterval(two, { level: 0.5 }))).toEqual(
      [3 - Math.sqrt(3), 3 + Math.sqrt(3)].map((x) => expect.closeTo(Math.exp(x), 9)),
    );
    expect(moments(sumsOf([7]))).toEqual({ mean: 7, variance: Infinity });
  });

  test('for the ratio and the trimmed mean', () => {
    const sums = { n: 2, sumY: 4, sumX: 2, sumYY: 10, sumXY: 4, sumXX: 2 };
    expect(ends(ratioInterval(sums, { level: 0.5 }))).toEqual([1, 3].map((x) => expect.closeTo(x, 12)));
    expect(ends(trimmedMean([3, 1], { level: 0.5 }).interval)).toEqual(
      [1, 3].map((x) => expect.closeTo(x, 12)),
    );
  });
});

test('a mean far from zero keeps the digits of its spread when it is trimmed', () => {
  const near = trimmedMean(HANDLE_TIMES, { trim: 0.1 });
  const far = trimmedMean(
    HANDLE_TIMES.map((x) => x + 1e9),
    { trim: 0.1 },
  );
  expect(far.value - 1e9).toBeCloseTo(near.value, 6);
  expect((far.interval.high ?? 0) - 1e9).toBeCloseTo(near.interval.high ?? 0, 5);
});

test('a hundred thousand equal rows have no spread, whatever rounding says', () => {
  expect(moments(sumsOf(new Array(100_000).fill(0.1))).variance).toBe(0);
});

describe('quantiles at the ends of what is known', () => {
  test('the smallest, the largest and every row between', () => {
    const sorted = HANDLE_TIMES.toSorted((a, b) => a - b);
    for (const [i, value] of sorted.entries()) {
      expect(sampleQuantile(steps, { n: 20, q: i / 19 })).toBeCloseTo(value, 9);
    }
    expect(sampleQuantile(steps, { n: 20, q: 0 })).toBe(154);
    expect(sampleQuantile(steps, { n: 20, q: 1 })).toBe(620);
  });

  test('a window that lacks one of the two rows between which it lies says nothing', () => {
    // the median of 20 lies between the 10th and the 11th smallest
    expect(sampleQuantile(steps.slice(0, 10), { n: 20, q: 0.5 })).toBeNull();
    expect(sampleQuantile(steps.slice(10), { n: 20, q: 0.5 })).toBeNull();
  });
});

describe('promoter scores at other levels', () => {
  const z = 1.6448536269514722;
  test('the schoolbook’s, with t, padded and ours each under its name', () => {
    // 30 ± z × 7.8102497, t with 99 degrees of freedom and √(100/99) more
    const error = 10 * Math.sqrt(0.61);
    expect(npsWaldInterval(answers, { level })).toEqual({
      low: expect.closeTo(30 - z * error, 9),
      high: expect.closeTo(30 + z * error, 9),
      level,
      method: 'nps_wald',
    });
    expect(npsTInterval(answers, { level })).toMatchObject({
      low: expect.closeTo(30 - 1.66039115601699 * error * Math.sqrt(100 / 99), 9),
      method: 'nps_t',
    });
    // three answers more: 50.75, 31.5 and 20.75 of 103
    const score = 3000 / 103;
    const padded = 100 * Math.sqrt((71.5 / 103 - (30 / 103) ** 2) / 103);
    expect(npsAdjustedWaldInterval(answers, { level })).toMatchObject({
      low: expect.closeTo(score - z * padded, 9),
      high: expect.closeTo(score + z * padded, 9),
      method: 'nps_adjusted_wald',
    });
    expect(npsInterval(answers).method).toBe('nps_mover_wilson');
    expect(npsInterval(answers, { level }).low ?? 0).toBeGreaterThan(npsInterval(answers).low ?? 0);
  });

  test('a belief has the spread of a Dirichlet distribution', () => {
    // shares 51, 31, 21 of 103: variance (72/103 − (30/103)²) / 104
    const { score, spread } = npsBelief(answers);
    expect(score).toBeCloseTo(3000 / 103, 10);
    expect(spread).toBeCloseTo(100 * Math.sqrt((72 / 103 - (30 / 103) ** 2) / 104), 10);
    const wide = npsBelief({ promoters: 1, passives: 0, detractors: 0 }, { prior: 2 });
    expect(wide.score).toBeCloseTo(100 / 7, 10);
    expect(wide.spread).toBeCloseTo(100 * Math.sqrt((5 / 7 - 1 / 49) / 8), 10);
  });

  test('twelve promoters and nobody else: both Wilson ends move against each other', () => {
    const z2 = 1.959963984540054 ** 2;
    expect(npsInterval({ promoters: 12, passives: 0, detractors: 0 }).low).toBeCloseTo(
      100 - (200 * z2) / (12 + z2),
      8,
    );
    expect(npsInterval({ promoters: 0, passives: 0, detractors: 12 }).high).toBeCloseTo(
      -100 + (200 * z2) / (12 + z2),
      8,
    );
  });
});
