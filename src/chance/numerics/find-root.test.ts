import { expect, test } from 'vitest';
import { findRoot, type Slope } from './find-root.ts';

/** Where the root is, and how often the function was asked. */
function looked(f: (x: number) => Slope, guess: number) {
  let looks = 0;
  const root = findRoot((x) => {
    looks += 1;
    return f(x);
  }, guess);
  return { root, looks };
}

test('the root of two, in three looks from 1', () => {
  const { root, looks } = looked((x) => ({ value: x * x - 2, slope: 2 * x, bend: 1 / x }), 1);
  expect(root).toBeCloseTo(Math.SQRT2, 14);
  expect(looks).toBeLessThanOrEqual(4);
});

test('a straight line needs one look', () => {
  expect(looked((x) => ({ value: 3 * (x - 7), slope: 3, bend: 0 }), 1)).toEqual({ root: 7, looks: 2 });
  expect(looked((x) => ({ value: x - 7, slope: 1, bend: 0 }), 7)).toEqual({ root: 7, looks: 1 });
});

test.each([
  [0, 1000],
  [0, -1000],
  [1000, 0],
  [-1000, 0.5],
])('from %d to %d the steps widen until they may be trusted', (guess, root) => {
  const found = looked((x) => ({ value: x - root, slope: 1, bend: 0 }), guess);
  expect(found.root).toBeCloseTo(root, 9);
  expect(found.looks).toBeLessThanOrEqual(8);
});

test('a slope that is far too flat sends no step out of what is known', () => {
  let furthest = 0;
  const found = looked((x) => {
    furthest = Math.max(furthest, Math.abs(x));
    return {
      value: Math.atan(x - 5),
      slope: 1 / (1 + (x - 5) ** 2),
      bend: (-2 * (x - 5)) / (1 + (x - 5) ** 2),
    };
  }, 60);
  expect(found.root).toBeCloseTo(5, 12);
  expect(furthest).toBeLessThan(130);
  expect(found.looks).toBeLessThanOrEqual(20);
});

test('a jump is closed in on by halving, from either side', () => {
  for (const guess of [-20, 0, 2.9, 3.2, 50]) {
    const { root, looks } = looked((x) => ({ value: x < 3 ? -1 : 1, slope: 1e-9, bend: 0 }), guess);
    expect(Math.abs(root - 3)).toBeLessThan(1e-14);
    expect(looks).toBeLessThan(75);
  }
});

test('slopes that lie cost time, not the answer', () => {
  for (const slope of [1e-9, 1e-3]) {
    const { root, looks } = looked((x) => ({ value: x ** 3 - 8, slope, bend: 0 }), 1);
    expect(Math.abs(root - 2)).toBeLessThan(1e-13);
    expect(looks).toBeLessThan(75);
  }
});

test('a bend that points back keeps at most twice the Newton step', () => {
  const steps: number[] = [];
  findRoot((x) => {
    steps.push(x);
    return { value: x - 10, slope: 1, bend: -5 };
  }, 9);
  expect(steps[1]).toBe(11);
});
