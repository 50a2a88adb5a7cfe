import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval } from '../evidence.ts';
import { sumsOf } from '../intervals/sums-of.ts';
import { fisherTest } from './fisher-test.ts';
import { moverDifference, type Ranged } from './mover.ts';
import { newcombeInterval, waldDifferenceInterval } from './proportion-difference.ts';
import { kruskalWallis, mannWhitney } from './rank-tests.ts';
import { rateDifference } from './rate-difference.ts';
import { exactBinomialP, rateRatio } from './rate-ratio.ts';
import { oddsRatio, riskRatio } from './risk-ratio.ts';
import { welch } from './welch.ts';

const near = (x: number) => expect.closeTo(x, 9);
const between = (low: number, high: number, level: number, method: string) => ({
  low: near(low),
  high: near(high),
  level,
  method,
});
const ends = ({ low, high }: Interval) => [low, high];

describe('two shares', () => {
  // R: prop.test and qnorm at 90 %
  test('Newcombe’s and the schoolbook interval at 90 %', () => {
    expect(newcombeInterval({ x: 56, n: 70 }, { x: 48, n: 80 }, { level: 0.9 })).toEqual(
      between(0.0765641915440721, 0.313644583582944, 0.9, 'newcombe'),
    );
    const reach = 1.6448536269514722 * Math.sqrt((0.8 * 0.2) / 70 + (0.6 * 0.4) / 80);
    expect(waldDifferenceInterval({ x: 56, n: 70 }, { x: 48, n: 80 }, { level: 0.9 })).toEqual(
      between(0.2 - reach, 0.2 + reach, 0.9, 'wald'),
    );
  });

  test('ratios name their method, and an empty cell anywhere leaves both ends open', () => {
    const some = { x: 3, n: 9 };
    expect(riskRatio(some, some).interval.method).toBe('katz');
    expect(oddsRatio(some, some).interval.method).toBe('woolf');
    const open = { low: null, high: null };
    for (const [a, b] of [
      [{ x: 0, n: 9 }, some],
      [some, { x: 0, n: 9 }],
    ] as const) {
      expect(riskRatio(a, b).interval).toMatchObject(open);
      expect(oddsRatio(a, b).interval).toMatchObject(open);
    }
    expect(oddsRatio(some, { x: 9, n: 9 }).interval).toMatchObject(open);
    expect(riskRatio(some, { x: 9, n: 9 }).interval.low).toBeGreaterThan(0);
  });
});

describe('Fisher’s exact test', () => {
  test('at 90 % by 40-digit arithmetic, and of a table of eighteen thousand as R has it', () => {
    const some = fisherTest(
      [
        [60, 40],
        [30, 55],
      ],
      { level: 0.9 },
    );
    expect(some).toEqual({
      p: near(0.00112056661596766),
      oddsRatio: near(2.734394348831987),
      interval: {
        low: near(1.592468973773373),
        high: near(4.741686233556601),
        level: 0.9,
        method: 'fisher_conditional',
      },
    });
    const many = fisherTest([
      [5000, 4000],
      [3000, 6000],
    ]);
    expect(many.p / 2.76821925828899e-199).toBeCloseTo(1, 6);
    expect(many.oddsRatio).toBeCloseTo(2.49986871387872, 4);
    expect(many.interval.low).toBeCloseTo(2.3522860468819, 3);
    expect(many.interval.high).toBeCloseTo(2.65672503609278, 3);
  });

  test('tables that are as likely as this one count with it', () => {
    expect(
      fisherTest([
        [3, 3],
        [3, 3],
      ]).p,
    ).toBeCloseTo(1, 13);
    expect(
      fisherTest([
        [2, 4],
        [4, 2],
      ]).p,
    ).toBeCloseTo(0.567099567099567, 12);
  });
});

