import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logGamma } from '../numerics/log-gamma.ts';
import { anhoejRules } from './anhoej-rules.ts';
import { pChart, uChart } from './attribute-chart.ts';
import { median, sum } from './average.ts';
import { normalRuns, onlineChanges, poissonRuns } from './bayesian-change.ts';
import { cusumChart } from './cusum.ts';
import { ewmaChart } from './ewma.ts';
import { leastSquares } from './least-squares.ts';
import { type NelsonRule, nelsonSignals } from './nelson-rules.ts';
import { nhsCauses } from './nhs-rules.ts';
import { gChart, tChart } from './rare-event-chart.ts';
import { changedLikelihood, whiten } from './whitened.ts';
import { xmrChart } from './xmr-chart.ts';

const near = (x: number, digits = 10) => expect.closeTo(x, digits);
const repeat = (n: number, ...values: number[]) =>
  Array.from({ length: n }, (_, i) => values[i % values.length] ?? 0);

test('the middle of a list', () => {
  expect([
    median([5]),
    median([9, 1]),
    median([3, 1, 2]),
    median([4, 1, 3, 2]),
    median([10, 9, 1, 2, 3]),
  ]).toEqual([5, 5, 2, 2.5, 3]);
  expect(median([])).toBeNaN();
  expect(sum([])).toBe(0);
});

describe('Nelson’s rules at their edges', () => {
  const ends = (rule: NelsonRule, scores: readonly number[]) =>
    (nelsonSignals(scores, { rules: [rule] }).at(-1) ?? []).length;

  test.each<[NelsonRule, number[], number]>([
    [1, [-3.1], 1],
    [1, [-3], 0],
    [2, repeat(9, -0.1), 1],
    [2, repeat(8, -0.1), 0],
    [2, [...repeat(8, -0.1), 0], 0],
    [3, [5, 4, 3, 2, 1, 0], 1],
    [3, [5, 4, 3, 2, 1], 0],
    [3, [5, 4, 3, 2, 1, 1], 0],
    [4, repeat(14, -1, 1), 1],
    [4, repeat(13, -1, 1), 0],
    [4, [...repeat(13, -1, 1), -1], 0],
    [5, [-2.1, -2.1], 0],
    [5, [0, -2.1, -2.1], 1],
    [5, [0, -2, -2.1], 0],
    [6, [-1.1, -1.1, -1.1, 0, -1.1], 1],
    [6, [-1.1, -1.1, -1.1, 0, -1], 0],
    [6, repeat(4, 1.1), 0],
    [7, repeat(14, 0.5), 0],
    [7, [...repeat(14, 0.5), -1], 0],
    [8, repeat(7, 1.1), 0],
    [8, [...repeat(7, 1.1), -1], 0],
  ])('rule %i on %j: %i', (rule, scores, count) => {
    expect(ends(rule, scores)).toBe(count);
  });

  test('a pattern is reported where it is complete, each time anew', () => {
    expect(nelsonSignals(repeat(11, 0.1), { rules: [2] }).map(({ length }) => length)).toEqual([
      ...repeat(8, 0),
      1,
      1,
      1,
    ]);
    expect(nelsonSignals([0, 0, 0, 9]).at(-1)).toEqual([1]);
  });
});

describe('the NHS rules at their edges', () => {
  const chart = { centre: 0, lower: -3, upper: 3, sigma: 1 };
  const causes = (...values: number[]) => nhsCauses(values, chart);

  test('a point on a limit is inside, one at two thirds is not near', () => {
    expect(causes(3, -3)).toEqual([null, null]);
    expect(causes(3.1, -3.1)).toEqual(['above upper limit', 'below lower limit']);
    expect(causes(2, 2, 2)).toEqual([null, null, null]);
    expect(causes(-2.1, -1, -2.1)).toEqual([
      'two of three near lower limit',
      null,
      'two of three near lower limit',
    ]);
    expect(causes(2.1, 2.1)).toEqual([null, null]);
    expect(causes(2.1, 0, 2.1)).toEqual([null, null, null]);
  });

  test('a fall of seven points is one, of six none, and it ends where it ends', () => {
    const fall = [1.5, 1.2, 0.9, 0.6, 0.3, 0.1, -0.1];
    expect(causes(...fall)).toEqual(repeat(7, 0).map(() => 'falling trend'));
    expect(causes(...fall.slice(1))).toEqual(repeat(6, 0).map(() => null));
    expect(causes(...fall, 1).at(-1)).toBeNull();
    expect(causes(-1, ...fall)[0]).toBeNull();
  });

  test('seven above the centre', () => {
    expect(causes(-1, ...repeat(7, 1, 0.5)).slice(1)).toEqual(repeat(7, 0).map(() => 'seven above centre'));
    expect(causes(-1, ...repeat(7, 1, 0.5))[0]).toBeNull();
  });
});

