import { describe, expect, test } from 'vitest';
import { moverDifference } from '../differences/mover.ts';
import type { Evidence, Interval, SmallestChange } from '../evidence.ts';
import { countedValues } from '../intervals/counted-values.ts';
import { coxInterval } from '../intervals/cox-interval.ts';
import { sumsOf } from '../intervals/sums-of.ts';
import { kaplanMeier } from '../survival/kaplan-meier.ts';
import { compare, compareWithConstant } from './compare.ts';
import { decide, type Finding } from './decide.ts';
import { estimate } from './estimate.ts';
import { byMover } from './finding.ts';
import { pFromInterval } from './p-from-interval.ts';

const by = (change: number): { readonly smallest: SmallestChange } => ({
  smallest: { by: change, relative: false },
});
const relative = (change: number): { readonly smallest: SmallestChange } => ({
  smallest: { by: change, relative: true },
});
const share = (successes: number, n: number): Evidence => ({ kind: 'proportion', successes, n });
const count = (events: number, exposure = 28, dispersion = 1): Evidence => ({
  kind: 'count',
  count: events,
  exposure,
  dispersion,
});
const mean = (values: readonly number[]): Evidence => ({ kind: 'mean', ...sumsOf(values) });
const close = (values: readonly number[], digits = 9) => values.map((x) => expect.closeTo(x, digits));
const ends = (interval: Interval | null | undefined) => [interval?.low, interval?.high];
const HANDLE_TIMES = [
  212, 187, 341, 295, 154, 620, 243, 198, 277, 402, 165, 231, 518, 189, 267, 304, 176, 222, 349, 258,
];
const times = sumsOf(HANDLE_TIMES);
const logs = sumsOf(HANDLE_TIMES.map(Math.log));

describe('an estimate at 90 %', () => {
  const open = kaplanMeier(HANDLE_TIMES.map((time, i) => ({ time, isEvent: i % 4 !== 3 })));
  const CASES: readonly [Evidence, readonly number[]][] = [
    [count(17), [10.832140356276, 25.4992300828553]],
    [share(81, 263), [0.263313617188481, 0.356566349608488]],
    [{ kind: 'mean', ...times }, [234.104460588891, 326.695539411109]],
    [{ kind: 'mean', ...times, logs }, [241.108399485732, 324.778524737715]],
    [
      { kind: 'geometric_mean', n: 20, sumOfLogs: logs.sum, sumOfSquaredLogs: logs.sumOfSquares },
      [226.155646469441, 301.519379962481],
    ],
    [{ kind: 'quantile', q: 0.5, n: 20, steps: countedValues(HANDLE_TIMES) }, [198, 304]],
    [{ kind: 'survival', q: 0.5, n: 20, events: 15, steps: open }, [212, 349]],
    [
      { kind: 'ratio', n: 20, sumY: 5608, sumX: 20, sumYY: times.sumOfSquares, sumXY: 5608, sumXX: 20 },
      [234.104460588891, 326.695539411109],
    ],
  ];

  test.each(CASES)('of %o is as wide as R says', (evidence, [low = NaN, high = NaN]) => {
    expect(ends(estimate(evidence, 0.9).interval)).toEqual(close([low, high]));
  });

  test('of a promoter score is narrower than at 95 %', () => {
    const answers: Evidence = { kind: 'nps', promoters: 50, passives: 30, detractors: 20 };
    const [low = 0, high = 0] = ends(estimate(answers, 0.9).interval);
    const [lower = 0, higher = 0] = ends(estimate(answers).interval);
    expect((high ?? 0) - (low ?? 0)).toBeLessThan(0.86 * ((higher ?? 0) - (lower ?? 0)));
  });

  test('bursts widen a count, and a ratio over nothing has no value', () => {
    const [low, high] = ends(estimate(count(100, 28, 4)).interval);
    const quarter = estimate(count(25)).interval;
    expect([low, high]).toEqual(close(ends(quarter).map((x) => 4 * (x ?? 0))));
    const nothing: Evidence = { kind: 'ratio', n: 5, sumY: 3, sumX: 0, sumYY: 3, sumXY: 0, sumXX: 0 };
    expect(estimate(nothing)).toEqual({ value: null, n: 5, interval: null });
  });
});

