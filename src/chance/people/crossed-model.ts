/** Crossed random effects: how much of the spread is agent, category, channel, day, and how much is chance? */
import { chiSquare } from '../numerics/chi-square.ts';
import { sum } from '../time/average.ts';
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
  /** Standard error of its distance from the average of these levels; null unless this factor is the `focus`. */
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
  /** How surprising the differences between the focus factor's levels were, if there were none; null without a focus. */
  readonly focusChance: number | null;
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
  const all = names.map((_, f) => f);
  const guess = momentComponents(sums);
  const { factors, residual } = method === 'reml' ? remlComponents(sums, guess, all) : guess;
  const total = sum(factors) + residual;
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
    focusChance: keep === undefined ? null : chanceWithout(sums, scales, keep, method),
  };
}

/** REML deviance with the residual variance profiled out; without its constant. */
function deviance(sums: CrossedSums, scales: readonly number[]): number {
  const solved = solveMixed(sums, scales.map(Math.abs));
  if (!solved || solved.penalised <= 0) return Number.POSITIVE_INFINITY;
  return solved.logDeterminant + (sums.n - 1) * Math.log(solved.penalised / (sums.n - 1));
}

/** Minimises the deviance over the `free` factors' standard deviations relative to the residual's; the others stay 0. */
function remlComponents(sums: CrossedSums, guess: Components, free: readonly number[]): Components {
  const spread = (at: readonly number[]) =>
    sums.factors.map((_, f) => (free.includes(f) ? (at[free.indexOf(f)] ?? 0) : 0));
  const start = free.map((f) => Math.sqrt(Math.max((guess.factors[f] ?? 0) / guess.residual, 1e-3)));
  const best = free.length > 0 ? lowestPoint((at) => deviance(sums, spread(at)), start) : [];
  const scales = spread(best).map(Math.abs);
  const residual = (solveMixed(sums, scales)?.penalised ?? Number.NaN) / (sums.n - 1);
  return { factors: scales.map((theta) => theta * theta * residual), residual };
}

/** Likelihood ratio of a variance that cannot be below 0: half a chi-square with one degree (Self & Liang 1987). */
function chanceWithout(
  sums: CrossedSums,
  scales: readonly number[],
  focus: number,
  method: 'reml' | 'moments',
): number {
  const without = scales.with(focus, 0);
  const others = scales.map((_, f) => f).filter((f) => f !== focus);
  const guess = { factors: without.map((s) => s * s), residual: 1 };
  const refitted = method === 'reml' ? remlComponents(sums, guess, others) : guess;
  const best = refitted.factors.map((v) => Math.sqrt(v / refitted.residual));
  const ratio = deviance(sums, best) - deviance(sums, scales);
  return ratio > 0 ? chiSquare(1).above(ratio) / 2 : 1;
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
