import { expect, test } from 'vitest';
import { normalDraws } from '../people/normal-draws.ts';
import { trendAhead } from './trend-ahead.ts';

test('a line goes on as it went', () => {
  const { slope, now, later, isStraight } = trendAhead([1, 2, 3, 4, 5, 6, 7, 8], 2);
  expect([slope.estimate, now, later.estimate]).toEqual([
    expect.closeTo(1, 12),
    expect.closeTo(8, 12),
    expect.closeTo(10, 12),
  ]);
  expect(isStraight).toBe(true);
});

/** By hand: Σ(t − 3.5)² = 42, Σ(t − 3.5) y = 43.5, mean 4.625, so the slope is 43.5 ÷ 42 and the line ends at 4.625 + 3.5 × 43.5 ÷ 42. */
test('the line is that of least squares', () => {
  const { slope, now } = trendAhead([1, 2, 3, 5, 4, 6, 8, 8], 4);
  expect(slope.estimate).toBeCloseTo(43.5 / 42, 10);
  expect(now).toBeCloseTo(4.625 + 3.5 * (43.5 / 42), 10);
});

test('the further ahead, the less is known', () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8];
  const width = (ahead: number) => {
    const { low, high } = trendAhead(values, ahead).later;
    return high - low;
  };
  expect(width(8)).toBeGreaterThan(width(4));
  expect(width(4)).toBeGreaterThan(width(0));
});

test('one jump is no trend', () => {
  expect(trendAhead([5, 5.1, 4.9, 5, 5.1, 4.9, 8, 8.1, 7.9, 8, 8.1, 7.9], 4).isStraight).toBe(false);
});

test('too few values make no trend', () => {
  expect(() => trendAhead([1, 2, 3], 1)).toThrow(RangeError);
});

test('where nothing trends a trend is seen in about 1 of 100 series at 0.01, and the level ahead is held', () => {
  const draw = normalDraws(7);
  const runs = 600;
  let [trends, held] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const { slope, later } = trendAhead(
      Array.from({ length: 26 }, () => draw()),
      8,
    );
    if (slope.p < 0.01) trends += 1;
    if (later.low <= 0 && later.high >= 0) held += 1;
  }
  expect(trends / runs).toBeLessThan(0.02);
  expect(held / runs).toBeGreaterThan(0.93);
});
