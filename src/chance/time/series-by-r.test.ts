import { describe, expect, test } from 'vitest';
import { autocorrelations, ljungBox } from './autocorrelation.ts';
import { cusumRunLength, ewmaRunLength, shewhartRunLength } from './average-run-length.ts';
import { differenceInDifferences, interruptedSeries } from './did-it-work.ts';
import { generalisedEsd } from './generalised-esd.ts';

/** The values here are from R 4: acf, Box.test, lm.fit, qt, solve. */
const SERIES = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4];
const BESIDE = [2, 2, 3, 1, 4, 4, 1, 5, 3, 3, 4, 2, 3, 3, 4, 1, 2, 2, 3, 5, 1, 2, 4, 4];
const near = (x: number, digits = 10) => expect.closeTo(x, digits);
const all = (values: readonly number[]) => values.map((x) => near(x));

test('autocorrelations and Ljung and Box’s test', () => {
  expect(autocorrelations(SERIES, 5)).toEqual(
    all([
      0.1036283226822265, 0.0741641196628693, -0.0739441511530981, -0.1700935445031027, -0.1423196258219876,
    ]),
  );
  expect(ljungBox(SERIES, { lags: 5 })).toEqual({
    statistic: near(2.177713361441104),
    degrees: 5,
    p: near(0.824048539779941),
  });
  expect(ljungBox(SERIES, { lags: 5, fitted: 2 }).p).toBeCloseTo(0.536351474106387, 10);
  expect(ljungBox(SERIES)).toEqual({
    statistic: near(5.833940876988345),
    degrees: 10,
    p: near(0.829016444718811),
  });
});

describe('an interrupted series', () => {
  test('of twenty-four points', () => {
    const { jump, turn, trend, fitted, expected } = interruptedSeries(SERIES, 10);
    expect([trend, jump, turn].map(({ estimate }) => estimate)).toEqual(
      all([0.2727272727272726, 1.657142857142857, -0.5232767232767231]),
    );
    expect([fitted[0], fitted[23], expected[0], expected[23]]).toEqual(
      all([2.67272727272727, 3.8, 2.67272727272727, 8.94545454545455]),
    );
    expect(jump).toMatchObject({ level: 0.95, n: 24, method: 'interrupted_series' });
    // Not below the plain error of lm, which knows of no memory.
    expect(jump.error).toBeGreaterThan(1.78);
    const nine = interruptedSeries(SERIES, 10, { level: 0.9 }).jump;
    expect(nine.level).toBe(0.9);
    expect(nine.high - nine.low).toBeLessThan(jump.high - jump.low);
  });

  test('four points on each side are enough, three on either are not', () => {
    expect(interruptedSeries(SERIES.slice(0, 8), 4).jump.n).toBe(8);
    const message = 'Four points are needed before the change and four after.';
    expect(() => interruptedSeries(SERIES.slice(0, 8), 3)).toThrow(message);
    expect(() => interruptedSeries(SERIES.slice(0, 8), 5)).toThrow(message);
  });
});

describe('a difference in differences', () => {
  test('is that of the means, and no surer than without memory', () => {
    const found = differenceInDifferences(SERIES, BESIDE, 10);
    expect(found.estimate).toBeCloseTo(1.471428571428572, 10);
    expect((found.low + found.high) / 2).toBeCloseTo(found.estimate, 10);
    expect(found.error).toBeGreaterThan(0.9);
    expect(found).toMatchObject({ n: 24, level: 0.95, method: 'difference_in_differences' });
  });

  test('of series of unequal length only what both have is compared', () => {
    expect(differenceInDifferences([...SERIES, 99], BESIDE, 10)).toEqual(
      differenceInDifferences(SERIES, BESIDE, 10),
    );
    expect(differenceInDifferences(SERIES, [...BESIDE, 99], 10)).toEqual(
      differenceInDifferences(SERIES, BESIDE, 10),
    );
  });

  test('two points on each side are enough, one on either is not; nothing at all is no effect', () => {
    expect(differenceInDifferences([1, 1, 1, 1], [2, 2, 2, 2], 2)).toMatchObject({ estimate: 0, p: 1 });
    const message = 'Two points are needed before the change and two after.';
    expect(() => differenceInDifferences([1, 1, 1, 1], [2, 2, 2, 2], 1)).toThrow(message);
    expect(() => differenceInDifferences([1, 1, 1, 1], [2, 2, 2, 2], 3)).toThrow(message);
  });
});

