import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cholesky, inverse, logDeterminant, solve } from './cholesky.ts';
import { solveLinear } from './linear-system.ts';
import { lowestPoint } from './nelder-mead.ts';

const factored = (matrix: readonly number[], size: number) => {
  const factor = cholesky(Float64Array.from(matrix), size);
  if (!factor) throw new Error('not positive');
  return factor;
};

test('a matrix of two by hand: 4 2 / 2 5', () => {
  const factor = factored([4, 2, 2, 5], 2);
  expect([...factor.lower]).toEqual([2, 2, 1, 2]);
  expect(logDeterminant(factor)).toBeCloseTo(Math.log(16), 12);
  expect([...solve(factor, [8, 12])]).toEqual([1, 2]);
  expect([...inverse(factor)].map((v) => v * 16)).toEqual([5, -2, -2, 4].map((v) => expect.closeTo(v, 12)));
});

test('a matrix that is not positive has no factor', () => {
  expect(cholesky(Float64Array.from([1, 2, 2, 1]), 2)).toBeNull();
});

test('what was solved fulfils its equations', () => {
  const entries = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(entries, (a) => {
      const cell = (i: number, j: number) => a[i * 3 + j] ?? 0;
      const square = a.map((_, c) => {
        const [i, j] = [Math.floor(c / 3), c % 3];
        return [0, 1, 2].reduce((sum, k) => sum + cell(i, k) * cell(j, k), i === j ? 1 : 0);
      });
      const x = [1, -2, 3];
      const b = [0, 1, 2].map((i) => x.reduce((sum, v, j) => sum + v * (square[i * 3 + j] ?? 0), 0));
      [...solve(factored(square, 3), b)].map((v, i) => expect(v).toBeCloseTo(x[i] ?? 0, 8));
      const rows = b.map((right, i) => [...square.slice(i * 3, i * 3 + 3), right]);
      solveLinear(rows).map((v, i) => expect(v).toBeCloseTo(x[i] ?? 0, 8));
    }),
  );
});

test('rows are exchanged where the first has nothing to divide by', () => {
  expect(
    solveLinear([
      [0, 1, 3],
      [2, 0, 4],
    ]),
  ).toEqual([2, 3]);
});

test('the bottom of a bent valley is found', () => {
  const valley = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  expect(lowestPoint(valley, [-1.2, 1])).toEqual([expect.closeTo(1, 4), expect.closeTo(1, 4)]);
  expect(lowestPoint(([x = 0]) => (x - 3) ** 2, [1])).toEqual([expect.closeTo(3, 5)]);
});
