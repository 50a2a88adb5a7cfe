import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval } from '../evidence.ts';
import { countedValues } from '../intervals/counted-values.ts';
import { sampleQuantile } from '../intervals/quantile-interval.ts';
import { kaplanMeier, riskTable, survivalAt } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';
import { nelsonAalen } from './nelson-aalen.ts';
import { patience } from './patience.ts';
import { restrictedMean } from './restricted-mean.ts';
import { survivalLimit, survivalQuantile, survivalQuantileInterval } from './survival-quantile.ts';
import { fitLogNormal, fitWeibull } from './time-models.ts';

/** Hours to resolution of twenty tickets, nine of them still open (0). */
const HOURS = [2, 3, 3, 5, 8, 8, 9, 12, 14, 15, 18, 21, 22, 25, 30, 33, 36, 40, 44, 50];
const CLOSED = [1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0, 0];
const TICKETS = HOURS.map((time, i) => ({ time, isEvent: CLOSED[i] === 1 }));

const ends = ({ low, high }: Interval) => [low, high];
const cases = fc.array(fc.record({ time: fc.integer({ min: 1, max: 40 }), isEvent: fc.boolean() }), {
  minLength: 1,
  maxLength: 80,
});
const allClosed = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 80 });

describe('product-limit curve', () => {
  const steps = kaplanMeier(TICKETS);

  test('falls at the times of events only, and counts open cases as at risk until last seen', () => {
    expect(steps.map(({ value }) => value)).toEqual([2, 3, 8, 12, 14, 18, 21, 25, 33, 40]);
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([20, 19, 16, 13, 12, 10, 9, 7, 5, 3]);
    expect(steps.at(-1)?.survival).toBeCloseTo(0.230153846, 9);
    const last = steps.at(-1) ?? { survival: 0, greenwood: 0 };
    expect(last.survival * Math.sqrt(last.greenwood)).toBeCloseTo(0.125473811662, 10);
  });

  test('a case last seen at the very time of an event is still at risk then', () => {
    expect(
      riskTable([
        { time: 3, isEvent: false },
        { time: 3, isEvent: true },
      ]),
    ).toEqual([{ value: 3, atRisk: 2, events: 1 }]);
  });

  test('without open cases it is the plain share of those not yet done', () => {
    fc.assert(
      fc.property(allClosed, (times) => {
        const curve = kaplanMeier(times.map((time) => ({ time, isEvent: true })));
        for (const { value, survival } of curve) {
          expect(survival).toBeCloseTo(times.filter((time) => time > value).length / times.length, 12);
        }
        const plain = sampleQuantile(countedValues(times), { n: times.length, q: 0.5 });
        expect(survivalQuantile(curve, 0.5)).toBe(plain);
      }),
    );
  });

  test('never rises, and at any time is the last step before it', () => {
    fc.assert(
      fc.property(cases, (rows) => {
        const curve = kaplanMeier(rows);
        curve.forEach(({ survival, value }, i) => {
          expect(survival).toBeLessThan(curve[i - 1]?.survival ?? 1);
          expect(survivalAt(curve, value)).toBe(survival);
          expect(survivalAt(curve, value - 0.5)).toBe(curve[i - 1]?.survival ?? 1);
        });
      }),
    );
    expect(survivalAt([], 5)).toBe(1);
  });

  test('the limits are the published ones and enclose the curve', () => {
    const first = steps[0] ?? { survival: 0, greenwood: 0 };
    expect(survivalLimit(first, -1.959963984540054, 'log_log')).toBeCloseTo(0.694743193, 8);
    expect(survivalLimit(first, 1.959963984540054, 'log_log')).toBeCloseTo(0.992802228593, 10);
    expect(survivalLimit(first, 1.959963984540054, 'log')).toBe(1);
    expect(survivalLimit({ survival: 0, greenwood: Infinity }, 1, 'log_log')).toBeNaN();
    expect(survivalLimit({ survival: 1, greenwood: 0 }, -1, 'log')).toBe(1);
  });
});

