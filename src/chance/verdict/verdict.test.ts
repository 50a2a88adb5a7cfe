import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparison, Evidence, SmallestChange } from '../evidence.ts';
import { countedValues } from '../intervals/counted-values.ts';
import { sumsOf } from '../intervals/sums-of.ts';
import { kaplanMeier } from '../survival/kaplan-meier.ts';
import { among } from './among.ts';
import { compare, compareWithConstant } from './compare.ts';
import { estimate } from './estimate.ts';
import { moreNeeded } from './more-needed.ts';

const by = (change: number): { readonly smallest: SmallestChange } => ({
  smallest: { by: change, relative: false },
});
const share = (successes: number, n: number): Evidence => ({ kind: 'proportion', successes, n });
const count = (events: number, exposure = 28): Evidence => ({ kind: 'count', count: events, exposure });
const mean = (values: readonly number[]): Evidence => ({ kind: 'mean', ...sumsOf(values) });
const skewed = (values: readonly number[]): Evidence => ({
  kind: 'mean',
  ...sumsOf(values),
  logs: sumsOf(values.map(Math.log)),
});
const geometric = (values: readonly number[]): Evidence => {
  const { n, sum, sumOfSquares } = sumsOf(values.map(Math.log));
  return { kind: 'geometric_mean', n, sumOfLogs: sum, sumOfSquaredLogs: sumOfSquares };
};
const quantile = (values: readonly number[], q = 0.5): Evidence => ({
  kind: 'quantile',
  q,
  n: values.length,
  steps: countedValues(values),
});
const waiting = (values: readonly number[]): Evidence => ({
  kind: 'survival',
  q: 0.5,
  n: values.length,
  events: values.filter((_, i) => i % 5 !== 4).length,
  steps: kaplanMeier(values.map((time, i) => ({ time, isEvent: i % 5 !== 4 }))),
});
const ratio = (values: readonly number[]): Evidence => {
  const { n, sum, sumOfSquares } = sumsOf(values);
  return { kind: 'ratio', n, sumY: sum, sumX: n, sumYY: sumOfSquares, sumXY: sum, sumXX: n };
};
const nps = (promoters: number, passives: number, detractors: number): Evidence => ({
  kind: 'nps',
  promoters,
  passives,
  detractors,
});

/** fast-check's own doubles are even over their bits: nearly all of those between 0 and 1 are nearly 0. */
const evenly = (low: number, high: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => low + ((high - low) * step) / 1_000_000);

const positives = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 60 });
const NATURES: Record<string, fc.Arbitrary<Evidence>> = {
  proportion: fc
    .tuple(fc.nat(80), fc.nat(80))
    .filter(([a, b]) => a + b > 0)
    .map(([a, b]) => share(a, a + b)),
  nps: fc
    .tuple(fc.nat(40), fc.nat(40), fc.nat(40))
    .filter(([a, b, c]) => a + b + c > 0)
    .map(([a, b, c]) => nps(a, b, c)),
  count: fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 60 })).map(([x, days]) => count(x, days)),
  'bursty count': fc.nat(300).map((x) => ({ kind: 'count', count: x, exposure: 7, dispersion: 2.5 })),
  mean: positives.map(mean),
  'skewed mean': positives.map(skewed),
  'geometric mean': positives.map(geometric),
  median: positives.map((values) => quantile(values)),
  'time with open cases': positives.map(waiting),
  ratio: positives.map(ratio),
};

const excludesZero = ({ interval: { low, high } }: Comparison) => (low ?? -1) > 0 || (high ?? 1) < 0;

