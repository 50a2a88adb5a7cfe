import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cChart, pChart, uChart } from './attribute-chart.ts';
import { gChart, tChart } from './rare-event-chart.ts';

test('p limits by hand: share 0.2 of 100 lies within 0.08 and 0.32', () => {
  const chart = pChart([20, 20], [100, 100]);
  expect(chart.centre).toBe(0.2);
  expect(chart.lower[0]).toBeCloseTo(0.08, 12);
  expect(chart.upper[0]).toBeCloseTo(0.32, 12);
});

test('shares keep their limits between nothing and everything', () => {
  expect(pChart([1, 2], [20, 20]).lower).toEqual([0, 0]);
  expect(pChart([19, 20], [20, 20]).upper).toEqual([1, 1]);
});

test('u limits by hand: 4 per unit over 4 units lie within 1 and 7', () => {
  const { lower, upper } = uChart([16, 16], [4, 4]);
  expect([lower[0], upper[0]]).toEqual([1, 7]);
});

test('counts without denominators are a c chart, and a count outside is a signal', () => {
  const chart = cChart([4, 4, 4, 4, 4, 4, 4, 4, 4, 14]);
  expect(chart.centre).toBe(5);
  expect(chart.signals).toEqual([9]);
});

test('p′ widens the limits by the spread that is really there', () => {
  const of = new Array<number>(10).fill(1_000_000);
  const events = of.map((n, i) => n * (i % 2 ? 0.51 : 0.49));
  const laney = pChart(events, of, { laney: true });
  expect(pChart(events, of).signals).toHaveLength(10);
  expect(laney.signals).toEqual([]);
  expect(laney.sigmaZ).toBeGreaterThan(10);
});

test('the centre lies within every limit', () => {
  const days = fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 50, max: 500 })), { minLength: 2 });
  fc.assert(
    fc.property(days, fc.boolean(), (rows, laney) => {
      const chart = pChart(
        rows.map(([x]) => x),
        rows.map(([, n]) => n),
        { laney },
      );
      chart.lower.forEach((low, i) => {
        expect(low).toBeLessThanOrEqual(chart.centre + 1e-12);
        expect(chart.upper[i]).toBeGreaterThanOrEqual(chart.centre - 1e-12);
      });
    }),
  );
});

test('the g chart is centred on the median and limited around the mean', () => {
  expect(gChart([0, 0, 3])).toEqual({ centre: 0, lower: 0, upper: 1 + 3 * Math.sqrt(2), signals: [] });
  expect(gChart([...new Array(20).fill(1), 40]).signals).toEqual([20]);
});

test('the t chart is an XmR chart on a bent scale', () => {
  const bent = (x: number) => x ** (1 / 3.6);
  const { centre, upper, lower } = tChart([1, 16, 1, 16]);
  const middle = (1 + bent(16)) / 2;
  expect(bent(centre)).toBeCloseTo(middle, 12);
  expect(bent(upper)).toBeCloseTo(middle + (3 / 1.128) * (bent(16) - 1), 12);
  expect(lower).toBe(0);
});

test('a time of nothing has no t chart', () => {
  expect(tChart([1, 0, 2]).centre).toBeNaN();
});

test('days on which nothing ever happened have limits at nothing', () => {
  expect(pChart([0, 0], [50, 60], { laney: true })).toMatchObject({
    centre: 0,
    lower: [0, 0],
    upper: [0, 0],
  });
});
