import { expect, test } from 'vitest';
import { normalDraws } from '../people/normal-draws.ts';
import { differenceInDifferences, type Effect, interruptedSeries } from './did-it-work.ts';
import { leastSquares } from './least-squares.ts';

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

test.each([
  [4, 0],
  [4, 0.3],
  [8, 0.3],
  [12, 0.6],
])(
  'at %i points a side with memory %f both hold the truth in nine of ten series at least',
  (side, memory) => {
    const draw = normalDraws(side);
    const runs = 300;
    const held = { jump: 0, gap: 0 };
    for (let run = 0; run < runs; run++) {
      let last = draw() / Math.sqrt(1 - memory * memory);
      const values = Array.from({ length: 2 * side }, () => (last = memory * last + draw()));
      const holds = ({ low, high }: Effect) => (low <= 0 && high >= 0 ? 1 : 0);
      held.jump += holds(interruptedSeries(values, side).jump);
      held.gap += holds(
        differenceInDifferences(
          values,
          values.map(() => 0),
          side,
        ),
      );
    }
    expect(held.jump / runs).toBeGreaterThan(0.9);
    expect(held.gap / runs).toBeGreaterThan(0.88);
  },
);

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
