import { describe, expect, test } from 'vitest';
import type { Comparison, Evidence, SmallestChange } from '../evidence.ts';
import { coxInterval } from '../intervals/cox-interval.ts';
import { sumsOf } from '../intervals/sums-of.ts';
import { among } from './among.ts';
import { compare } from './compare.ts';
import { estimate } from './estimate.ts';
import { judgeEffect } from './judge-effect.ts';
import { moreNeeded } from './more-needed.ts';
import { trustedCox } from './trusted-cox.ts';

const by = (change: number): { readonly smallest: SmallestChange } => ({
  smallest: { by: change, relative: false },
});
const share = (successes: number, n: number): Evidence => ({ kind: 'proportion', successes, n });
const count = (events: number, exposure = 28, dispersion = 1): Evidence => ({
  kind: 'count',
  count: events,
  exposure,
  dispersion,
});
const mean = (values: readonly number[]): Evidence => ({ kind: 'mean', ...sumsOf(values) });

describe('how many more', () => {
  /** The same with `more` rows added to each side. */
  const grown = (now: Evidence, then: Evidence, more: number, change: number) => {
    const larger = (each: Evidence): Evidence => {
      if (each.kind === 'count') {
        const factor = (each.count + more) / each.count;
        return { ...each, count: each.count * factor, exposure: each.exposure * factor };
      }
      if (each.kind !== 'mean') return each;
      const factor = (each.n + more) / each.n;
      return {
        kind: 'mean',
        n: each.n * factor,
        sum: each.sum * factor,
        sumOfSquares: each.sumOfSquares * factor,
      };
    };
    return compare(larger(now), larger(then), by(change))?.verdict;
  };
  const rows = (n: number, middle: number) =>
    mean(Array.from({ length: n }, (_, i) => middle + ((i * 7) % 11) - 5));
  const CASES: readonly [Evidence, Evidence, number][] = [
    [rows(220, 10.4), rows(440, 10), 0.1],
    [rows(440, 10), rows(220, 10.1), 0.4],
    [count(220, 28), count(200, 28), 1],
  ];

  test.each(CASES)(
    '%o beside %o: with a tenth more than that it is settled, with a tenth less not',
    (now, then, change) => {
      const more = compare(now, then, by(change))?.moreNeeded ?? 0;
      expect(more).toBeGreaterThan(10);
      expect(grown(now, then, 0.9 * more, change)).toBe('cannot_tell_yet');
      expect(grown(now, then, 1.1 * more, change)).not.toBe('cannot_tell_yet');
    },
  );

  test('a side that knows everything needs none, and where nothing is open one is enough', () => {
    const none = { n: 10, reach: 0 };
    expect(moreNeeded({ difference: 1, smallest: 0, sides: [none, none] })).toBe(1);
    expect(moreNeeded({ difference: 0, smallest: 0, sides: [none, none] })).toBeNull();
    expect(moreNeeded({ difference: 1, smallest: 0, sides: [{ n: 0, reach: 3 }, none] })).toBe(8);
    expect(moreNeeded({ difference: 0, smallest: 0, sides: [{ n: 9, reach: 2 }] })).toBeNull();
  });

  test('of an effect whose error comes from both sides', () => {
    // reach 1 = √(¾ + ¼); 7.5 / (10 + m) + 7.5 / (30 + m) = ½² : m = 10 + √1000
    const effect = { estimate: 5, error: 1, low: 4, high: 6, p: 0.6, level: 0.95, n: 40, method: 'any' };
    const found = judgeEffect(
      { ...effect, estimate: 0, low: -1, high: 1 },
      { smallest: 0.5, before: 10, after: 30 },
    );
    expect(found).toMatchObject({
      verdict: 'cannot_tell_yet',
      moreNeeded: 42,
      n: 40,
      smallest: 0.5,
      looks: 1,
    });
    const turned = judgeEffect(
      { ...effect, estimate: 2, low: -1, high: 5 },
      { smallest: 0.5, before: 30, after: 10 },
    );
    // reach 3: 67.5 / (30 + m) + 67.5 / (10 + m) = 2² : m² + 6.25 m − 375 = 0
    expect(turned.moreNeeded).toBe(17);
  });
});

describe('a family', () => {
  const weak = compare(share(412, 450), share(371, 430), by(0.02));

  test('a p at the goal is still within it, and steady needs no p', () => {
    expect(among([weak], weak?.p)).toEqual(['signal']);
    expect(among([weak], 0.99 * (weak?.p ?? 0))).toEqual(['cannot_tell_yet']);
    const steady: Comparison | null = compare(share(5000, 10_000), share(5000, 10_000), by(0.05));
    expect(among([steady])).toEqual(['no_change_bigger_than']);
  });
});

describe('Cox’s mean is leaned on within its own 80 %', () => {
  // ln x with mean 0 and variance 1: error √(1/100 + 1/198), the mean between e^(½ ± 1.2816 × 0.12268)
  const given = { n: 100, sum: 0, sumOfSquares: 99 };
  const trusted = (value: number) =>
    trustedCox({ kind: 'mean', n: 100, sum: 100 * value, sumOfSquares: 1, logs: given }, 0.9);

  test.each([
    [1.4088, false],
    [1.409, true],
    [1.9292, true],
    [1.9295, false],
  ])('a mean of %s: %s', (value, isNear) => {
    expect(trusted(value) !== null).toBe(isNear);
  });

  test('at the level asked for; with one row, or rows without a logarithm, it is not', () => {
    expect(trusted(1.6)).toEqual(coxInterval(given, { level: 0.9 }));
    const one: Evidence = { kind: 'mean', n: 1, sum: 5, sumOfSquares: 25, logs: sumsOf([Math.log(5)]) };
    expect(estimate(one).interval?.method).toBe('t');
  });

  test('an upper end too large for a number is no end', () => {
    // ln x 708 ± √2: centre 709, low e^(709 − 1.28 √3)
    const huge = { n: 2, sum: 1416, sumOfSquares: 2 * 708 ** 2 + 2 };
    const sum = 2 * Math.exp(708.5);
    const found = trustedCox({ kind: 'mean', n: 2, sum, sumOfSquares: 1, logs: huge }, 0.8);
    expect(found).toMatchObject({ high: null, method: 'cox' });
  });
});
