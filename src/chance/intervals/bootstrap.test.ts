import { describe, expect, test } from 'vitest';
import type { Interval } from '../evidence.ts';
import { bootstrapTInterval, clusterBootstrapInterval } from './bootstrap.ts';
import { moments } from './mean-interval.ts';
import { sumsOf } from './sums-of.ts';

const HANDLE_TIMES = [
  212, 187, 341, 295, 154, 620, 243, 198, 277, 402, 165, 231, 518, 189, 267, 304, 176, 222, 349, 258,
];

const ends = ({ low, high }: Interval) => [low, high];
const meanOf = (values: readonly number[]) => moments(sumsOf(values)).mean;

describe('whole clusters', () => {
  test('the ends are the redrawn values that leave half of the rest outside on each side', () => {
    for (const [draws, level, outside] of [
      [39, 0.9, 1],
      [39, 0.8, 3],
      [19, 0.95, 0],
      [999, 0.95, 24],
    ] as const) {
      const drawn: number[] = [];
      const mean = (sample: readonly number[]) => drawn[drawn.push(meanOf(sample)) - 1] ?? NaN;
      const interval = clusterBootstrapInterval(HANDLE_TIMES, mean, { seed: 5, draws, level });
      const sorted = drawn.toSorted((a, b) => a - b);
      expect(drawn).toHaveLength(draws);
      expect(ends(interval)).toEqual([sorted[outside], sorted.at(-1 - outside)]);
      expect(interval).toMatchObject({ level, method: 'cluster_bootstrap' });
    }
  });

  test('redrawn shares scatter as the binomial distribution says', () => {
    const answers = Array.from({ length: 100 }, (_, i) => [i % 2]);
    const share = (clusters: readonly (readonly number[])[]) => meanOf(clusters.flat());
    // 2.5 % of binomial(100, ½) lie below 40 and above 60
    const { low, high } = clusterBootstrapInterval(answers, share, { seed: 6 });
    expect(Math.abs((low ?? 0) - 0.4)).toBeLessThan(0.011);
    expect(Math.abs((high ?? 0) - 0.6)).toBeLessThan(0.011);
  });

  test('samples in which the statistic has no value are left out', () => {
    let turn = 0;
    const sometimes = (sample: readonly number[]) =>
      [meanOf(sample), NaN, Infinity, -Infinity][turn++ % 4] ?? 0;
    const { low, high } = clusterBootstrapInterval(HANDLE_TIMES, sometimes, { seed: 7 });
    expect(Math.abs((low ?? 0) - 236)).toBeLessThan(8);
    expect(Math.abs((high ?? 0) - 333)).toBeLessThan(12);
  });

  test('two clusters are redrawn, one is not', () => {
    expect(ends(clusterBootstrapInterval([2, 4], meanOf, { seed: 8 }))).toEqual([2, 4]);
    expect(clusterBootstrapInterval([2], meanOf, { seed: 8 })).toEqual({
      low: null,
      high: null,
      level: 0.95,
      method: 'cluster_bootstrap',
    });
  });

  test('another seed draws other samples', () => {
    const [first, second] = [1, 2].map((seed) =>
      clusterBootstrapInterval(HANDLE_TIMES.map(Math.log), meanOf, { seed }),
    );
    expect(first?.low).not.toBe(second?.low);
  });
});

describe('bootstrap-t', () => {
  test('of many values without skew it is the t interval', () => {
    const even = Array.from({ length: 400 }, (_, i) => i);
    const { low, high, method } = bootstrapTInterval(even, { seed: 1 });
    // mean 199.5, deviation 115.614, t with 399 degrees of freedom 1.96593: 199.5 ± 11.365
    expect(Math.abs((low ?? 0) - 188.135)).toBeLessThan(0.8);
    expect(Math.abs((high ?? 0) - 210.865)).toBeLessThan(0.8);
    expect(method).toBe('bootstrap_t');
  });

  test('it moves with a shift, stretches with a scale and turns with a sign', () => {
    const [low, high] = ends(bootstrapTInterval(HANDLE_TIMES, { seed: 2 }));
    const moved = bootstrapTInterval(
      HANDLE_TIMES.map((x) => 3 * x + 50),
      { seed: 2 },
    );
    expect(moved.low).toBeCloseTo(3 * (low ?? 0) + 50, 8);
    expect(moved.high).toBeCloseTo(3 * (high ?? 0) + 50, 8);
    const turned = bootstrapTInterval(
      HANDLE_TIMES.map((x) => -x),
      { seed: 2 },
    );
    expect(turned.low).toBeCloseTo(-(high ?? 0), 8);
    expect(turned.high).toBeCloseTo(-(low ?? 0), 8);
  });

  test('its lower end lies nearer on a sample with a long upper tail', () => {
    const { low, high } = bootstrapTInterval([1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 12], { seed: 3 });
    expect((high ?? 0) - 2.25).toBeGreaterThan(3 * (2.25 - (low ?? 0)));
  });

  test('two values set no bound, for half of the samples are of one value; equal ones leave none open', () => {
    expect(ends(bootstrapTInterval([1, 2], { seed: 1 }))).toEqual([null, null]);
    expect(ends(bootstrapTInterval([2, 2, 2], { seed: 1 }))).toEqual([2, 2]);
    expect(bootstrapTInterval([2], { seed: 1, level: 0.9 })).toEqual({
      low: null,
      high: null,
      level: 0.9,
      method: 'bootstrap_t',
    });
  });

  test('a higher level reaches further', () => {
    const [narrow, wide] = [0.5, 0.99].map((level) => bootstrapTInterval(HANDLE_TIMES, { seed: 4, level }));
    expect(wide?.low ?? 0).toBeLessThan(narrow?.low ?? 0);
    expect(wide?.high ?? 0).toBeGreaterThan(narrow?.high ?? 0);
  });
});
