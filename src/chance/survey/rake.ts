/** Weights that make the answers match several known proportions at once. */

export interface Margin {
  /** The class of each answer in this attribute. */
  readonly classes: readonly string[];
  /** How many of each class there are among all. */
  readonly totals: Readonly<Record<string, number>>;
}

export interface Raked {
  readonly weights: readonly number[];
  readonly rounds: number;
  /** The largest relative miss of a margin that is left; above 1e-6 the margins contradict each other or lack answers. */
  readonly miss: number;
}

/**
 * One attribute after the other, the weights of each class are scaled to its total, until all margins agree (iterative
 * proportional fitting). A class nobody answered from cannot be made up for: merge it first, else `miss` stays large.
 * Source: Deming & Stephan (1940).
 *
 * @example rake([{ classes: ['mail', 'chat', 'chat'], totals: { mail: 50, chat: 50 } }]).weights // [50, 25, 25]
 */
export function rake(
  margins: readonly Margin[],
  { start, rounds = 1000 }: { readonly start?: readonly number[]; readonly rounds?: number } = {},
): Raked {
  let weights: readonly number[] = start ?? (margins[0]?.classes ?? []).map(() => 1);
  let round = 0;
  let miss = Infinity;
  for (; round < rounds && miss > 1e-12; round++) {
    miss = 0;
    for (const { classes, totals } of margins) {
      const factors = factorsOf(weights, classes, totals);
      miss = Math.max(miss, ...[...factors.values()].map((factor) => Math.abs(factor - 1)));
      weights = weights.map((weight, i) => weight * (factors.get(classes[i] ?? '') ?? 1));
    }
  }
  return { weights, rounds: round, miss };
}

/** By which each class must be multiplied; a class without answers misses by all of its total. */
function factorsOf(
  weights: readonly number[],
  classes: readonly string[],
  totals: Readonly<Record<string, number>>,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  classes.forEach((name, i) => {
    sums.set(name, (sums.get(name) ?? 0) + (weights[i] ?? 0));
  });
  return new Map(
    Object.entries(totals).map(([name, total]) => {
      const sum = sums.get(name) ?? 0;
      return [name, sum === total ? 1 : total / sum];
    }),
  );
}

/**
 * The same for a table of counts and the totals of its rows and columns: each cell scaled until both agree.
 *
 * @example rakeTable([[10, 20], [30, 40]], { rows: [50, 50], columns: [40, 60] }).cells
 */
export function rakeTable(
  table: readonly (readonly number[])[],
  totals: { readonly rows: readonly number[]; readonly columns: readonly number[] },
): { readonly cells: readonly (readonly number[])[]; readonly rounds: number; readonly miss: number } {
  const byNumber = (values: readonly number[]) =>
    Object.fromEntries(values.map((value, i) => [String(i), value]));
  const rows = {
    classes: table.flatMap((row, i) => row.map(() => String(i))),
    totals: byNumber(totals.rows),
  };
  const columns = {
    classes: table.flatMap((row) => row.map((_, j) => String(j))),
    totals: byNumber(totals.columns),
  };
  const { weights, rounds, miss } = rake([rows, columns], { start: table.flat() });
  let from = 0;
  const cells = table.map((row) => {
    from += row.length;
    return weights.slice(from - row.length, from);
  });
  return { cells, rounds, miss };
}