test('Anhøj’s bounds for 2 to 60 useful points', () => {
  // round(log₂ n) + 3; the 5 % point of binomial(n − 1, ½) by R's qbinom
  const bounds = [2, 5, 10, 11, 12, 20, 24, 30, 46, 60].map((n) => {
    const { longestRunMax, crossingsMin } = anhoejRules(repeat(n, -1, 1), { centre: 0 });
    return [n, longestRunMax, crossingsMin];
  });
  expect(bounds).toEqual([
    [2, 4, 0],
    [5, 5, 0],
    [10, 6, 2],
    [11, 6, 2],
    [12, 7, 3],
    [20, 7, 6],
    [24, 8, 8],
    [30, 8, 10],
    [46, 9, 17],
    [60, 9, 23],
  ]);
  expect(anhoejRules([1, 1, 1], { centre: 0 })).toMatchObject({
    longestRun: 3,
    crossings: 0,
    useful: 3,
    signal: false,
  });
  expect(anhoejRules([2], { centre: 0 })).toMatchObject({ longestRun: 1, longestRunMax: 3, crossingsMin: 0 });
  expect(anhoejRules([1, 2, 3, 9]).centre).toBe(2.5);
});

describe('early warning by hand', () => {
  test('an average of a half: 2, then 2½, then ¼ more', () => {
    const { ewma, upper, lower, firstSignal } = ewmaChart([14, 13, 12.5], {
      target: 10,
      sigma: 2,
      lambda: 0.5,
      width: 2,
    });
    expect(ewma).toEqual([12, 12.5, 12.5]);
    // 4 √(⅓ (1 − ¼ⁱ))
    const reach = [1, 2, 3].map((i) => 4 * Math.sqrt((1 - 0.25 ** i) / 3));
    expect(upper).toEqual(reach.map((r) => near(10 + r)));
    expect(lower).toEqual(reach.map((r) => near(10 - r)));
    expect(firstSignal).toBe(1);
    expect(ewmaChart([6, 7], { target: 10, sigma: 2, lambda: 0.5, width: 2 }).firstSignal).toBe(1);
  });

  test('sums in sigmas from the target, both sides', () => {
    const chart = cusumChart([12, 14, 4, 4, 4], { target: 10, sigma: 2, k: 0.25, h: 3 });
    expect(chart.high).toEqual([0.75, 2.5, 0, 0, 0]);
    expect(chart.low).toEqual([0, 0, 2.75, 5.5, 8.25]);
    expect(chart).toMatchObject({ signals: [3, 4], firstSignal: 3, firstBegan: 2 });
    expect(cusumChart([16, 16], { target: 10, sigma: 2, k: 1, h: 2 })).toMatchObject({
      firstSignal: 1,
      firstBegan: 0,
    });
    expect(cusumChart([16, 16], { target: 10, sigma: 2, k: 1, h: 4 }).signals).toEqual([]);
    expect(cusumChart([10], { target: 10, sigma: 2, k: 0.5, headStart: 2 })).toMatchObject({
      high: [1.5],
      low: [1.5],
    });
  });
});

