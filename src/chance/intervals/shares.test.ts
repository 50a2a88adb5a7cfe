import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval } from '../evidence.ts';
import { binomial } from '../numerics/binomial.ts';
import { normal } from '../numerics/normal.ts';
import { agrestiCoullInterval } from './agresti-coull-interval.ts';
import { clopperPearsonInterval } from './clopper-pearson-interval.ts';
import { dirichletIntervals } from './dirichlet-intervals.ts';
import { jeffreysInterval } from './jeffreys-interval.ts';
import { npsAdjustedWaldInterval, npsBelief, npsTInterval, npsWaldInterval } from './nps-by-formula.ts';
import { npsInterval } from './nps-interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

const ends = ({ low, high }: Interval) => [low ?? NaN, high ?? NaN] as const;
const rounded = (interval: Interval) => ends(interval).map((end) => Math.round(end * 1e4) / 1e4);

const METHODS = {
  wilsonInterval,
  agrestiCoullInterval,
  clopperPearsonInterval,
  jeffreysInterval,
  withContinuity: (x: number, n: number, options = {}) =>
    wilsonInterval(x, n, { ...options, continuity: true }),
};

/** fast-check's own doubles are even over their bits: nearly all of those between 0 and 1 are nearly 0. */
const evenly = (low: number, high: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => low + ((high - low) * step) / 1_000_000);

const sample = fc
  .tuple(fc.integer({ min: 1, max: 3000 }), evenly(0, 1))
  .map(([n, share]) => [Math.round(n * share), n] as const);

describe.each(Object.entries(METHODS))('%s', (_, interval) => {
  test('lies between 0 and 1 and holds the share that was seen', () => {
    fc.assert(
      fc.property(sample, ([x, n]) => {
        const [low, high] = ends(interval(x, n));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(x / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(x / n - 1e-12);
      }),
    );
  });

  test('mirrors when success and failure change places', () => {
    fc.assert(
      fc.property(sample, ([x, n]) => {
        const [low, high] = ends(interval(x, n));
        const [mirroredLow, mirroredHigh] = ends(interval(n - x, n));
        expect(1 - mirroredHigh).toBeCloseTo(low, 11);
        expect(1 - mirroredLow).toBeCloseTo(high, 11);
      }),
    );
  });

  test('grows with the level and shrinks with more of the same', () => {
    fc.assert(
      fc.property(sample, ([x, n]) => {
        const width = (i: Interval) => ends(i)[1] - ends(i)[0];
        expect(width(interval(x, n, { level: 0.99 }))).toBeGreaterThanOrEqual(
          width(interval(x, n, { level: 0.9 })),
        );
        expect(width(interval(10 * x, 10 * n))).toBeLessThan(width(interval(x, n)));
      }),
    );
  });
});

test('the intervals of 9 in 10 are the published ones', () => {
  expect(rounded(wilsonInterval(9, 10))).toEqual([0.5958, 0.9821]);
  expect(rounded(wilsonInterval(9, 10, { continuity: true }))).toEqual([0.5412, 0.9948]);
  expect(rounded(agrestiCoullInterval(9, 10))).toEqual([0.574, 1]);
  expect(rounded(clopperPearsonInterval(9, 10))).toEqual([0.555, 0.9975]);
  expect(rounded(jeffreysInterval(9, 10))).toEqual([0.6187, 0.989]);
});

test('all or nothing closes one end', () => {
  for (const interval of Object.values(METHODS)) {
    expect(interval(0, 7).low).toBe(0);
    expect(interval(7, 7).high).toBe(1);
  }
});

test('Wilson’s ends are the shares at which the score test is just met', () => {
  fc.assert(
    fc.property(sample, ([x, n]) => {
      for (const p of ends(wilsonInterval(x, n))) {
        if (p < 1e-9 || p > 1 - 1e-9) continue;
        const z = (x / n - p) / Math.sqrt((p * (1 - p)) / n);
        expect(Math.abs(z)).toBeCloseTo(normal.quantile(0.975), 6);
      }
    }),
  );
});

test('Clopper and Pearson’s ends leave exactly a fortieth in the tail', () => {
  fc.assert(
    fc.property(sample, ([x, n]) => {
      const [low, high] = ends(clopperPearsonInterval(x, n));
      if (x > 0) expect(binomial(n, low).above(x - 1)).toBeCloseTo(0.025, 11);
      if (x < n) expect(binomial(n, high).below(x)).toBeCloseTo(0.025, 11);
    }),
  );
});

test('the shares of classes sum to one, and two classes are one share', () => {
  const shares = dirichletIntervals([50, 30, 20]);
  expect(shares.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 14);
  const [first] = dirichletIntervals([9, 1], { prior: 0.5 });
  expect(rounded(first?.interval ?? jeffreysInterval(0, 1))).toEqual([0.6187, 0.989]);
  expect(first?.value).toBeCloseTo(9.5 / 11, 14);
});

const answers = fc
  .tuple(fc.nat(300), fc.nat(300), fc.nat(300))
  .map(([promoters, passives, detractors]) => ({ promoters, passives, detractors }))
  .filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0);

describe('net promoter score', () => {
  test('the interval holds the score, stays within −100 … 100 and turns round with it', () => {
    fc.assert(
      fc.property(answers, (counts) => {
        const { promoters, passives, detractors } = counts;
        const score = (100 * (promoters - detractors)) / (promoters + passives + detractors);
        const [low, high] = ends(npsInterval(counts));
        expect(low).toBeGreaterThanOrEqual(-100);
        expect(low).toBeLessThanOrEqual(score + 1e-9);
        expect(high).toBeGreaterThanOrEqual(score - 1e-9);
        expect(high).toBeLessThanOrEqual(100);
        const [back, forth] = ends(npsInterval({ promoters: detractors, passives, detractors: promoters }));
        expect(back).toBeCloseTo(-high, 9);
        expect(forth).toBeCloseTo(-low, 9);
      }),
    );
  });

  test('half promoters, a fifth detractors of a hundred', () => {
    const counts = { promoters: 50, passives: 30, detractors: 20 };
    expect(ends(npsInterval(counts)).map(Math.round)).toEqual([14, 44]);
    expect(ends(npsWaldInterval(counts))[0]).toBeCloseTo(14.6922, 4);
    expect(ends(npsTInterval(counts))[0]).toBeCloseTo(14.4247, 4);
    expect(ends(npsAdjustedWaldInterval(counts))[1]).toBeCloseTo(44.2013, 4);
    expect(npsBelief(counts).score).toBeCloseTo(29.1262, 4);
  });

  test('where everybody is passive the schoolbook interval has no width, and ours has', () => {
    const counts = { promoters: 0, passives: 5, detractors: 0 };
    expect(ends(npsWaldInterval(counts))).toEqual([0, 0]);
    expect(npsInterval(counts).high).toBeCloseTo(43.448, 3);
  });

  test('where everybody promotes, the upper end is 100', () => {
    expect(npsInterval({ promoters: 12, passives: 0, detractors: 0 }).high).toBe(100);
  });
});