describe('two counts', () => {
  // By R: binom.test gives the limits of the share, the rest is arithmetic.
  test('the interval of thirty against fifteen, and of twelve against ten', () => {
    const more = rateDifference({ count: 30, exposure: 28 }, { count: 15, exposure: 28 });
    expect(more.interval).toEqual(
      between(0.930241500430636, 27.774780164935621, 0.95, 'rate_ratio_conditional'),
    );
    const same = rateDifference({ count: 12, exposure: 1 }, { count: 10, exposure: 1 });
    expect(ends(same.interval)).toEqual([near(-7.86286251488677), near(11.30767378666745)]);
    expect(same.p).toBeCloseTo(0.831811904907227, 12);
  });

  test('over twice the time, at 90 %', () => {
    const less = rateDifference({ count: 10, exposure: 2 }, { count: 20, exposure: 1 }, { level: 0.9 });
    expect(less.difference).toBe(-30);
    expect(ends(less.interval)).toEqual([near(-45.4913785554535), near(-14.138131893461)]);
    expect(less.p).toBeCloseTo(0.000387518602740608, 12);
    expect(less.reaches).toEqual(
      [1, 2].map((times) => near(times * 1.6448536269514722 * Math.sqrt(10 * times))),
    );
  });

  test('bursts are all of it in fewer, larger events', () => {
    const burst = rateDifference({ count: 90, exposure: 1 }, { count: 45, exposure: 1 }, { dispersion: 3 });
    const plain = rateDifference({ count: 30, exposure: 1 }, { count: 15, exposure: 1 });
    expect(burst.interval.method).toBe('rate_ratio_conditional_quasi_poisson');
    expect(ends(burst.interval)).toEqual(ends(plain.interval).map((x) => near(3 * (x ?? NaN))));
    expect(burst.reaches).toEqual(plain.reaches.map((x) => near(3 * x)));
    expect(burst.p).toBeCloseTo(plain.p, 12);
    const none = rateDifference({ count: 0, exposure: 1 }, { count: 0, exposure: 1 });
    expect(none.reaches).toEqual([near(1.959963984540054), near(1.959963984540054)]);
  });

  test('one count of nothing is tested by the other alone', () => {
    // (1/2)^6 twice
    for (const [x, y] of [
      [6, 0],
      [0, 6],
    ] as const) {
      const found = rateDifference({ count: x, exposure: 1 }, { count: y, exposure: 1 });
      expect(found.p).toBeCloseTo(1 / 32, 14);
    }
  });

  test('the ratio of rates at 90 %, and against a ratio that is expected', () => {
    const found = rateRatio({ count: 11, exposure: 800 }, { count: 3, exposure: 1000 }, { level: 0.9 });
    expect(found.interval).toEqual(
      between(1.43438151046515, 19.2072845089789, 0.9, 'rate_ratio_conditional'),
    );
    expect(found.p).toBeCloseTo(0.0134825695327805, 12);
    const half = rateRatio({ count: 40, exposure: 2 }, { count: 10, exposure: 1 }, { ratioIfEqual: 1.5 });
    expect(half.p).toBeCloseTo(0.51412116566675, 12);
  });

  test('what is exactly expected is no evidence, and both halves of a coin weigh the same', () => {
    expect(exactBinomialP(5, 10, 0.5)).toBe(1);
    expect(exactBinomialP(0, 0, 0.3)).toBe(1);
    expect(exactBinomialP(3, 12, 0.25)).toBe(1);
    for (let k = 0; k <= 10; k++)
      expect(exactBinomialP(k, 10, 0.5)).toBeCloseTo(exactBinomialP(10 - k, 10, 0.5), 13);
    // (1 + 10) / 1024 on either side
    expect(exactBinomialP(1, 10, 0.5)).toBeCloseTo(22 / 1024, 13);
  });
});

