import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval } from '../evidence.ts';
import { normal } from '../numerics/normal.ts';
import { kaplanMeier, type TimeToEvent } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';
import { restrictedMean } from './restricted-mean.ts';
import {
  type SurvivalScale,
  survivalLimit,
  survivalQuantile,
  survivalQuantileInterval,
} from './survival-quantile.ts';
import { fitLogNormal, fitWeibull } from './time-models.ts';

const HOURS = [2, 3, 3, 5, 8, 8, 9, 12, 14, 15, 18, 21, 22, 25, 30, 33, 36, 40, 44, 50];
const CLOSED = [1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0, 0];
const TICKETS = HOURS.map((time, i) => ({ time, isEvent: CLOSED[i] === 1 }));
/** Sixty cases, the i-th at i^1.5, every fourth still open. */
const SIXTY = Array.from({ length: 60 }, (_, i) => ({ time: (i + 1) ** 1.5, isEvent: (i + 1) % 4 !== 0 }));
const near = (x: number, digits = 9) => expect.closeTo(x, digits);
const ends = ({ low, high }: Interval) => [low, high];
const done = (times: readonly number[]) => times.map((time) => ({ time, isEvent: true }));

describe('quantiles of sixty, as R’s survfit has them', () => {
  const steps = kaplanMeier(SIXTY);
  const place = (x: number) => x ** 1.5;

  test.each([
    ['log_log', 0.95, 0.25, 10, 27],
    ['log_log', 0.95, 0.5, 27, 45],
    ['log_log', 0.95, 0.75, 43, 57],
    ['log_log', 0.8, 0.25, 14, 25],
    ['log_log', 0.8, 0.5, 30, 42],
    ['log', 0.95, 0.5, 29, 46],
    ['log', 0.95, 0.75, 45, 58],
    ['log', 0.8, 0.25, 14, 26],
    ['log', 0.8, 0.75, 47, 55],
  ] as const)('%s at %d: of the %d quantile', (scale, level, q, low, high) => {
    expect(survivalQuantileInterval(steps, q, { level, scale })).toEqual({
      low: near(place(low)),
      high: near(place(high)),
      level,
      method: `kaplan_meier_${scale}`,
    });
  });

  test('the quantiles themselves', () => {
    expect([0.25, 0.5, 0.75].map((q) => survivalQuantile(steps, q))).toEqual(
      [19, 37, 51].map((x) => near(place(x))),
    );
  });
});

describe('limits of a curve', () => {
  test('an interval’s ends are where a search from the first step on finds them', () => {
    const cases = fc.array(fc.record({ time: fc.integer({ min: 1, max: 500 }), isEvent: fc.boolean() }), {
      minLength: 20,
      maxLength: 150,
    });
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom<SurvivalScale>('log_log', 'log'),
        fc.integer({ min: 1, max: 9 }),
        (rows, scale, tenths) => {
          const steps = kaplanMeier(rows);
          const [q, z] = [tenths / 10, 1.959963984540054];
          const { low, high } = survivalQuantileInterval(steps, q, { scale });
          const open = steps.filter(({ survival }) => survival > 0);
          const goal = 1 - q;
          fc.pre(
            open.every((step) =>
              [-z, z].every((at) => Math.abs(survivalLimit(step, at, scale) - goal) > 1e-7),
            ),
          );
          const first = (at: number) =>
            open.find((step) => survivalLimit(step, at, scale) <= goal)?.value ?? null;
          expect([low, high]).toEqual([first(-z), first(z)]);
        },
      ),
    );
  });

  test('the last of all to finish leaves no limit to cross', () => {
    const two = kaplanMeier(done([3, 4]));
    expect(ends(survivalQuantileInterval(two, 0.9, { scale: 'log' }))).toEqual([null, null]);
    expect(ends(survivalQuantileInterval(two, 0.5, { scale: 'log' }))).toEqual([3, null]);
  });

  test('a curve that stands at its goal is crossed halfway to its next step, however it got there', () => {
    const quarters = kaplanMeier(done([1, 2, 5, 9]));
    expect([0.25, 0.5, 0.75].map((q) => survivalQuantile(quarters, q))).toEqual([1.5, 3.5, 7]);
    expect([0.2, 0.3, 0.6, 0.9].map((q) => survivalQuantile(quarters, q))).toEqual([1, 2, 5, 9]);
    expect(survivalQuantile(quarters.slice(0, 3), 0.75)).toBe(5);
    expect(survivalQuantile([], 0.5)).toBeNull();
  });
});

test('the log-rank test of three groups with ties, as R’s survdiff has it', () => {
  const groups = [0, 1, 2].map((g) => TICKETS.filter((_, i) => i % 3 === g));
  const found = logRank(groups);
  expect(found).toEqual({
    chi2: near(1.53036294729267),
    df: 2,
    p: near(0.465249492790981),
    observed: [2, 5, 5],
    expected: [near(3.89998554077501), near(4.45002891844997), near(3.64998554077501)],
  });
  expect(logRank([...groups].reverse()).chi2).toBeCloseTo(1.53036294729267, 10);
});

test('the log-rank test of a group that is only there at the start', () => {
  // b is alone at risk from 2 on: expected a 1/2, variance 1/4, chi2 1
  const { chi2, expected } = logRank([done([1]), done([2])]);
  expect([chi2, ...expected]).toEqual([near(1), near(0.5), near(1.5)]);
});