describe('charts of shares and of rare events', () => {
  test('Laney’s sigma by hand: z of a fifth to either side', () => {
    // p̄ ½, spread √(¼ ÷ 25) = 0.1; z −0.2, 0.2, −0.2, 0.2: ranges 0.4 ÷ 1.128
    const chart = pChart([12, 13, 12, 13], [25, 25, 25, 25], { laney: true });
    expect(chart.sigmaZ).toBeCloseTo(0.4 / 1.128, 12);
    expect(chart.values).toEqual([0.48, 0.52, 0.48, 0.52]);
    expect(chart.upper[0]).toBeCloseTo(0.5 + (0.3 * 0.4) / 1.128, 12);
    expect(chart.lower[0]).toBeCloseTo(0.5 - (0.3 * 0.4) / 1.128, 12);
    expect(pChart([12, 13], [25, 25]).sigmaZ).toBe(1);
  });

  test('one wild step of z is set aside unless told otherwise', () => {
    const events = [50, 52, 50, 52, 50, 52, 50, 52, 50, 140];
    const of = events.map(() => 10);
    const [screened, all] = [true, false].map((screen) => uChart(events, of, { laney: true, screen }).sigmaZ);
    const scale = Math.sqrt(sum(events) / 10 / 100) * 10;
    expect(screened).toBeCloseTo(2 / scale / 1.128, 10);
    expect(all).toBeCloseTo((8 * 2 + 90) / 9 / scale / 1.128, 10);
  });

  test('below a limit is a signal too, on it is none', () => {
    expect(uChart([16, 16, 16, 1], [4, 4, 4, 4]).signals).toEqual([3]);
    const chart = pChart([1, 9, 5, 5, 5, 5], [10, 10, 10, 10, 10, 10]);
    expect([chart.lower[0], chart.upper[0]]).toEqual([
      near(0.5 - 0.3 * Math.sqrt(2.5)),
      near(0.5 + 0.3 * Math.sqrt(2.5)),
    ]);
    expect(chart.signals).toEqual([]);
    expect(pChart([0, 10, 5, 5, 5, 5], [10, 10, 10, 10, 10, 10]).signals).toEqual([0, 1]);
  });

  test('rare events: a short wait is below, a long one above', () => {
    const times = repeat(20, 90, 110);
    expect(tChart([...times, 0.001]).signals).toContain(20);
    expect(tChart([...times, 9999]).signals).toContain(20);
    expect(gChart([4, 4, 4]).upper).toBeCloseTo(4 + 3 * Math.sqrt(20), 12);
    expect(gChart(repeat(20, 9, 11)).lower).toBe(0);
  });

  test('an XmR chart by hand, its baseline and its screen', () => {
    const values = [10, 12, 10, 12, 10, 12, 10, 12, 10, 60];
    expect(xmrChart(values).sigma).toBeCloseTo((2.66 * 2) / 3, 12);
    expect(xmrChart(values, { screen: false }).sigma).toBeCloseTo((2.66 * 66) / 9 / 3, 12);
    expect(xmrChart(values, { baseline: 4 })).toEqual({
      centre: 11,
      lower: near(5.68),
      upper: near(16.32),
      sigma: near(5.32 / 3),
    });
  });
});

/** fast-check's own doubles are even over their bits: nearly all of those between 0 and 1 are nearly 0. */
const evenly = (low: number, high: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => low + ((high - low) * step) / 1_000_000);

