import { expect, test } from 'vitest';
import { differenceInDifferences, interruptedSeries } from './did-it-work.ts';
import { leastSquares, neweyWest, neweyWestLags } from './least-squares.ts';

const noise = (n: number, speed: number) => Array.from({ length: n }, (_, i) => Math.sin(i * speed));

test('a clean jump is a jump and no turn', () => {
  const values = [...new Array(10).fill(5), ...new Array(10).fill(8)];
  const { jump, turn, trend, expected } = interruptedSeries(values, 10);
  expect([jump.estimate, turn.estimate, trend.estimate]).toEqual([3, 0, 0].map((v) => expect.closeTo(v, 9)));
  expect(expected.at(-1)).toBeCloseTo(5, 9);
});

test('the trend that was there before is not the change’s doing', () => {
  const values = noise(40, 5).map((e, t) => t + e / 10);
  const { jump, trend } = interruptedSeries(values, 20);
  expect(trend.estimate).toBeCloseTo(1, 1);
  expect(jump.low).toBeLessThan(0);
  expect(jump.high).toBeGreaterThan(0);
  expect(jump.p).toBeGreaterThan(0.05);
});

test('a turn of the trend is found', () => {
  const values = noise(60, 5).map((e, t) => (t < 30 ? 0 : (t - 30) / 2) + e / 5);
  const { turn } = interruptedSeries(values, 30);
  expect(turn.estimate).toBeCloseTo(0.5, 1);
  expect(turn.p).toBeLessThan(1e-6);
});

test('what moves both groups is not the change’s doing', () => {
  const weather = noise(40, 0.3).map((v) => v * 10);
  const changed = weather.map((v, t) => v + (t >= 20 ? 2 : 0) + Math.sin(t * 5) / 10);
  const effect = differenceInDifferences(changed, weather, 20);
  expect(effect.estimate).toBeCloseTo(2, 1);
  expect(effect.low).toBeGreaterThan(1.8);
});

test('the difference of differences by hand', () => {
  const { estimate, error, p } = differenceInDifferences([1, 1, 5, 5], [1, 1, 2, 2], 2);
  expect([estimate, error, p]).toEqual([3, 0, 0].map((v) => expect.closeTo(v, 9)));
});

test('too few points are refused', () => {
  expect(() => interruptedSeries([1, 2, 3, 4, 5], 3)).toThrow(RangeError);
  expect(() => differenceInDifferences([1, 2, 3], [1, 2, 3], 2)).toThrow(RangeError);
});

test('without lags Newey and West’s error of a mean is the usual one', () => {
  const y = noise(30, 5);
  const design = y.map(() => [1]);
  const fit = leastSquares(design, y);
  const variance = fit.residuals.reduce((sum, e) => sum + e * e, 0) / 29;
  expect(neweyWest(design, fit, { lags: 0 })[0]).toBeCloseTo(variance / 30, 12);
  expect(neweyWestLags(52)).toBe(3);
});

test('memory widens the error', () => {
  const y = noise(100, 0.2);
  const design = y.map(() => [1]);
  const fit = leastSquares(design, y);
  const error = (lags: number) => neweyWest(design, fit, { lags })[0] ?? 0;
  expect(error(5)).toBeGreaterThan(3 * error(0));
});

test('columns that repeat each other are refused', () => {
  expect(() =>
    leastSquares(
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      [1, 2, 3],
    ),
  ).toThrow(RangeError);
});