describe('quantile of times with open cases', () => {
  const steps = kaplanMeier(TICKETS);

  test('median and its two intervals', () => {
    expect(survivalQuantile(steps, 0.5)).toBe(25);
    expect(ends(survivalQuantileInterval(steps, 0.5))).toEqual([8, 40]);
    expect(ends(survivalQuantileInterval(steps, 0.5, { scale: 'log' }))).toEqual([14, null]);
  });

  test('what was never reached is null: at least', () => {
    expect(survivalQuantile(steps, 0.9)).toBeNull();
    expect(survivalQuantileInterval(steps, 0.9)).toMatchObject({ low: 40, high: null });
    expect(ends(survivalQuantileInterval([], 0.5))).toEqual([null, null]);
  });

  test('grows with the unit and with the share asked', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 60 }), (rows, factor) => {
        const curve = kaplanMeier(rows);
        const scaled = kaplanMeier(rows.map(({ time, isEvent }) => ({ time: factor * time, isEvent })));
        const times = (x: number | null) => (x === null ? null : factor * x);
        expect(ends(survivalQuantileInterval(scaled, 0.5))).toEqual(
          ends(survivalQuantileInterval(curve, 0.5)).map(times),
        );
        const [early, late] = [survivalQuantile(curve, 0.25), survivalQuantile(curve, 0.75)];
        if (late !== null) expect(early ?? Infinity).toBeLessThanOrEqual(late);
      }),
    );
  });

  test('the steps around the crossing are enough', () => {
    expect(survivalQuantile(steps.slice(2), 0.5)).toBe(25);
    expect(ends(survivalQuantileInterval(steps.slice(1), 0.5))).toEqual([8, 40]);
  });
});

test('cumulative hazard', () => {
  const hazard = nelsonAalen(TICKETS);
  expect(hazard[1]).toEqual({ value: 3, hazard: expect.closeTo(0.155263157895, 11) });
  expect(hazard.at(-1)?.hazard).toBeCloseTo(1.32782115545, 10);
});

describe('restricted mean', () => {
  test('of the tickets within two days', () => {
    const { mean, error } = restrictedMean(kaplanMeier(TICKETS), 48);
    expect(mean).toBeCloseTo(25.4885673077, 9);
    expect(error).toBeCloseTo(4.02606357345, 9);
  });

  test('without open cases and with a far horizon it is the plain mean and its error', () => {
    fc.assert(
      fc.property(allClosed, (times) => {
        const { mean, error } = restrictedMean(
          kaplanMeier(times.map((time) => ({ time, isEvent: true }))),
          1000,
        );
        const plain = times.reduce((sum, time) => sum + time, 0) / times.length;
        const variance = times.reduce((sum, time) => sum + (time - plain) ** 2, 0) / times.length;
        expect(mean).toBeCloseTo(plain, 8);
        expect(error).toBeCloseTo(Math.sqrt(variance / times.length), 6);
      }),
    );
  });

  test('before the first event it is the horizon itself', () => {
    expect(restrictedMean(kaplanMeier(TICKETS), 1)).toEqual({ mean: 1, error: 0 });
  });
});

describe('log-rank', () => {
  test('of two groups without ties is the hand-worked one', () => {
    // a: 1, 4; b: 2, 3 (all events). expected a: 1/2 + 1/3 + 1/2 + 1 = 7/3; variance 1/4 + 2/9 + 1/4 = 13/18
    const done = (times: readonly number[]) => times.map((time) => ({ time, isEvent: true }));
    const { chi2, df, observed, expected } = logRank([done([1, 4]), done([2, 3])]);
    expect(expected[0]).toBeCloseTo(7 / 3, 12);
    expect(observed).toEqual([2, 2]);
    expect([chi2, df]).toEqual([expect.closeTo(1 / 9 / (13 / 18), 12), 1]);
  });

  test('does not care which group comes first, nor for empty groups, and equal groups do not differ', () => {
    fc.assert(
      fc.property(cases, cases, cases, (a, b, c) => {
        const there = logRank([a, b, c]);
        const back = logRank([c, [], b, a]);
        expect(back.chi2).toBeCloseTo(there.chi2, 6);
        expect(back.df).toBe(there.df);
        expect(logRank([a, a]).chi2).toBeCloseTo(0, 10);
        expect(there.observed.reduce((x, y) => x + y, 0)).toBeCloseTo(
          there.expected.reduce((x, y) => x + y, 0),
          8,
        );
      }),
    );
  });
});