describe('online change detection is exact: all ways to cut a short series, added up', () => {
  /** Σ over every set of cuts of hazard^cuts (1 − hazard)^(others) × Π evidence of the stretches. */
  const byCuts = (
    values: readonly number[],
    hazard: number,
    logEvidence: (stretch: readonly number[]) => number,
  ) => {
    const gaps = values.length - 1;
    let total = 0;
    for (let cuts = 0; cuts < 2 ** gaps; cuts++) {
      let [product, from] = [1, 0];
      for (let gap = 0; gap < gaps; gap++) {
        const isCut = ((cuts >> gap) & 1) === 1;
        product *= isCut ? hazard : 1 - hazard;
        if (!isCut) continue;
        product *= Math.exp(logEvidence(values.slice(from, gap + 1)));
        from = gap + 1;
      }
      total += product * Math.exp(logEvidence(values.slice(from)));
    }
    return Math.log(total);
  };
  const few = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 7 });
  const share = evenly(0.01, 0.6);

  test('counts', () => {
    const [a, b] = [2, 0.5];
    const evidence = (x: readonly number[]) => {
      const s = sum(x);
      const ways = sum(x.map((each) => logGamma(each + 1)));
      return logGamma(a + s) - logGamma(a) + a * Math.log(b) - (a + s) * Math.log(b + x.length) - ways;
    };
    fc.assert(
      fc.property(few, share, (values, hazard) => {
        const { logEvidence } = onlineChanges(values, poissonRuns(a, b), { hazard });
        expect(logEvidence).toBeCloseTo(byCuts(values, hazard, evidence), 9);
      }),
    );
  });

  test('measurements', () => {
    const prior = { mean: 3, weight: 0.5, shape: 1.5, rate: 2 };
    const evidence = (x: readonly number[]) => {
      const n = x.length;
      const middle = sum(x) / n;
      const squares = sum(x.map((each) => (each - middle) ** 2));
      const weight = prior.weight + n;
      const shape = prior.shape + n / 2;
      const rate = prior.rate + squares / 2 + (prior.weight * n * (middle - prior.mean) ** 2) / (2 * weight);
      const norm =
        logGamma(shape) - logGamma(prior.shape) + prior.shape * Math.log(prior.rate) - shape * Math.log(rate);
      return norm + Math.log(prior.weight / weight) / 2 - (n / 2) * Math.log(2 * Math.PI);
    };
    fc.assert(
      fc.property(few, share, (values, hazard) => {
        const { logEvidence } = onlineChanges(values, normalRuns(prior), { hazard });
        expect(logEvidence).toBeCloseTo(byCuts(values, hazard, evidence), 9);
      }),
    );
  });

  test('a change is recent where it lies among the last points', () => {
    const { recentChange } = onlineChanges([5, 5, 5], poissonRuns(2, 0.4), { hazard: 0.25, recent: 0 });
    expect(recentChange).toEqual([0.25, 0.25, 0.25].map((x) => near(x, 12)));
    const whole = onlineChanges([5, 9, 2], poissonRuns(2, 0.4), { hazard: 0.25 });
    expect(whole.recentChange).toEqual([1, 1, 1].map((x) => near(x, 12)));
  });
});

/** Squares left by a regression on these columns, series and columns whitened the long way. */
function squaresLeft(
  series: readonly number[],
  memory: number,
  columns: readonly (readonly number[])[],
): number {
  const whitened = (x: readonly number[]) =>
    x.map((v, i) => (i === 0 ? v * Math.sqrt(1 - memory * memory) : v - memory * (x[i - 1] ?? 0)));
  const design = columns.map(whitened);
  const rows = series.map((_, t) => design.map((column) => column[t] ?? 0));
  return sum(leastSquares(rows, whitened(series)).residuals.map((e) => e * e));
}

test('a change’s likelihood is that of a regression on its shape, shrunk by what is expected of changes', () => {
  const series = Array.from({ length: 24 }, (_, i) => Math.sin(i * 5) + Math.cos(i * i) + (i > 13 ? 1 : 0));
  const one = series.map(() => 1);
  for (const memory of [0, 0.3, 0.8]) {
    const model = whiten(Float64Array.from(series), memory, 2);
    for (const [place, length] of [
      [14, null],
      [7, null],
      [8, 6],
      [6, 11],
    ] as const) {
      const shape = series.map((_, t) => (t >= place && (length === null || t < place + length) ? 1 : 0));
      const rest = squaresLeft(series, memory, [one]);
      const gain = rest - squaresLeft(series, memory, [one, shape]);
      const free = squaresLeft(shape, memory, [one]);
      const constant = 1 - memory ** 2 + 23 * (1 - memory) ** 2;
      const weighed = (variance: number) => {
        const known = free * variance;
        return (
          ((rest - (gain * known) / (1 + known)) ** -10.5 / Math.sqrt(1 + known)) *
          (variance === 30 ? 0.1 : 0.9)
        );
      };
      const expected =
        Math.log(1 - memory ** 2) / 2 - Math.log(constant) / 2 + Math.log(weighed(1.5) + weighed(30));
      expect(changedLikelihood(model, place, length)).toBeCloseTo(expected, 9);
    }
  }
});