test('a restricted mean ends at its horizon, also on a step, and knows the last case has finished', () => {
  const steps = kaplanMeier(done([1, 3]));
  expect(restrictedMean(steps, 3)).toEqual({ mean: 2, error: near(Math.sqrt(1 / 2)) });
  // until 2: 1 + ½, error ½ × ½ × √(1/2) … (area ½)² × 1 / (2 × 1)
  expect(restrictedMean(steps, 2)).toEqual({ mean: 1.5, error: near(Math.sqrt(1 / 8)) });
  expect(restrictedMean(steps, 1)).toEqual({ mean: 1, error: 0 });
});

describe('time models', () => {
  test('of the sixty, as R’s survreg has them', () => {
    expect(fitWeibull(SIXTY)).toEqual({
      shape: near(1.087664232168, 8),
      scale: near(253.781913221658, 6),
      logLikelihood: near(-293.799840412507, 8),
    });
    expect(fitLogNormal(SIXTY)).toEqual({
      mu: near(5.05919129844, 8),
      sigma: near(1.499549797849, 8),
      logLikelihood: near(-301.860227546613, 8),
    });
  });

  const cases = fc.array(fc.record({ time: fc.integer({ min: 1, max: 1000 }), isEvent: fc.boolean() }), {
    minLength: 3,
    maxLength: 60,
  });

  test('Weibull’s shape solves the textbook’s equation to six digits, its scale follows', () => {
    fc.assert(
      fc.property(cases, (rows) => {
        const events = rows.filter(({ isEvent }) => isEvent);
        fc.pre(events.length > 1 && new Set(events.map(({ time }) => time)).size > 1);
        const { shape, scale } = fitWeibull(rows) ?? { shape: NaN, scale: NaN };
        const powers = rows.map(({ time }) => (time / scale) ** shape);
        const total = powers.reduce((sum, x) => sum + x, 0);
        const weighed = powers.reduce((sum, x, i) => sum + x * Math.log(rows[i]?.time ?? 1), 0) / total;
        const logs = events.reduce((sum, { time }) => sum + Math.log(time), 0) / events.length;
        expect(shape * (weighed - logs)).toBeCloseTo(1, 6);
        expect(total / events.length).toBeCloseTo(1, 6);
      }),
    );
  });

  test('where all have finished the log-normal is mean and deviation of the logarithms to seven digits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 40 }),
        (times) => {
          const logs = times.map(Math.log);
          const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
          const deviation = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / logs.length);
          fc.pre(deviation > 0.01);
          const fit = fitLogNormal(done(times));
          expect(((fit?.mu ?? 0) - mean) / deviation).toBeCloseTo(0, 7);
          expect((fit?.sigma ?? 0) / deviation).toBeCloseTo(1, 7);
        },
      ),
    );
  });

  /** Written apart from the room's own: Mills' ratio by its series far out. */
  const logLikelihood = (rows: readonly TimeToEvent[], mu: number, sigma: number) =>
    rows.reduce((sum, { time, isEvent }) => {
      const z = (Math.log(time) - mu) / sigma;
      const density = -(z * z) / 2 - Math.log(2 * Math.PI) / 2;
      if (isEvent) return sum + density - Math.log(sigma * time);
      const series = 1 - 1 / z ** 2 + 3 / z ** 4 - 15 / z ** 6;
      return sum + (z > 25 ? density - Math.log(z) + Math.log(series) : Math.log(normal.above(z)));
    }, 0);

  test('one that waits for ever among two thousand quick ones: still the top of the hill', () => {
    const quick = Array.from({ length: 2000 }, (_, i) => ({
      time: Math.exp((i % 2 ? 1 : -1) / 100),
      isEvent: true,
    }));
    const rows = [...quick, { time: 1e9, isEvent: false }];
    const {
      mu,
      sigma,
      logLikelihood: top,
    } = fitLogNormal(rows) ?? { mu: NaN, sigma: NaN, logLikelihood: NaN };
    expect((Math.log(1e9) - mu) / sigma).toBeGreaterThan(40);
    expect(top).toBeCloseTo(logLikelihood(rows, mu, sigma), 4);
    for (const [a, b] of [
      [1e-3, 0],
      [-1e-3, 0],
      [0, 1e-3],
      [0, -1e-3],
    ] as const) {
      expect(logLikelihood(rows, mu + a, sigma + b)).toBeLessThan(logLikelihood(rows, mu, sigma));
    }
  });

  test('no spread is no fit, whichever case comes first; a time of 0 is told so', () => {
    const open = (time: number) => ({ time, isEvent: false });
    for (const rows of [
      [open(4), ...done([5, 5])],
      [...done([5, 5]), open(5)],
      [open(9), open(8)],
      done([5]),
    ]) {
      expect(fitLogNormal(rows)).toBeNull();
      expect(fitWeibull(rows)).toBeNull();
    }
    expect(fitWeibull([open(9), ...done([5])])).not.toBeNull();
    expect(() => fitLogNormal(done([1, 0]))).toThrow('Times to an event must be above 0.');
    expect(() => fitLogNormal(done([1, NaN]))).toThrow(RangeError);
  });
});