describe('the verdict at the edges', () => {
  const judged = (low: number | null, high: number | null, smallest = 1) => {
    const interval = { low, high, level: 0.95, method: 'any' };
    const finding: Finding = { difference: 0, interval, p: 0.2, n: 10, base: -50, sides: [] };
    return decide(finding, { ...by(smallest), looks: 1, level: 0.95 }).verdict;
  };

  test.each([
    [-1, 1, 'no_change_bigger_than'],
    [-1.01, 1, 'cannot_tell_yet'],
    [-1, 1.01, 'cannot_tell_yet'],
    [0.2, 0.9, 'no_change_bigger_than'],
    [0.2, 1.1, 'signal'],
    [-1.1, -0.2, 'signal'],
    [0, 2, 'cannot_tell_yet'],
    [-2, 0, 'cannot_tell_yet'],
    [null, 0.5, 'cannot_tell_yet'],
    [-0.5, null, 'cannot_tell_yet'],
    [0.5, null, 'signal'],
    [null, -0.5, 'signal'],
    [null, null, 'cannot_tell_yet'],
  ] as const)('from %s to %s, where 1 matters: %s', (low, high, verdict) => {
    expect(judged(low, high)).toBe(verdict);
  });

  test('a share of a negative base is as large as that of a positive one', () => {
    const interval = { low: -9, high: 9, level: 0.99, method: 'any' };
    const finding: Finding = { difference: 1, interval, p: 0.4, n: 10, base: -50, sides: [] };
    const found = decide(finding, { ...relative(-0.2), looks: 3, level: 0.95 });
    expect(found).toMatchObject({ smallest: 10, verdict: 'no_change_bigger_than', p: 1, looks: 3 });
    expect(found.interval).toEqual({ low: -9, high: 9, level: 0.95, method: 'any' });
  });
});

describe('looked at several times', () => {
  test('the error is shared out, and p is as many times larger', () => {
    const [now, then] = [mean([5, 7, 9, 8]), mean([4, 6, 5, 3, 5])];
    const [once, thrice] = [1, 3].map((looks) => compare(now, then, { ...by(0), looks, level: 0.85 }));
    expect(thrice?.p).toBeCloseTo(3 * (once?.p ?? 1), 12);
    expect(ends(thrice?.interval)).toEqual(ends(compare(now, then, { ...by(0), level: 0.95 })?.interval));
  });

  test('against a fixed number too: t with 1 degree of freedom at 90 % is 6.3138', () => {
    const found = compareWithConstant(mean([1, 3]), 0.5, { ...by(0), looks: 5, level: 0.5 });
    expect(found).toMatchObject({ difference: 1.5, method: 't', n: 2, looks: 5 });
    expect(ends(found?.interval)).toEqual(close([1.5 - 6.313751514675043, 1.5 + 6.313751514675043]));
  });
});

describe('two that cannot be compared', () => {
  const none = [share(0, 0), mean([]), count(0, 0)];
  const some = [share(1, 2), mean([1, 2, 4]), count(5)];

  test('one side without rows leaves no comparison, whichever side it is', () => {
    none.forEach((empty, i) => {
      const full = some[i] ?? empty;
      expect(compare(empty, full, by(1))).toBeNull();
      expect(compare(full, empty, by(1))).toBeNull();
    });
  });

  test('unlike natures are a mistake of the caller, told with both names', () => {
    for (const [a, b] of [
      [0, 1],
      [1, 0],
      [1, 2],
      [2, 1],
      [2, 0],
    ] as const) {
      expect(() => compare(some[a] ?? count(1), some[b] ?? count(1), by(1))).toThrow(
        /^A (proportion|mean|count) cannot be compared with a (proportion|mean|count)\.$/,
      );
    }
  });
});

