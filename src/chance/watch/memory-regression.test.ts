import { expect, test } from 'vitest';
import { normalDraws } from '../people/normal-draws.ts';
import { memoryRegression } from './memory-regression.ts';

const step = (n: number) => Array.from({ length: 2 * n }, (_, t) => [1, t >= n ? 1 : 0]);

test('the step is the difference of the means', () => {
  const { estimate, low, high, n } = memoryRegression(step(4), [1, 1, 1, 1, 3, 3, 3, 4], 1);
  expect(estimate).toBeCloseTo(2.25, 12);
  expect(n).toBe(8);
  expect((low + high) / 2).toBeCloseTo(2.25, 12);
  expect(low).toBeGreaterThan(0);
});

test('a change of scale is a change of scale', () => {
  const y = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8];
  const plain = memoryRegression(step(6), y, 1);
  const scaled = memoryRegression(
    step(6),
    y.map((value) => 10 * value + 7),
    1,
  );
  expect(scaled.error).toBeCloseTo(10 * plain.error, 8);
  expect(scaled.p).toBeCloseTo(plain.p, 8);
});

test('points that resemble their neighbours are worth fewer', () => {
  const restless = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1];
  const sticky = [1, 1, 1, -1, -1, -1, -1, -1, -1, 1, 1, 1];
  const error = (y: readonly number[]) => memoryRegression(step(6), y, 1).error;
  expect(error(sticky)).toBeGreaterThan(1.5 * error(restless));
});

test('without any spread there is no doubt', () => {
  expect(memoryRegression(step(4), [2, 2, 2, 2, 2, 2, 2, 2], 1)).toMatchObject({ error: 0, p: 1 });
});

test.each([0, 0.3])(
  'where nothing happened it is called a change in 5 % of series at most, memory %f',
  (memory) => {
    const draw = normalDraws(11);
    const runs = 400;
    let wrong = 0;
    for (let run = 0; run < runs; run++) {
      let last = draw() / Math.sqrt(1 - memory * memory);
      const y = Array.from({ length: 16 }, () => (last = memory * last + draw()));
      if (memoryRegression(step(8), y, 1).p < 0.05) wrong += 1;
    }
    expect(wrong / runs).toBeLessThan(0.07);
  },
);
