import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval } from '../evidence.ts';
import { sumsOf } from '../intervals/sums-of.ts';
import { binomial } from '../numerics/binomial.ts';
import { hypergeometric } from '../numerics/hypergeometric.ts';
import { fisherTest } from './fisher-test.ts';
import { moverDifference, type Ranged } from './mover.ts';
import { newcombeInterval, twoShareTest, waldDifferenceInterval } from './proportion-difference.ts';
import { hodgesLehmann, kruskalWallis, mannWhitney } from './rank-tests.ts';
import { rateDifference } from './rate-difference.ts';
import { exactBinomialP, rateRatio } from './rate-ratio.ts';
import { oddsRatio, riskRatio } from './risk-ratio.ts';
import { trendTest } from './trend-test.ts';
import { welch } from './welch.ts';

const BEFORE = [
  212, 187, 341, 295, 154, 620, 243, 198, 277, 402, 165, 231, 518, 189, 267, 304, 176, 222, 349, 258,
];
const AFTER = [190, 171, 305, 252, 149, 480, 214, 188, 262, 331, 155, 209, 404, 181, 240];

const ends = ({ low, high }: Interval) => [low, high];
const close = (interval: Interval, low: number, high: number) => {
  expect(interval.low).toBeCloseTo(low, 6);
  expect(interval.high).toBeCloseTo(high, 6);
};

/** fast-check's own doubles are even over their bits: nearly all of those between 0 and 1 are nearly 0. */
const evenly = (low: number, high: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => low + ((high - low) * step) / 1_000_000);

const share = fc
  .tuple(fc.integer({ min: 1, max: 400 }), evenly(0, 1))
  .map(([n, p]) => ({ n, x: Math.round(n * p) }));

describe('two shares', () => {
  test('Newcombe’s published example, and the plain z test', () => {
    close(newcombeInterval({ x: 56, n: 70 }, { x: 48, n: 80 }), 0.0524314724, 0.333872654);
    close(waldDifferenceInterval({ x: 412, n: 450 }, { x: 371, n: 430 }), 0.0113211403, 0.0942085755);
    const { z, p } = twoShareTest({ x: 412, n: 450 }, { x: 371, n: 430 });
    expect([z, p]).toEqual([expect.closeTo(2.4983877702, 9), expect.closeTo(0.012475964, 9)]);
    expect(twoShareTest({ x: 3, n: 3 }, { x: 5, n: 5 }).p).toBe(1);
  });

  test('turns round with the sides and stays within −1 … 1', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const there = newcombeInterval(a, b);
        const back = newcombeInterval(b, a);
        expect(there.low).toBeCloseTo(-(back.high ?? NaN), 12);
        expect(there.low ?? NaN).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(there.high ?? NaN).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test('ratios of shares and of odds, and none without events', () => {
    const [a, b] = [
      { x: 30, n: 400 },
      { x: 18, n: 410 },
    ];
    expect(riskRatio(a, b).value).toBeCloseTo(1.7083333333, 9);
    close(riskRatio(a, b).interval, 0.9681543544, 3.0143982357);
    close(oddsRatio(a, b).interval, 0.9677468101, 3.2218434689);
    expect(ends(riskRatio({ x: 0, n: 9 }, b).interval)).toEqual([null, null]);
    expect(ends(oddsRatio({ x: 9, n: 9 }, b).interval)).toEqual([null, null]);
  });

  test('a trend along weeks is seen, a flat line is not', () => {
    const falling = [15, 10, 5].map((x) => ({ x, n: 30 }));
    expect(trendTest(falling)).toEqual({ chi2: expect.closeTo(7.5, 10), p: expect.closeTo(0.0061698993, 9) });
    expect(trendTest(falling, [1, 3, 5]).chi2).toBeCloseTo(7.5, 10);
    expect(
      trendTest([
        { x: 3, n: 3 },
        { x: 3, n: 3 },
      ]),
    ).toEqual({ chi2: 0, p: 1 });
  });
});

describe('Fisher’s exact test', () => {
  test('the odds ratio and its interval are the exact conditional ones', () => {
    const {
      p,
      oddsRatio: ratio,
      interval,
    } = fisherTest([
      [9, 1],
      [3, 7],
    ]);
    expect(p).toBeCloseTo(0.0197666111, 9);
    expect(ratio).toBeCloseTo(17.269033938, 8);
    expect(interval.low).toBeCloseTo(1.3871135379, 8);
    expect(interval.high).toBeCloseTo(1047.8399817, 5);
  });

  test('at the edge of what the margins allow the ratio has no end', () => {
    const most = fisherTest([
      [5, 0],
      [1, 4],
    ]);
    expect([most.oddsRatio, most.interval.high]).toEqual([Infinity, null]);
    const least = fisherTest([
      [0, 5],
      [4, 1],
    ]);
    expect([least.oddsRatio, least.interval.low]).toEqual([0, 0]);
  });

  test('p is the sum of all tables that are no more likely', () => {
    const cell = fc.integer({ min: 0, max: 25 });
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        fc.pre(a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0);
        const law = hypergeometric({ size: a + b + c + d, marked: a + c, draws: a + b });
        let sum = 0;
        for (let k = 0; k <= a + b; k++)
          if (law.density(k) <= law.density(a) * (1 + 1e-7)) sum += law.density(k);
        const found = fisherTest([
          [a, b],
          [c, d],
        ]);
        expect(found.p).toBeCloseTo(sum, 10);
        expect(found.p).toBeCloseTo(
          fisherTest([
            [c, d],
            [a, b],
          ]).p,
          10,
        );
      }),
    );
  });
});

