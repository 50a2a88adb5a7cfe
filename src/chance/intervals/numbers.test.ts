import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval } from '../evidence.ts';
import { poisson } from '../numerics/poisson.ts';
import { bootstrapTInterval, clusterBootstrapInterval } from './bootstrap.ts';
import { countedValues } from './counted-values.ts';
import { coxInterval, coxMean } from './cox-interval.ts';
import { dispersionOf } from './dispersion.ts';
import { garwoodInterval } from './garwood-interval.ts';
import { geometricMeanInterval } from './geometric-mean-interval.ts';
import { meanInterval, moments } from './mean-interval.ts';
import { atRank, quantileInterval, quantileRanks, sampleQuantile } from './quantile-interval.ts';
import { ratioInterval } from './ratio-interval.ts';
import { sumsOf } from './sums-of.ts';
import { trimmedMean } from './trimmed-mean.ts';

const HANDLE_TIMES = [
  212, 187, 341, 295, 154, 620, 243, 198, 277, 402, 165, 231, 518, 189, 267, 304, 176, 222, 349, 258,
];

const ends = ({ low, high }: Interval) => [low, high];
const close = (interval: Interval, low: number, high: number) => {
  expect(interval.low).toBeCloseTo(low, 6);
  expect(interval.high).toBeCloseTo(high, 6);
};
/** fast-check's own doubles are even over their bits: nearly all of those between 0 and 1 are nearly 0. */
const evenly = (low: number, high: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => low + ((high - low) * step) / 1_000_000);

const finite = evenly(-1e4, 1e4);
const lists = fc.array(finite, { minLength: 2, maxLength: 60 });

describe('mean', () => {
  test('the t interval of twenty handle times', () => {
    close(meanInterval(sumsOf(HANDLE_TIMES)), 224.36169169, 336.43830831);
    expect(Math.sqrt(moments(sumsOf(HANDLE_TIMES)).variance)).toBeCloseTo(119.736289183, 8);
  });

  test('one row alone sets no bound, and equal rows leave none open', () => {
    expect(ends(meanInterval(sumsOf([7])))).toEqual([null, null]);
    expect(ends(meanInterval(sumsOf([0.1, 0.1, 0.1])))).toEqual(
      [0.1, 0.1].map(() => expect.closeTo(0.1, 12)),
    );
  });

  test('moves with a shift and stretches with a scale', () => {
    fc.assert(
      fc.property(lists, evenly(0.1, 50), finite, (values, scale, shift) => {
        const before = meanInterval(sumsOf(values));
        const after = meanInterval(sumsOf(values.map((x) => scale * x + shift)));
        const size = Math.max(...values.map((x) => Math.abs(scale * x) + Math.abs(shift)), 1);
        expect(Math.abs((after.low ?? 0) - scale * (before.low ?? 0) - shift) / size).toBeLessThan(1e-4);
        expect(Math.abs((after.high ?? 0) - scale * (before.high ?? 0) - shift) / size).toBeLessThan(1e-4);
      }),
    );
  });

  test('Cox’s interval of the same handle times, with t and with z', () => {
    const logs = sumsOf(HANDLE_TIMES.map(Math.log));
    expect(coxMean(logs)).toBeCloseTo(279.833576053, 8);
    close(coxInterval(logs), 233.66789028, 335.12020069);
    close(coxInterval(logs, { reach: 'z' }), 236.36156816, 331.30102705);
    close(geometricMeanInterval(logs), 219.41392394, 310.78387858);
    expect(ends(coxInterval(sumsOf([1])))).toEqual([null, null]);
    expect(ends(geometricMeanInterval(sumsOf([1])))).toEqual([null, null]);
  });

  test('a wild value does not move the trimmed mean', () => {
    const calm = trimmedMean([1, 2, 3, 4, 5], { trim: 0.2 });
    const wild = trimmedMean([1, 2, 3, 4, 1e9], { trim: 0.2 });
    expect(wild).toEqual(calm);
    expect(calm.value).toBe(3);
    // winsorised 2 2 3 4 4: deviation 1, error 1 / (0.6 √5), t with 2 degrees of freedom 4.3027
    expect((calm.interval.high ?? 0) - 3).toBeCloseTo(4.3026527 / (0.6 * Math.sqrt(5)), 6);
  });

  test('untrimmed it is the plain mean and its t interval', () => {
    const { value, interval } = trimmedMean(HANDLE_TIMES, { trim: 0 });
    expect(value).toBeCloseTo(280.4, 12);
    close(interval, 224.36169169, 336.43830831);
    expect(ends(trimmedMean([5]).interval)).toEqual([null, null]);
  });
});

describe('drawn again', () => {
  test('the same seed gives the same interval, another seed nearly the same', () => {
    const first = bootstrapTInterval(HANDLE_TIMES, { seed: 1 });
    expect(bootstrapTInterval(HANDLE_TIMES, { seed: 1 })).toEqual(first);
    const second = bootstrapTInterval(HANDLE_TIMES, { seed: 2 });
    expect(Math.abs((first.low ?? 0) - (second.low ?? 0))).toBeLessThan(8);
  });

  test('of a skewed sample it reaches further up than down', () => {
    const { low, high } = bootstrapTInterval(HANDLE_TIMES, { seed: 3 });
    expect((high ?? 0) - 280.4).toBeGreaterThan(280.4 - (low ?? 0));
  });

  test('whole clusters are drawn: alike rows of one customer count once', () => {
    const clusters = HANDLE_TIMES.map((time) => [time]);
    const thrice = HANDLE_TIMES.map((time) => [time, time, time]);
    const mean = (of: readonly (readonly number[])[]) => moments(sumsOf(of.flat())).mean;
    expect(clusterBootstrapInterval(thrice, mean, { seed: 4 })).toEqual(
      clusterBootstrapInterval(clusters, mean, { seed: 4 }),
    );
    expect(ends(clusterBootstrapInterval([[1]], mean, { seed: 4 }))).toEqual([null, null]);
    expect(ends(bootstrapTInterval([1], { seed: 4 }))).toEqual([null, null]);
  });
});

