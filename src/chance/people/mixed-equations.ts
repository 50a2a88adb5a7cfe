/** Henderson's mixed-model equations for crossed random effects, solved from sums alone. */
import { cholesky, type Factor, inverse, logDeterminant, solveLower, solveUpper } from './cholesky.ts';
import type { CrossedSums, FactorSums } from './crossed-sums.ts';

/** The equations after the largest factor was swept out of them: a diagonal block costs nothing to invert. */
export interface MixedSolution {
  /** Residual sum of squares with its penalty, r². */
  readonly penalised: number;
  /** ln |ΛᵀZᵀZΛ + I| + ln of the information left for the mean. */
  readonly logDeterminant: number;
  /** Best linear unbiased predictions per factor, in the factors' order. */
  readonly effects: () => readonly Float64Array[];
  /** Estimated mean − the grand mean. */
  readonly shift: () => number;
  /** Variance of each level's distance from the average level ÷ residual variance; of a factor that was kept. */
  readonly variances: (factor: number) => Float64Array;
}

/**
 * Solves for one set of `scales` θ (a factor's standard deviation ÷ the residual's).
 * `keep` is a factor that must not be swept out because its prediction variances will be wanted.
 * Source: Bates et al., Journal of Statistical Software 67 (2015), section 3.
 */
export function solveMixed(
  sums: CrossedSums,
  scales: readonly number[],
  { keep }: { readonly keep?: number } = {},
): MixedSolution | null {
  const swept = largestFactor(sums, keep);
  const layout = layoutOf(sums, scales, swept);
  const own = swept === null ? null : sweep(layout, swept);
  const { matrix, right } = blocks(layout);
  if (own) subtractSwept(matrix, right, own, layout.size);
  const factor = cholesky(matrix, layout.size);
  if (!factor) return null;
  const half = solveLower(factor, right);
  const explained = half.reduce((sum, v) => sum + v * v, 0) + (own?.explained ?? 0);
  return {
    penalised: sums.squares - explained,
    logDeterminant: logDeterminant(factor) + (own?.logDeterminant ?? 0),
    effects: () => effectsOf(solveUpper(factor, half), layout, own),
    shift: () => solveUpper(factor, half)[layout.size - 1] ?? 0,
    variances: (f) => variancesOf(factor, f, layout),
  };
}

interface Layout {
  readonly sums: CrossedSums;
  readonly scales: readonly number[];
  /** The factors that stay in the equations, and where each begins; the mean comes last. */
  readonly rest: readonly number[];
  readonly starts: readonly number[];
  readonly size: number;
}

interface Swept {
  readonly index: number;
  readonly diagonal: Float64Array;
  readonly right: Float64Array;
  /** One row per level: its scaled counts with everything that stays. */
  readonly rows: Float64Array;
  readonly explained: number;
  readonly logDeterminant: number;
}

function largestFactor(sums: CrossedSums, keep?: number): number | null {
  const size = (f: number) => sums.factors[f]?.levels.length ?? 0;
  const free = sums.factors.map((_, f) => f).filter((f) => f !== keep);
  return free.length === 0 ? null : free.reduce((best, f) => (size(f) > size(best) ? f : best));
}

function layoutOf(sums: CrossedSums, scales: readonly number[], swept: number | null): Layout {
  const rest = sums.factors.map((_, f) => f).filter((f) => f !== swept);
  const starts = [0];
  for (const f of rest) starts.push((starts.at(-1) ?? 0) + factorAt(sums, f).levels.length);
  return { sums, scales, rest, starts, size: (starts.at(-1) ?? 0) + 1 };
}

function sweep(layout: Layout, index: number): Swept {
  const { counts, sums: own } = factorAt(layout.sums, index);
  const theta = layout.scales[index] ?? 0;
  const diagonal = counts.map((n) => theta * theta * n + 1);
  const right = own.map((s) => theta * s);
  let explained = 0;
  let logDeterminant = 0;
  for (let i = 0; i < diagonal.length; i++) {
    explained += at(right, i) ** 2 / at(diagonal, i);
    logDeterminant += Math.log(at(diagonal, i));
  }
  return { index, diagonal, right, rows: crossings(layout, index), explained, logDeterminant };
}