describe('MOVER', () => {
  const around = (value: number, below: number, above: number): Ranged => ({
    value,
    interval: { low: value - below, high: value + above, level: 0.95, method: 'x' },
  });

  test('adds what each part could be off, squared', () => {
    close(moverDifference(around(5, 3, 1), around(1, 2, 4)), 4 - 5, 4 + Math.sqrt(5));
    close(moverDifference(around(5, 3, 1), around(1, 2, 4), { correlation: 1 }), 4 - 1, 4 + 1);
  });

  test('an open end of a part opens the difference on that side only', () => {
    const open: Ranged = { value: 5, interval: { low: 2, high: null, level: 0.95, method: 'x' } };
    expect(ends(moverDifference(open, around(1, 3, 4)))).toEqual([-1, null]);
    expect(ends(moverDifference(around(1, 3, 4), open))).toEqual([null, -4 + 5]);
  });
});

describe('two counts', () => {
  const counts = fc.tuple(fc.nat(200), fc.nat(200), evenly(0.2, 5));

  test('the interval leaves out zero exactly where the exact test does', () => {
    fc.assert(
      fc.property(counts, ([x, y, times]) => {
        const { interval, p } = rateDifference({ count: x, exposure: times }, { count: y, exposure: 1 });
        const excludesZero = (interval.low ?? 0) > 0 || (interval.high ?? 0) < 0;
        fc.pre(Math.abs(p - 0.05) > 1e-9);
        expect(excludesZero).toBe(p < 0.05);
      }),
      { numRuns: 500 },
    );
  });

  test('holds the difference, and turns round with the sides', () => {
    fc.assert(
      fc.property(counts, ([x, y]) => {
        const there = rateDifference({ count: x, exposure: 7 }, { count: y, exposure: 7 });
        const back = rateDifference({ count: y, exposure: 7 }, { count: x, exposure: 7 });
        expect(there.interval.low ?? NaN).toBeLessThanOrEqual(x - y + 1e-9);
        expect(there.interval.high ?? NaN).toBeGreaterThanOrEqual(x - y - 1e-9);
        expect(there.interval.low).toBeCloseTo(-(back.interval.high ?? NaN), 8);
        expect(there.p).toBeCloseTo(back.p, 10);
      }),
    );
  });

  test('is told at the current exposure', () => {
    expect(rateDifference({ count: 30, exposure: 28 }, { count: 31, exposure: 31 }).difference).toBeCloseTo(
      2,
      12,
    );
  });

  test('of nothing against nothing it reaches as far as nothing could be', () => {
    const { interval, p } = rateDifference({ count: 0, exposure: 1 }, { count: 0, exposure: 2 });
    close(interval, -3.6888794541 / 2, 3.6888794541);
    expect(p).toBe(1);
  });

  test('bursts make it wider', () => {
    const plain = rateDifference({ count: 130, exposure: 1 }, { count: 100, exposure: 1 });
    const burst = rateDifference({ count: 130, exposure: 1 }, { count: 100, exposure: 1 }, { dispersion: 3 });
    expect(plain.p).toBeLessThan(0.06);
    expect(burst.p).toBeGreaterThan(0.2);
    expect(burst.interval.method).toContain('quasi');
    expect((burst.interval.high ?? 0) - 30).toBeCloseTo(Math.sqrt(3) * ((plain.interval.high ?? 0) - 30), -1);
  });

  test('the ratio of rates with its exact interval and p', () => {
    const none = rateRatio({ count: 0, exposure: 100 }, { count: 5, exposure: 120 });
    expect(none.p).toBeCloseTo(0.0676866334, 9);
    close(none.interval, 0, 1.3095349262);
    expect(rateRatio({ count: 5, exposure: 1 }, { count: 0, exposure: 1 }).interval.high).toBeNull();
    expect(rateRatio({ count: 40, exposure: 2 }, { count: 10, exposure: 1 }).ratio).toBe(2);
  });

  test('the exact p sums all outcomes that are no more likely', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), evenly(0.01, 0.99), fc.nat(120), (n, p, k) => {
        const x = Math.min(k, n);
        const law = binomial(n, p);
        let sum = 0;
        for (let i = 0; i <= n; i++) if (law.density(i) <= law.density(x) * (1 + 1e-7)) sum += law.density(i);
        expect(exactBinomialP(x, n, p)).toBeCloseTo(Math.min(1, sum), 9);
      }),
    );
  });
});