describe('time models', () => {
  test('of the tickets', () => {
    expect(fitWeibull(TICKETS)).toEqual({
      shape: expect.closeTo(1.09078745, 5),
      scale: expect.closeTo(32.5498771, 4),
      logLikelihood: expect.closeTo(-53.9562244, 6),
    });
    expect(fitLogNormal(TICKETS)).toEqual({
      mu: expect.closeTo(3.06596532, 5),
      sigma: expect.closeTo(1.25397087, 5),
      logLikelihood: expect.closeTo(-53.7581435, 6),
    });
  });

  test('without open cases the log-normal is the mean and deviation of the logarithms', () => {
    const times = [12, 40, 7, 95, 23];
    const fit = fitLogNormal(times.map((time) => ({ time, isEvent: true })));
    const logs = times.map(Math.log);
    const mean = logs.reduce((sum, x) => sum + x, 0) / 5;
    expect(fit?.mu).toBeCloseTo(mean, 9);
    expect(fit?.sigma).toBeCloseTo(Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 5), 7);
  });

  test('another unit moves the scale only', () => {
    const hours = fitWeibull(TICKETS);
    const seconds = fitWeibull(TICKETS.map(({ time, isEvent }) => ({ time: 3600 * time, isEvent })));
    expect(seconds?.shape).toBeCloseTo(hours?.shape ?? 0, 6);
    expect((seconds?.scale ?? 0) / (hours?.scale ?? 1)).toBeCloseTo(3600, 2);
  });

  test('nothing closed cannot be fitted, and a time of 0 is refused', () => {
    expect(fitWeibull([{ time: 3, isEvent: false }])).toBeNull();
    expect(fitLogNormal([])).toBeNull();
    expect(
      fitLogNormal([
        { time: 5, isEvent: true },
        { time: 5, isEvent: true },
        { time: 4, isEvent: false },
      ]),
    ).toBeNull();
    expect(
      fitLogNormal([
        { time: 5, isEvent: true },
        { time: 9, isEvent: false },
      ])?.sigma,
    ).toBeGreaterThan(0);
    expect(() => fitWeibull([{ time: 0, isEvent: true }])).toThrow(RangeError);
  });

  test('a few that are very late do not lead it astray', () => {
    const late = [1, 1.1, 0.9, 1e6].map((time) => ({ time, isEvent: true }));
    expect(fitWeibull([...late, { time: 1e7, isEvent: false }])?.logLikelihood).toBeLessThan(0);
    expect(fitLogNormal([...late, { time: 1e9, isEvent: false }])?.sigma).toBeGreaterThan(5);
  });
});

test('the answered were at least as patient as they had to be', () => {
  const waits = [10, 20, 30, 40].map((seconds, i) => ({ seconds, hasAbandoned: i % 2 === 0 }));
  const found = patience(waits);
  expect(found).toMatchObject({
    n: 4,
    abandoned: 2,
    median: 30,
    medianOfferedWait: 40,
    meanIfConstantRisk: 50,
  });
  expect(patience([{ seconds: 5, hasAbandoned: false }])).toMatchObject({
    median: null,
    meanIfConstantRisk: null,
  });
});

test('a curve that ends exactly at a half is halfway between its last event and the last case seen', () => {
  const cases = [
    { time: 38, isEvent: true },
    { time: 58, isEvent: false },
  ];
  expect(survivalQuantile(kaplanMeier(cases), 0.5)).toBe(38);
  expect(survivalQuantile(kaplanMeier(cases), 0.5, { lastSeen: 58 })).toBe(48);
  expect(survivalQuantile(kaplanMeier(cases.slice(0, 1)), 0.5, { lastSeen: 58 })).toBe(38);
});

test('a group of which nobody is left at the first event costs no degree of freedom', () => {
  const [a, b] = [
    [3, 5, 8, 13],
    [4, 9, 10, 20],
  ].map((times) => times.map((time) => ({ time, isEvent: true })));
  const gone = [{ time: 1, isEvent: false }];
  const two = logRank([a ?? [], b ?? []]);
  expect(logRank([a ?? [], gone, b ?? []])).toEqual(two);
  expect(two.df).toBe(1);
});
