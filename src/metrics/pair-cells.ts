/** Cells of many crossed factors from their tables two by two, which are far fewer. */
import type { Cell } from '../chance/index.ts';

/** Rows that share one level of each of two factors, by the factors' places. */
export interface PairCell {
  readonly factors: readonly [number, number];
  readonly levels: readonly [string, string];
  readonly n: number;
  readonly sum: number;
}

/**
 * A crossed model needs no more of its rows than how many share each pair of levels, each level's sum, and Σ y² in all: a
 * year of agents × days and agents × categories is a tenth of agents × categories × channels × days.
 *
 * With k factors and one level of each as its anchor: each pair's table with the other factors at their anchors, less
 * (k − 2) times each factor's own table with the others at their anchors, plus (k − 1)(k − 2) ÷ 2 times the total at all
 * anchors. All pair tables, sums and totals of these cells are those of the rows; single cells may count below zero.
 *
 * @example cellsOfPairs(3, pairs, Σy²) // one cell a pair, one a level, and one for the rest
 */
export function cellsOfPairs(
  factors: number,
  pairs: readonly PairCell[],
  sumOfSquares: number,
): readonly Cell[] {
  const anchors = Array.from({ length: factors }, (_, f) => anchorOf(f, pairs));
  const at = (places: readonly (readonly [number, string])[]): readonly string[] =>
    places.reduce((levels, [factor, level]) => levels.with(factor, level), anchors);
  const cell = (levels: readonly string[], n: number, sum: number): Cell => ({
    levels,
    n,
    sum,
    sumOfSquares: 0,
  });
  const tables = pairs.map(({ factors: [f, g], levels: [a, b], n, sum }) =>
    cell(
      at([
        [f, a],
        [g, b],
      ]),
      n,
      sum,
    ),
  );
  const own = anchors.flatMap((_, f) =>
    levelsOf(f, pairs).map(({ level, n, sum }) =>
      cell(at([[f, level]]), -(factors - 2) * n, -(factors - 2) * sum),
    ),
  );
  const whole = levelsOf(0, pairs).reduce((all, { n, sum }) => ({ n: all.n + n, sum: all.sum + sum }), {
    n: 0,
    sum: 0,
  });
  const times = ((factors - 1) * (factors - 2)) / 2;
  return [...tables, ...own, { ...cell(anchors, times * whole.n, times * whole.sum), sumOfSquares }];
}

const anchorOf = (factor: number, pairs: readonly PairCell[]): string => {
  const pair = pairs.find(({ factors }) => factors.includes(factor));
  return pair?.levels[pair.factors.indexOf(factor)] ?? '';
};

/** A factor's own table, added up from its table with one other factor. */
function levelsOf(
  factor: number,
  pairs: readonly PairCell[],
): readonly { readonly level: string; readonly n: number; readonly sum: number }[] {
  const partner = pairs.find(({ factors }) => factors.includes(factor))?.factors ?? [];
  const found = new Map<string, { level: string; n: number; sum: number }>();
  for (const { factors, levels, n, sum } of pairs) {
    if (factors[0] !== partner[0] || factors[1] !== partner[1]) continue;
    const level = levels[factors.indexOf(factor)] ?? '';
    const known = found.get(level) ?? { level, n: 0, sum: 0 };
    found.set(level, { level, n: known.n + n, sum: known.sum + sum });
  }
  return [...found.values()];
}