describe('two samples', () => {
  test('Welch’s test of handle times before and after', () => {
    const { difference, t, df, p, interval } = welch(sumsOf(BEFORE), sumsOf(AFTER));
    expect(difference).toBeCloseTo(31.6666666667, 9);
    expect([t, df, p]).toEqual(
      [0.87095070462, 32.8490579913, 0.390101877079].map((x) => expect.closeTo(x, 9)),
    );
    close(interval, -42.3186525927, 105.6519859261);
  });

  test('without scatter the difference is what it is; one row alone bounds nothing', () => {
    expect(welch(sumsOf([2, 2]), sumsOf([1, 1]))).toMatchObject({
      t: Infinity,
      p: 0,
      interval: { low: 1, high: 1 },
    });
    expect(welch(sumsOf([1, 1]), sumsOf([1, 1])).p).toBe(1);
    expect(ends(welch(sumsOf([2]), sumsOf([1, 1])).interval)).toEqual([null, null]);
  });

  test('Mann and Whitney’s test with ties, and the typical shift', () => {
    expect(mannWhitney(BEFORE, AFTER)).toEqual({ w: 176, p: expect.closeTo(0.3953250862, 9) });
    expect(hodgesLehmann(BEFORE, AFTER)).toBe(22);
    expect(mannWhitney([3, 4, 5], [1, 2, 3]).w).toBe(8.5);
    expect(mannWhitney([1, 1], [1, 1])).toEqual({ w: 2, p: 1 });
  });

  test('ranks do not care for a monotone change of unit', () => {
    const lists = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lists, lists, (x, y) => {
        const logs = mannWhitney(x.map(Math.log), y.map(Math.log));
        expect(logs).toEqual(mannWhitney(x, y));
        expect(mannWhitney(y, x).p).toBeCloseTo(logs.p, 12);
      }),
    );
  });

  test('Kruskal and Wallis over three groups; an empty group is no group', () => {
    const groups = [BEFORE, AFTER, [300, 280, 410, 350, 512, 377]];
    const expected = { h: expect.closeTo(7.1346109175, 9), df: 2, p: expect.closeTo(0.0282318231, 9) };
    expect(kruskalWallis(groups)).toEqual(expected);
    expect(kruskalWallis([...groups, []])).toEqual(expected);
  });
});

test('the schoolbook interval of a difference ends where differences end', () => {
  const { low, high } = waldDifferenceInterval({ x: 9, n: 10 }, { x: 0, n: 10 });
  expect([low, high]).toEqual([expect.closeTo(0.714, 3), 1]);
  expect(waldDifferenceInterval({ x: 0, n: 10 }, { x: 9, n: 10 }).low).toBe(-1);
});

test('Fisher’s ratio in tables so large that single probabilities are no longer numbers', () => {
  // R: fisher.test(matrix(c(374, 435, 420, 388), 2)) to its few digits.
  const { oddsRatio: ratio, interval } = fisherTest([
    [374, 420],
    [435, 388],
  ]);
  expect(ratio).toBeCloseTo(0.79438, 4);
  expect([interval.low, interval.high]).toEqual([expect.closeTo(0.6502, 3), expect.closeTo(0.9703, 3)]);
  // Given the margins, k of 1000 on the wrong side has weight r^k ÷ k!² with r = 10⁶ ÷ ratio, nearly; R gives up here.
  const extreme = fisherTest([
    [999, 1],
    [1, 999],
  ]);
  expect(extreme.oddsRatio).toBeCloseTo(597_987.44, 1);
  expect([extreme.interval.low, extreme.interval.high]).toEqual([
    expect.closeTo(53_173.5, 0),
    expect.closeTo(39_248_620, -2),
  ]);
});