/** Rosner's fifty-four measurements, as NIST's handbook of statistics prints them (1.3.5.17.3). */
const ROSNER = [
  -0.25, 0.68, 0.94, 1.15, 1.2, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65, 1.69, 1.7,
  1.76, 1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.1, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.4,
  2.47, 2.54, 2.62, 2.64, 2.9, 2.92, 2.92, 2.93, 3.21, 3.26, 3.3, 3.59, 3.68, 4.3, 4.64, 5.34, 5.42, 6.01,
];

describe('Rosner’s outliers', () => {
  test('three, though the first and the second alone would not have been called', () => {
    const { outliers, statistics, critical } = generalisedEsd(ROSNER);
    expect(outliers).toEqual([53, 52, 51]);
    expect(statistics.map((x) => Number(x.toFixed(8)))).toEqual([
      3.11890605, 2.94297311, 3.17942394, 2.81018114, 2.81557956, 2.84817163, 2.27932705, 2.31036606,
      2.10158065, 2.06717808,
    ]);
    expect(critical.map((x) => Number(x.toFixed(8)))).toEqual([
      3.15879394, 3.15143002, 3.14388969, 3.13616496, 3.12824733, 3.12012774, 3.11179645, 3.10324308,
      3.09445645, 3.08542457,
    ]);
  });

  test('no more are asked about than told, and two values are always left', () => {
    expect(generalisedEsd(ROSNER, { most: 2 }).outliers).toEqual([]);
    expect(generalisedEsd(ROSNER, { most: 3 }).statistics).toHaveLength(3);
    expect(generalisedEsd([1, 2, 3, 90], { most: 99 }).statistics).toHaveLength(2);
    expect(generalisedEsd([1, 2]).statistics).toEqual([]);
    expect(generalisedEsd(ROSNER, { alpha: 1e-6 }).outliers).toEqual([]);
  });
});

describe('run lengths, by Gauss and Legendre’s rule in R', () => {
  test('of a CUSUM', () => {
    expect(cusumRunLength()).toBeCloseTo(465.4435060319, 2);
    expect(cusumRunLength({ h: 4 })).toBeCloseTo(167.6837888136, 3);
    expect(cusumRunLength({ shift: 1 })).toBeCloseTo(10.3759699216, 6);
    expect(cusumRunLength({ shift: -1 })).toBeCloseTo(10.3759699216, 6);
    expect(cusumRunLength({ k: 0.25, h: 8, shift: 0.5 })).toBeCloseTo(28.7623754838, 4);
  });

  test('of an EWMA', () => {
    expect(ewmaRunLength()).toBeCloseTo(559.8740751066, 2);
    expect(ewmaRunLength({ shift: 1 })).toBeCloseTo(10.8358791969, 5);
    expect(ewmaRunLength({ lambda: 0.1, width: 2.814 })).toBeCloseTo(499.5795500824, 2);
    expect(ewmaRunLength({ lambda: 0.4, width: 3.054, shift: 0.5 })).toBeCloseTo(71.2005020053, 3);
  });

  test('of single points', () => {
    expect(shewhartRunLength()).toBeCloseTo(370.398347345, 8);
    expect(shewhartRunLength({ shift: 1 })).toBeCloseTo(43.8946817185, 8);
    expect(shewhartRunLength({ width: 2.5, shift: 1 })).toBeCloseTo(14.9165055283, 8);
  });
});