function crossings({ sums, scales, rest, starts, size }: Layout, index: number): Float64Array {
  const { counts } = factorAt(sums, index);
  const theta = scales[index] ?? 0;
  const rows = new Float64Array(counts.length * size);
  rest.forEach((f, i) => {
    const width = factorAt(sums, f).levels.length;
    const both = theta * (scales[f] ?? 0);
    sums.together(index, f).forEach((n, cell) => {
      rows[Math.floor(cell / width) * size + (starts[i] ?? 0) + (cell % width)] = both * n;
    });
  });
  counts.forEach((n, l) => {
    rows[l * size + size - 1] = theta * n;
  });
  return rows;
}

/** The lower triangle of the equations of what stays, the mean last, and their right-hand side. */
function blocks({ sums, scales, rest, starts, size }: Layout) {
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  rest.forEach((f, i) => {
    const { counts, sums: own } = factorAt(sums, f);
    const theta = scales[f] ?? 0;
    const start = starts[i] ?? 0;
    counts.forEach((n, l) => {
      const row = start + l;
      matrix[row * size + row] = theta * theta * n + 1;
      matrix[(size - 1) * size + row] = theta * n;
      right[row] = theta * at(own, l);
    });
    rest.slice(0, i).forEach((g, j) => {
      const width = factorAt(sums, g).levels.length;
      const both = theta * (scales[g] ?? 0);
      sums.together(f, g).forEach((n, cell) => {
        const row = start + Math.floor(cell / width);
        matrix[row * size + (starts[j] ?? 0) + (cell % width)] = both * n;
      });
    });
  });
  matrix[size * size - 1] = sums.n;
  return { matrix, right };
}

/** What is left of the equations once the swept factor has been solved for: S = A − Bᵀ D⁻¹ B. */
function subtractSwept(matrix: Float64Array, right: Float64Array, own: Swept, size: number): void {
  own.diagonal.forEach((d, l) => {
    const base = l * size;
    for (let i = 0; i < size; i++) {
      const share = at(own.rows, base + i) / d;
      if (share === 0) continue;
      right[i] = at(right, i) - share * at(own.right, l);
      for (let j = 0; j <= i; j++) {
        matrix[i * size + j] = at(matrix, i * size + j) - share * at(own.rows, base + j);
      }
    }
  });
}

function effectsOf(solution: Float64Array, layout: Layout, own: Swept | null): Float64Array[] {
  const { sums, scales, rest, starts, size } = layout;
  const effects = sums.factors.map(({ levels }) => new Float64Array(levels.length));
  rest.forEach((f, i) => {
    effects[f]?.set(solution.slice(starts[i] ?? 0, starts[i + 1]).map((u) => u * (scales[f] ?? 0)));
  });
  own?.diagonal.forEach((d, l) => {
    let left = at(own.right, l);
    for (let i = 0; i < size; i++) left -= at(own.rows, l * size + i) * at(solution, i);
    effects[own.index]?.fill((left / d) * (scales[own.index] ?? 0), l, l + 1);
  });
  return effects;
}

/** Var(bᵢ − b̄) = Vᵢᵢ − 2 · the mean of row i + the mean of all, V the factor's block of the inverse. */
function variancesOf(factor: Factor, wanted: number, { scales, rest, starts, size }: Layout): Float64Array {
  const position = rest.indexOf(wanted);
  const all = inverse(factor);
  const start = starts[position] ?? 0;
  const levels = (starts[position + 1] ?? start) - start;
  const cell = (i: number, j: number) => at(all, (start + i) * size + start + j);
  const rows = Float64Array.from({ length: levels }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < levels; j++) sum += cell(i, j);
    return sum / levels;
  });
  const whole = rows.reduce((sum, row) => sum + row, 0) / levels;
  return rows.map((row, i) => (cell(i, i) - 2 * row + whole) * (scales[wanted] ?? 0) ** 2);
}

function factorAt(sums: CrossedSums, f: number): FactorSums {
  const factor = sums.factors[f];
  if (!factor) throw new RangeError(`There is no factor ${f}.`);
  return factor;
}

function at(values: Float64Array, i: number): number {
  return values[i] ?? Number.NaN;
}
