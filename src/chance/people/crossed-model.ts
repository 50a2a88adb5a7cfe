/** Crossed random effects: how much of the spread is agent, category, channel, day, and how much is chance? */
import { type Components, momentComponents } from './crossed-moments.ts';
import { type Cell, type CrossedSums, crossedSums } from './crossed-sums.ts';
import { type MixedSolution, solveMixed } from './mixed-equations.ts';
import { lowestPoint } from './nelder-mead.ts';

export interface LevelEffect {
  readonly level: string;
  readonly n: number;
  /** The level's plain mean. */
  readonly raw: number;
  /** Its distance from the middle after the other factors, shrunk by what chance would do. */
  readonly effect: number;
  /** Standard deviation of the prediction error; null unless this factor is in `focus`. */
  readonly error: number | null;
}

export interface CrossedFactor {
  readonly name: string;
  readonly variance: number;
  /** Share of the whole variance, 0–1. */
  readonly share: number;
  readonly levels: readonly LevelEffect[];
}

export interface CrossedModel {
  readonly method: 'reml' | 'moments';
  readonly n: number;
  /** Estimated mean of an average agent with average work. */
  readonly mean: number;
  readonly factors: readonly CrossedFactor[];
  readonly residual: { readonly variance: number; readonly share: number };
}

export interface CrossedOptions {
  /** The factor whose levels will be compared; its prediction errors are worked out. */
  readonly focus?: string;
  /** Above so many rows, moments instead of REML. */
  readonly remlUpTo?: number;
}

/**
 * Splits the spread of a number over crossed factors and predicts every level's own effect.
 *
 * y = mean + Σ effect of the row's level in each factor + chance, all normal. Variances by restricted maximum
 * likelihood up to `remlUpTo` rows, by moments above; both need only the cells' n, Σy and Σy².
 * Source: Bates et al., Journal of Statistical Software 67 (2015). Example: R's Penicillin → standard deviations
 * 0.847 (plate), 1.932 (sample), 0.550 (residual).
 */
export function crossedModel(
  names: readonly string[],
  cells: readonly Cell[],
  { focus, remlUpTo = 100_000 }: CrossedOptions = {},
): CrossedModel {
  const sums = crossedSums(names, cells);
  const method = sums.n <= remlUpTo ? 'reml' : 'moments';
  const guess = momentComponents(sums);
  const { factors, residual } = method === 'reml' ? remlComponents(sums, guess) : guess;
  const total = factors.reduce((sum, v) => sum + v, residual);
  const keep = focus === undefined ? undefined : names.indexOf(focus);
  const scales = factors.map((v) => Math.sqrt(v / residual));
  const solution = solveMixed(sums, scales, keep === undefined ? {} : { keep });
  return {
    method,
    n: sums.n,
    mean: sums.mean + (solution?.shift() ?? 0),
    factors: names.map((name, f) => ({
      name,
      variance: factors[f] ?? 0,
      share: (factors[f] ?? 0) / total,
      levels: levelsOf(sums, f, solution, f === keep ? residual : null),
    })),
    residual: { variance: residual, share: residual / total },
  };
}

/** Minimises the profiled REML deviance over the factors' standard deviations relative to the residual's. */
function remlComponents(sums: CrossedSums, guess: Components): Components {
  const degrees = sums.n - 1;
  const deviance = (scales: readonly number[]) => {
    const solved = solveMixed(sums, scales.map(Math.abs));
    if (!solved || solved.penalised <= 0) return Number.POSITIVE_INFINITY;
    return solved.logDeterminant + degrees * Math.log(solved.penalised / degrees);
  };
  const start = guess.factors.map((v) => Math.sqrt(Math.max(v / guess.residual, 1e-3)));
  const scales = lowestPoint(deviance, start).map(Math.abs);
  const residual = (solveMixed(sums, scales)?.penalised ?? Number.NaN) / degrees;
  return { factors: scales.map((theta) => theta * theta * residual), residual };
}

function levelsOf(
  sums: CrossedSums,
  f: number,
  solution: MixedSolution | null,
  residual: number | null,
): LevelEffect[] {
  const factor = sums.factors[f];
  const effects = solution?.effects()[f];
  const variances = residual === null ? null : solution?.variances(f);
  return (factor?.levels ?? []).map((level, l) => {
    const n = factor?.counts[l] ?? 0;
    const error = variances && residual !== null ? Math.sqrt((variances[l] ?? 0) * residual) : null;
    return { level, n, raw: sums.mean + (factor?.sums[l] ?? 0) / n, effect: effects?.[l] ?? 0, error };
  });
}
