import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, crossedModel } from '../chance/index.ts';
import { cellsOfPairs, type PairCell } from './pair-cells.ts';

/** What an engine would return for the rows behind some cells. */
function pairsOf(factors: number, cells: readonly Cell[]): PairCell[] {
  const found = new Map<string, PairCell>();
  for (let f = 0; f < factors; f++) {
    for (let g = f + 1; g < factors; g++) {
      for (const { levels, n, sum } of cells) {
        const pair = [levels[f] ?? '', levels[g] ?? ''] as const;
        const key = JSON.stringify([f, g, pair]);
        const known = found.get(key) ?? { factors: [f, g], levels: pair, n: 0, sum: 0 };
        found.set(key, { ...known, n: known.n + n, sum: known.sum + sum });
      }
    }
  }
  return [...found.values()];
}

const level = fc.constantFrom('a', 'b', 'c', 'd');
const cellsOf = (factors: number) =>
  fc.array(
    fc
      .tuple(fc.array(level, { minLength: factors, maxLength: factors }), fc.integer({ min: -50, max: 50 }))
      .map(([levels, value]): Cell => ({ levels, n: 1, sum: value, sumOfSquares: value * value })),
    { minLength: 30, maxLength: 80 },
  );
const squares = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.sumOfSquares, 0);

test.each([2, 3, 4, 5])('the model of %d factors is the same from pairs as from rows', (factors) => {
  const names = ['who', 'category', 'channel', 'day', 'queue'].slice(0, factors);
  fc.assert(
    fc.property(cellsOf(factors), (cells) => {
      const pairs = cellsOfPairs(factors, pairsOf(factors, cells), squares(cells));
      const options = { focus: 'who', remlUpTo: 0 };
      const [whole, made] = [crossedModel(names, cells, options), crossedModel(names, pairs, options)];
      expect(made.n).toBe(whole.n);
      expect(made.mean).toBeCloseTo(whole.mean, 8);
      expect(made.residual.variance).toBeCloseTo(whole.residual.variance, 6);
      for (const [f, { variance, levels }] of whole.factors.entries()) {
        expect(made.factors[f]?.variance).toBeCloseTo(variance, 6);
        expect(made.factors[f]?.levels.map(({ n }) => n)).toEqual(levels.map(({ n }) => n));
      }
    }),
    { numRuns: 40 },
  );
});
