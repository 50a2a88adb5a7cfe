/** Variance components by moments: one pass of sums, any number of rows. */
import type { CrossedSums, FactorSums } from './crossed-sums.ts';
import { solveLinear } from './linear-system.ts';

export interface Components {
  /** One variance per factor, in the factors' order. */
  readonly factors: readonly number[];
  readonly residual: number;
}

/**
 * How much does each factor spread the values? For each factor the squares within its levels, and the squares around
 * the grand mean, are set equal to what they would be on average; the equations are linear in the variances.
 * A negative solution is taken as 0 and the rest solved again.
 * Source: Henderson's method I, as in Gao & Owen, Electronic Journal of Statistics 11 (2017).
 */
export function momentComponents(sums: CrossedSums): Components {
  let free = sums.factors.map((_, f) => f);
  for (;;) {
    const solved = solveFor(sums, free);
    const negative = free.filter((_, i) => !((solved[i] ?? 0) >= 0));
    if (negative.length === 0) {
      const factors = sums.factors.map((_, f) => (free.includes(f) ? (solved[free.indexOf(f)] ?? 0) : 0));
      return { factors, residual: Math.max(0, solved.at(-1) ?? 0) };
    }
    free = free.filter((f) => !negative.includes(f));
  }
}

/** One equation for each free factor, and one around the grand mean; the residual variance comes last. */
function solveFor(sums: CrossedSums, free: readonly number[]): number[] {
  const within = free.map((f) => {
    const { counts, sums: own } = factorAt(sums, f);
    const squares = sums.squares - own.reduce((total, s, l) => total + (s * s) / (counts[l] ?? 1), 0);
    return [...free.map((g) => (g === f ? 0 : sums.n - spill(sums, f, g))), sums.n - counts.length, squares];
  });
  const around = [
    ...free.map((g) => sums.n - factorAt(sums, g).counts.reduce((total, n) => total + n * n, 0) / sums.n),
    sums.n - 1,
    sums.squares,
  ];
  return solveLinear([...within, around]);
}

/** Σ n_lm² ÷ n_l: how much of factor g is hidden in the level means of factor f. */
function spill(sums: CrossedSums, f: number, g: number): number {
  const { counts } = factorAt(sums, f);
  const width = factorAt(sums, g).counts.length;
  return sums
    .together(f, g)
    .reduce((total, n, i) => total + (n * n) / (counts[Math.floor(i / width)] ?? 1), 0);
}

function factorAt(sums: CrossedSums, f: number): FactorSums {
  const factor = sums.factors[f];
  if (!factor) throw new RangeError(`There is no factor ${f}.`);
  return factor;
}