describe('which side leaves how much open', () => {
  const known = (value: number, n: number, low: number | null, high: number | null) => ({
    value,
    n,
    interval: { low, high, level: 0.95, method: 'any' },
  });

  test('a rise is uncertain by the room below the one and above the other, a fall the other way round', () => {
    const then = known(8, 50, 5, 9);
    const rise = byMover(known(10, 100, 4, 20), then, 'm');
    expect(rise).toMatchObject({ difference: 2, n: 150, base: 8 });
    expect(rise.sides).toEqual([
      { n: 100, reach: 6 },
      { n: 50, reach: 1 },
    ]);
    for (const value of [7, 8]) {
      expect(byMover(known(value, 100, 4, 20), then, 'm').sides).toEqual([
        { n: 100, reach: 20 - value },
        { n: 50, reach: 3 },
      ]);
    }
  });

  test('where that room has no end, the other one stands in', () => {
    expect(byMover(known(7, 100, 4, null), known(8, 50, null, 9), 'm').sides).toEqual([
      { n: 100, reach: 3 },
      { n: 50, reach: 1 },
    ]);
  });

  test('a difference whose near end is unknown is no evidence at all', () => {
    const open = { low: null, high: 9, level: 0.95, method: 'any' };
    expect(pFromInterval(3, open)).toBe(1);
    expect(pFromInterval(-3, { ...open, low: -9, high: null })).toBe(1);
    // half way to zero at 95 %: twice 1.96 deviations
    expect(pFromInterval(3, { ...open, low: 1.5 })).toBeCloseTo(8.85e-5, 6);
  });
});

describe('means and counts', () => {
  test('two skewed means are compared by Cox’s intervals at the level asked for', () => {
    const slow = HANDLE_TIMES.map((x) => 1.3 * x);
    const skewed = (values: readonly number[]): Evidence => ({
      kind: 'mean',
      ...sumsOf(values),
      logs: sumsOf(values.map(Math.log)),
    });
    const side = (values: readonly number[]) => ({
      value: sumsOf(values).sum / 20,
      interval: coxInterval(sumsOf(values.map(Math.log)), { level: 0.9 }),
    });
    const found = compare(skewed(slow), skewed(HANDLE_TIMES), { ...relative(0.1), level: 0.9 });
    expect(ends(found?.interval)).toEqual(ends(moverDifference(side(slow), side(HANDLE_TIMES))));
    expect(found).toMatchObject({ n: 40, smallest: expect.closeTo(28.04, 10), method: 'mover_cox' });
    expect(found?.difference).toBeCloseTo(0.3 * 280.4, 10);
  });

  test('two means without logarithms: rows of both, and a share of the earlier one', () => {
    const found = compare(mean([1, 2, 3, 4, 8]), mean([10, 20, 30]), relative(0.1));
    expect(found).toMatchObject({ n: 8, smallest: 2, difference: expect.closeTo(-16.4, 12) });
  });

  test('two counts: events of both, the bursts of both weighed by their events', () => {
    const found = compare(count(100, 28, 2), count(300, 28, 4), by(1));
    const even = compare(count(100, 28, 3.5), count(300, 28, 3.5), by(1));
    expect(found).toEqual(even);
    expect(found?.n).toBe(400);
    expect(compare(count(100, 28, 0.5), count(300, 28, 0.25), by(1))).toEqual(
      compare(count(100), count(300), by(1)),
    );
    expect(compare(count(0), count(0), by(1))).toMatchObject({ difference: 0, p: 1, n: 0 });
    const [wide, narrow] = [0.95, 0.8].map((level) => compare(count(30), count(50), { ...by(1), level }));
    expect(narrow?.interval.low ?? 0).toBeGreaterThan(wide?.interval.low ?? 0);
  });
});