describe.each(Object.entries(NATURES))('%s', (_, evidence) => {
  test('an estimate lies in its interval', () => {
    fc.assert(
      fc.property(evidence, (each) => {
        const { value, interval } = estimate(each);
        if (value === null) return;
        expect(interval?.low ?? -Infinity).toBeLessThanOrEqual(value + 1e-9);
        expect(interval?.high ?? Infinity).toBeGreaterThanOrEqual(value - 1e-9);
      }),
    );
  });

  test('p is below 5 % exactly where the interval leaves out zero', () => {
    fc.assert(
      fc.property(evidence, evidence, (now, then) => {
        const found = compare(now, then, by(0));
        if (found === null) return;
        expect(found.p).toBeGreaterThanOrEqual(0);
        expect(found.p).toBeLessThanOrEqual(1);
        if (Math.abs(found.p - 0.05) > 1e-9) expect(excludesZero(found)).toBe(found.p < 0.05);
      }),
      { numRuns: 300 },
    );
  });

  test('the verdict follows from interval and smallest change, steady first', () => {
    fc.assert(
      fc.property(evidence, evidence, evenly(0, 100), (now, then, smallest) => {
        const found = compare(now, then, by(smallest));
        if (found === null) return;
        const { low, high } = found.interval;
        const isInside = low !== null && high !== null && low >= -smallest && high <= smallest;
        const expected = isInside
          ? 'no_change_bigger_than'
          : excludesZero(found)
            ? 'signal'
            : 'cannot_tell_yet';
        expect(found.verdict).toBe(expected);
        if (expected !== 'cannot_tell_yet') expect(found.moreNeeded).toBeNull();
        expect(found.moreNeeded ?? 1).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test('the other way round it is the same with the other sign', () => {
    fc.assert(
      fc.property(evidence, evidence, (now, then) => {
        const there = compare(now, then, by(1));
        const back = compare(then, now, by(1));
        fc.pre(now.kind !== 'count' || then.kind !== 'count' || now.exposure === then.exposure);
        if (there === null || back === null) return;
        const size = 1 + Math.abs(there.difference);
        expect(Math.abs(there.difference + back.difference) / size).toBeLessThan(1e-9);
        expect(there.interval.low === null).toBe(back.interval.high === null);
        if (there.interval.low !== null) {
          expect(Math.abs(there.interval.low + (back.interval.high ?? 0)) / size).toBeLessThan(1e-6);
        }
        expect(there.p).toBeCloseTo(back.p, 6);
      }),
    );
  });

  test('looked at more often it is believed less readily', () => {
    fc.assert(
      fc.property(evidence, evidence, (now, then) => {
        const [once, often] = [compare(now, then, by(0)), compare(now, then, { ...by(0), looks: 5 })];
        if (once === null || often === null) return;
        expect(often.looks).toBe(5);
        expect(often.interval.level).toBe(0.95);
        expect(often.interval.low ?? -Infinity).toBeLessThanOrEqual((once.interval.low ?? -Infinity) + 1e-9);
        expect(often.interval.high ?? Infinity).toBeGreaterThanOrEqual(
          (once.interval.high ?? Infinity) - 1e-9,
        );
        if (often.verdict === 'signal') expect(once.verdict).toBe('signal');
      }),
    );
  });

  test('against itself nothing has changed', () => {
    fc.assert(
      fc.property(evidence, (each) => {
        const found = compare(each, each, by(Infinity));
        if (found === null) return;
        expect(found.difference).toBe(0);
        expect(found.p).toBe(1);
        const isBounded = found.interval.low !== null && found.interval.high !== null;
        expect(found.verdict).toBe(isBounded ? 'no_change_bigger_than' : 'cannot_tell_yet');
      }),
    );
  });

  test('a fixed number at the value is no change, far away it is one', () => {
    fc.assert(
      fc.property(evidence, (each) => {
        const { value, interval } = estimate(each);
        if (value === null) return;
        expect(compareWithConstant(each, value, by(0))?.p).toBe(1);
        if (interval?.low === null || interval === null) return;
        const far = compareWithConstant(each, interval.low - 1e-3 * (1 + Math.abs(interval.low)), by(0));
        expect(far?.verdict).toBe('signal');
      }),
    );
  });
});

describe('without rows', () => {
  const NOTHING: readonly Evidence[] = [
    share(0, 0),
    nps(0, 0, 0),
    count(0, 0),
    mean([]),
    geometric([]),
    quantile([]),
    waiting([]),
    ratio([]),
  ];

  test.each(NOTHING)('%o has neither value nor interval, and no comparison', (evidence) => {
    expect(estimate(evidence)).toEqual({ value: null, n: 0, interval: null });
    expect(compare(evidence, evidence, by(1))).toBeNull();
    expect(compareWithConstant(evidence, 1, by(1))).toBeNull();
  });

  test('one row has a value and no bounds', () => {
    for (const evidence of [mean([5]), skewed([5]), geometric([5]), quantile([5]), ratio([5])]) {
      expect(estimate(evidence)).toMatchObject({
        value: expect.closeTo(5, 12),
        interval: { low: null, high: null },
      });
      expect(compare(evidence, evidence, by(1))).toMatchObject({
        verdict: 'cannot_tell_yet',
        moreNeeded: null,
        p: 1,
      });
    }
  });
});

describe('by the nature of the number', () => {
  test('each names its method', () => {
    const methods = [
      share(8, 9),
      nps(5, 3, 1),
      count(5),
      mean([1, 2, 4]),
      skewed([1, 2, 4]),
      geometric([1, 2]),
      quantile([1, 2, 3]),
      waiting([1, 2, 3]),
      ratio([1, 2]),
    ].map((evidence) => [estimate(evidence).interval?.method, compare(evidence, evidence, by(1))?.method]);
    expect(methods).toEqual([
      ['wilson', 'newcombe'],
      ['nps_mover_wilson', 'mover_nps_mover_wilson'],
      ['garwood', 'rate_ratio_conditional'],
      ['t', 'welch'],
      ['cox', 'mover_cox'],
      ['geometric_mean_t', 'mover_geometric_mean_t'],
      ['order_statistics', 'mover_order_statistics'],
      ['kaplan_meier_log_log', 'mover_kaplan_meier_log_log'],
      ['ratio_delta', 'mover_ratio_delta'],
    ]);
  });

  test('clustered answers count for less', () => {
    const plain = estimate(share(80, 100));
    const clustered = estimate({ kind: 'proportion', successes: 80, n: 100, designEffect: 4 });
    expect(clustered.value).toBe(0.8);
    expect(clustered.interval).toEqual(estimate(share(20, 25)).interval);
    expect(clustered.interval?.low ?? 1).toBeLessThan(plain.interval?.low ?? 0);
  });

  test('logarithms that contradict the mean, or miss rows, are not leaned on', () => {
    const twoHumps = [...Array<number>(500).fill(1), ...Array<number>(500).fill(1000)];
    expect(estimate(skewed(twoHumps)).interval?.method).toBe('t');
    const withZeros: Evidence = {
      kind: 'mean',
      ...sumsOf([0, 1, 2, 4]),
      logs: sumsOf([1, 2, 4].map(Math.log)),
    };
    expect(estimate(withZeros).interval?.method).toBe('t');
    expect(compare(skewed(twoHumps), skewed([1, 2, 3]), by(1))?.method).toBe('welch');
  });

  test('a median that was never reached has no value but a lower end', () => {
    const open: Evidence = {
      kind: 'survival',
      q: 0.5,
      n: 20,
      events: 8,
      steps: kaplanMeier(Array.from({ length: 20 }, (_, i) => ({ time: i + 1, isEvent: i < 8 }))),
    };
    expect(estimate(open)).toMatchObject({ value: null, n: 20, interval: { low: 5, high: null } });
    expect(compare(open, open, by(1))).toBeNull();
  });

  test('unlike natures are not compared', () => {
    expect(() => compare(share(1, 2), count(1), by(1))).toThrow(RangeError);
  });

  test('a difference of counts is told at the current exposure, a relative smallest change too', () => {
    const found = compare(count(56, 28), count(31, 31), { smallest: { by: 0.1, relative: true } });
    expect(found?.difference).toBeCloseTo(28, 12);
    expect(found?.smallest).toBeCloseTo(2.8, 12);
  });

  test('ten million rows: a change too small to matter is steady, though it is real', () => {
    const found = compare(share(8_512_000, 10_000_000), share(8_500_000, 10_000_000), by(0.02));
    expect(found?.p).toBeLessThan(1e-10);
    expect(found?.verdict).toBe('no_change_bigger_than');
  });
});

describe('how many more', () => {
  test('as many as make the reach as small as the difference', () => {
    // reach² = 2 × 900 / (100 + m) must be 2² : m = 350
    const sides = [
      { n: 100, reach: 3 },
      { n: 100, reach: 3 },
    ];
    expect(moreNeeded({ difference: 2, smallest: 1, sides })).toBe(350);
    expect(moreNeeded({ difference: 0, smallest: 2, sides })).toBe(350);
    expect(moreNeeded({ difference: 0, smallest: 0, sides })).toBeNull();
    expect(moreNeeded({ difference: 2, smallest: 0, sides: [{ n: 9, reach: Infinity }] })).toBeNull();
    expect(
      moreNeeded({
        difference: -3,
        smallest: 0,
        sides: [
          { n: 100, reach: 6 },
          { n: Infinity, reach: 0 },
        ],
      }),
    ).toBe(300);
  });

  test('with so many more of the same the verdict is there', () => {
    const [now, then] = [share(88, 100), share(85, 120)];
    const found = compare(now, then, by(0.02));
    const extra = found?.moreNeeded ?? 0;
    const grown = (x: number, n: number) => share((x / n) * (n + 1.1 * extra), n + 1.1 * extra);
    expect(
      found?.verdict === 'cannot_tell_yet'
        ? compare(grown(88, 100), grown(85, 120), by(0.02))?.verdict
        : 'signal',
    ).toBe('signal');
  });
});

describe('a family', () => {
  const strong = compare(share(90, 100), share(50, 100), by(0.02));
  const weak = compare(share(412, 450), share(371, 430), by(0.02));
  const none = compare(share(50, 100), share(50, 100), by(0.02));
  const steady = compare(share(8_512_000, 10_000_000), share(8_500_000, 10_000_000), by(0.02));

  test('a lone signal stands, among many it may not; steady stays, null stays null', () => {
    expect(among([weak])).toEqual(['signal']);
    expect(among([weak, null, steady, ...Array<Comparison | null>(10).fill(none), strong])).toEqual([
      'cannot_tell_yet',
      null,
      'no_change_bigger_than',
      ...Array<string>(10).fill('cannot_tell_yet'),
      'signal',
    ]);
    expect(among([])).toEqual([]);
  });
});

test('ten thousand verdicts take well under a second', () => {
  const now = Array.from({ length: 100 }, (_, i) => share(800 + i, 1000));
  const start = performance.now();
  for (let i = 0; i < 10_000; i++)
    compare(now[i % 100] ?? share(1, 2), now[(7 * i) % 100] ?? share(1, 2), by(0.02));
  expect(performance.now() - start).toBeLessThan(1000);
});

test('rows that share their luck count for fewer, the mean itself stays', () => {
  const mean = { kind: 'mean', n: 400, sum: 4000, sumOfSquares: 44_000 } as const;
  const shared = { ...mean, designEffect: 4 };
  const [own, wide] = [estimate(mean), estimate(shared)];
  expect([wide.value, wide.n]).toEqual([10, 400]);
  const width = ({ interval }: typeof own) => (interval?.high ?? 0) - (interval?.low ?? 0);
  expect(width(wide) / width(own)).toBeCloseTo(2, 1);
  expect(estimate({ ...mean, designEffect: 1e9 }).interval?.high).toBeLessThan(Infinity);
  const base = { ...shared, sum: 3800, sumOfSquares: 40_000 };
  const smallest = { by: 0.1, relative: false };
  const [sure, unsure] = [
    compare(mean, { ...base, designEffect: 1 }, { smallest }),
    compare(shared, base, { smallest }),
  ];
  expect([sure?.verdict, unsure?.verdict]).toEqual(['signal', 'cannot_tell_yet']);
  expect(unsure?.difference).toBe(sure?.difference);
});
