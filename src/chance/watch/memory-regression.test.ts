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

/** The trend before, the jump and the turn at the eighth of 14 points. */
const jump = Array.from({ length: 14 }, (_, t) => [1, t, t >= 7 ? 1 : 0, Math.max(0, t - 7)]);

/** The same definitions written with R's matrices: inverse, crossprod, qt, pt. */
test.each([
  [
    'no memory',
    step(6),
    [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8],
    1,
    0.95,
    1,
    1.71892999469624,
    0.573964803595298,
  ],
  [
    'no memory',
    step(6),
    [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8],
    0,
    0.9,
    23 / 6,
    1.23148015398673,
    0.0113690412329485,
  ],
  [
    'much memory',
    step(6),
    [3, 4, 3, 2, 1, 2, 5, 6, 4, 5, 7, 6],
    1,
    0.95,
    3,
    1.52448591367812,
    0.10379110582791,
  ],
  [
    'some memory',
    step(6),
    [2, 3, 3, 1, 2, 1, 4, 6, 5, 5, 3, 4],
    0,
    0.95,
    2,
    0.726793211726891,
    0.0270855533363085,
  ],
  [
    'all memory',
    step(6),
    [1, 2, 3, 3, 2, 1, 0, -1, 0, 2, 4, 3],
    1,
    0.95,
    -2 / 3,
    2.46414768284587,
    0.797816919450444,
  ],
  [
    'a trend',
    jump,
    [5, 6, 5, 7, 8, 7, 9, 4, 5, 3, 4, 2, 3, 1],
    2,
    0.95,
    -4.5,
    0.995924720216561,
    0.00115963435550419,
  ],
  [
    'a trend',
    jump,
    [5, 6, 5, 7, 8, 7, 9, 4, 5, 3, 4, 2, 3, 1],
    3,
    0.99,
    -31 / 28,
    0.2561851993226,
    0.00156974796006577,
  ],
  [
    'a trend and memory',
    jump,
    [5, 6, 6, 7, 9, 8, 7, 4, 5, 4, 3, 4, 2, 1],
    2,
    0.95,
    -107 / 28,
    1.70940383285128,
    0.0600164640141452,
  ],
] as const)('%s: as by the matrices of R', (_, design, y, column, level, estimate, error, p) => {
  const effect = memoryRegression(design, y, column, { level });
  expect(effect.estimate).toBeCloseTo(estimate, 10);
  expect(effect.error).toBeCloseTo(error, 10);
  expect(effect.p).toBeCloseTo(p, 10);
  expect(effect).toMatchObject({ level, method: 'least squares with memory' });
});

test.each([
  [step(6), [3, 4, 3, 2, 1, 2, 5, 6, 4, 5, 7, 6], 1, 0.95, -0.869583902803504, 6.8695839028035],
  [jump, [5, 6, 5, 7, 8, 7, 9, 4, 5, 3, 4, 2, 3, 1], 3, 0.99, -1.92218477119235, -0.292100943093365],
] as const)('the interval is as wide as Student’s t makes it', (design, y, column, level, low, high) => {
  const effect = memoryRegression(design, y, column, { level });
  expect(effect.low).toBeCloseTo(low, 9);
  expect(effect.high).toBeCloseTo(high, 9);
});

test('a step without any spread is certain, whatever the scale', () => {
  const certain = memoryRegression(step(4), [2, 2, 2, 2, 5, 5, 5, 5], 1);
  expect(certain).toMatchObject({ error: 0, p: 0 });
  expect(certain.low).toBeCloseTo(3, 9);
  expect(memoryRegression(step(3), [1e9, 1e9, 1e9, 1e9, 1e9, 1e9], 1).p).toBe(1);
  expect(memoryRegression(step(3), [1e-9, 2e-9, 1e-9, 2e-9, 1e-9, 2e-9], 1).p).toBeGreaterThan(0.5);
});