describe('count', () => {
  test('Garwood’s published ends', () => {
    close(garwoodInterval(0), 0, 3.6888794541);
    close(garwoodInterval(17), 9.9031264696, 27.2186468159);
  });

  test('its ends leave exactly a fortieth in the tail', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (count) => {
        const { low, high } = garwoodInterval(count);
        expect(poisson(low ?? 0).above(count - 1)).toBeCloseTo(0.025, 11);
        expect(poisson(high ?? 0).below(count)).toBeCloseTo(0.025, 11);
      }),
    );
  });

  test('twice the dispersion is √2 the width, about', () => {
    const width = ({ low, high }: Interval) => (high ?? 0) - (low ?? 0);
    expect(width(garwoodInterval(1000, { dispersion: 2 })) / width(garwoodInterval(1000))).toBeCloseTo(
      Math.SQRT2,
      2,
    );
    expect(garwoodInterval(9, { dispersion: 0.5 })).toEqual(garwoodInterval(9));
  });

  test('ten million events are no trouble', () => {
    const { low, high } = garwoodInterval(1e7);
    expect(((high ?? 0) - (low ?? 0)) / (2 * 1.959964 * Math.sqrt(1e7))).toBeCloseTo(1, 3);
  });

  test('bursts are told from independent events, exposure counted', () => {
    const burst = dispersionOf([3, 9, 1, 14, 2, 13]);
    // mean 7: squares 16 4 36 49 25 36 = 166, over 7 = 23.71 with 5 degrees of freedom
    expect(burst.chi2).toBeCloseTo(166 / 7, 12);
    expect(burst.dispersion).toBeCloseTo(166 / 35, 12);
    expect(burst.p).toBeLessThan(0.001);
    expect(burst.size).toBeCloseTo((6 * 49) / (166 - 42), 12);
    const even = dispersionOf([10, 20, 30], [1, 2, 3]);
    expect(even).toEqual({ rate: 10, dispersion: 0, chi2: 0, df: 2, p: 1, size: Infinity });
    expect(dispersionOf([5])).toMatchObject({ dispersion: 1, p: 1 });
    expect(dispersionOf([0, 0])).toMatchObject({ rate: 0, chi2: 0 });
  });
});

describe('quantile', () => {
  const steps = countedValues(HANDLE_TIMES);

  test('equal values become one step', () => {
    expect(countedValues([3, 1, 3])).toEqual([
      { value: 1, count: 1, below: 0 },
      { value: 3, count: 2, below: 1 },
    ]);
    expect(countedValues([])).toEqual([]);
  });

  test('the 90th percentile of twenty has no upper end', () => {
    expect(sampleQuantile(steps, { n: 20, q: 0.9 })).toBeCloseTo(413.6, 10);
    expect(quantileRanks(20, 0.9)).toEqual({ low: 15, high: 21 });
    expect(ends(quantileInterval(steps, { n: 20, q: 0.9 }))).toEqual([304, null]);
  });

  test('a tail that is met exactly counts as met', () => {
    // P(B ≤ 0) of binomial(5, ½) is 1/32 = the tail at level 1 − 1/16
    expect(quantileRanks(5, 0.5, { level: 1 - 1 / 16 })).toEqual({ low: 1, high: 5 });
  });

  test('is what sorting says, and its interval holds it', () => {
    fc.assert(
      fc.property(lists, evenly(0.05, 0.95), (values, q) => {
        const sorted = [...values].sort((a, b) => a - b);
        const place = (values.length - 1) * q;
        const [a = 0, b = a] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
        const counted = countedValues(values);
        const value = sampleQuantile(counted, { n: values.length, q }) ?? NaN;
        expect(value).toBeCloseTo(a + (place - Math.floor(place)) * (b - a), 6);
        const { low, high } = quantileInterval(counted, { n: values.length, q });
        expect(low ?? -Infinity).toBeLessThanOrEqual(value + 1e-9);
        expect(high ?? Infinity).toBeGreaterThanOrEqual(value - 1e-9);
      }),
    );
  });

  test('the steps around it are enough, and too few say null', () => {
    const window = steps.slice(5, 15);
    expect(sampleQuantile(window, { n: 20, q: 0.5 })).toBe(sampleQuantile(steps, { n: 20, q: 0.5 }));
    expect(quantileInterval(window, { n: 20, q: 0.5 })).toEqual(quantileInterval(steps, { n: 20, q: 0.5 }));
    expect(sampleQuantile(window, { n: 20, q: 0.05 })).toBeNull();
    expect([atRank(steps, 0), atRank(steps, 21), atRank([], 1)]).toEqual([null, null, null]);
  });
});

describe('ratio of sums', () => {
  const sums = { n: 3, sumY: 6, sumX: 3, sumYY: 14, sumXY: 6, sumXX: 3 };

  test('with one case per customer it is the mean’s t interval', () => {
    close(ratioInterval(sums), ...(ends(meanInterval(sumsOf([1, 2, 3]))) as [number, number]));
  });

  test('where every customer has the same ratio nothing is left open', () => {
    expect(ends(ratioInterval({ n: 2, sumY: 6, sumX: 3, sumYY: 20, sumXY: 10, sumXX: 5 }))).toEqual([2, 2]);
    expect(ends(ratioInterval({ ...sums, n: 1 }))).toEqual([null, null]);
  });
});