describe('MOVER', () => {
  const part = (value: number, low: number | null, high: number | null): Ranged => ({
    value,
    interval: { low, high, level: 0.9, method: 'x' },
  });

  test('a part without a lower end opens the difference, and the other way round', () => {
    const found = moverDifference(part(5, null, 7), part(1, 0, 3));
    expect(found).toEqual({ low: null, high: 4 + Math.sqrt(5), level: 0.9, method: 'mover' });
    expect(ends(moverDifference(part(5, 4, 7), part(1, null, 3)))).toEqual([4 - Math.sqrt(5), null]);
  });

  test('parts that move together leave less open, those that move against each other more', () => {
    const [a, b] = [part(5, 2, 9), part(1, -1, 2)];
    const [against, , together] = [-0.6, 0, 0.6].map((correlation) => moverDifference(a, b, { correlation }));
    // below 3 and 1: 9 + 1 ± 2 × 0.6 × 3; above 4 and 2: 16 + 4 ± 2 × 0.6 × 8
    expect(against && ends(against)).toEqual([near(4 - Math.sqrt(13.6)), near(4 + Math.sqrt(29.6))]);
    expect(together && ends(together)).toEqual([near(4 - Math.sqrt(6.4)), near(4 + Math.sqrt(10.4))]);
  });
});

describe('two samples', () => {
  test('Welch’s interval at 80 %, and how much of it each side leaves open', () => {
    const found = welch(sumsOf([1, 4, 6]), sumsOf([2, 3]), { level: 0.8 });
    expect(found.interval).toEqual(between(-1.51658008545458, 3.84991341878791, 0.8, 'welch'));
    // variances 19/3 of three and ½ of two
    const reach = (3.84991341878791 + 1.51658008545458) / 2;
    const total = Math.sqrt(19 / 9 + 1 / 4);
    expect(found.reaches).toEqual(
      [19 / 9, 1 / 4].map((u) => expect.closeTo((reach * Math.sqrt(u)) / total, 8)),
    );
  });

  test('a side of one row bounds nothing, whichever it is; without scatter nothing is open', () => {
    for (const [a, b] of [
      [[2], [1, 3]],
      [[1, 3], [2]],
    ] as const) {
      expect(welch(sumsOf(a), sumsOf(b))).toEqual({
        difference: 0,
        interval: { low: null, high: null, level: 0.95, method: 'welch' },
        t: 0,
        df: 0,
        p: 1,
        reaches: [Infinity],
      });
    }
    expect(welch(sumsOf([1, 1]), sumsOf([2, 2]))).toEqual({
      difference: -1,
      interval: { low: -1, high: -1, level: 0.95, method: 'welch' },
      t: -Infinity,
      df: Infinity,
      p: 0,
      reaches: [],
    });
    expect(welch(sumsOf([2, 2]), sumsOf([2, 2]))).toMatchObject({ t: 0, p: 1 });
  });

  test('ranks with many ties, as R has them', () => {
    const [x, y, z] = [
      [1, 1, 2, 2, 2, 3, 3, 4],
      [2, 2, 3, 3, 3, 3, 5, 5, 6],
      [1, 1, 1, 2, 4, 4, 5],
    ];
    expect(mannWhitney(x, y)).toEqual({ w: 17, p: near(0.0649216207480523) });
    expect(mannWhitney([1, 1, 2], [1, 2, 2])).toEqual({ w: 3, p: near(0.619256754176862) });
    expect(kruskalWallis([x, y, z])).toEqual({
      h: near(3.555036997390548),
      df: 2,
      p: near(0.169057142704921),
    });
  });

  test('of two groups Kruskal and Wallis’ H is the square of Mann and Whitney’s z without continuity', () => {
    const lists = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(lists, lists, (x, y) => {
        fc.pre(new Set([...x, ...y]).size > 1);
        const [m, n] = [x.length, y.length];
        const values = [...x, ...y];
        const ties = [...new Set(values)]
          .map((value) => values.filter((each) => each === value).length)
          .reduce((sum, t) => sum + t ** 3 - t, 0);
        const spread = ((m * n) / 12) * (m + n + 1 - ties / ((m + n) * (m + n - 1)));
        expect(kruskalWallis([x, y]).h).toBeCloseTo((mannWhitney(x, y).w - (m * n) / 2) ** 2 / spread, 8);
      }),
    );
  });
});
