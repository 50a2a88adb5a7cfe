/** One coefficient of a regression on a short series whose points resemble their neighbours. */
import { studentT } from '../numerics/student-t.ts';
import { leastSquares } from '../time/least-squares.ts';

export interface Effect {
  readonly estimate: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly level: number;
  readonly n: number;
  readonly method: string;
}

/** What is smaller than this share of the values is rounding. */
const ROUNDING = 1e-12;

/** Memories that are thought possible: weeks that push each other apart are taken for chance. */
const memories = Array.from({ length: 19 }, (_, i) => i * 0.05);

/**
 * Least squares, with errors for a series of the form u_t = φ u_{t−1} + chance.
 *
 * On few points residuals look less alike than the truth, and robust errors are far too small (Newey and West's miss 10 %
 * to 26 % at 8 points a side where they say 5 %). So φ is the memory under which the residuals' own correlation, expected exactly
 * from the design, is what was seen, plus half its standard error for what it is not known; σ² is what is left of the
 * squares under that memory, and t has Satterthwaite's degrees: tr(MΣ)² ÷ tr(MΣMΣ). A memory below 0 counts as 0.
 * Source: Kiviet & Phillips, Econometric Theory 10 (1994) for the idea; docs/chance/did-it-work.md for what it holds.
 * Example: design rows [1, 0] four times and [1, 1] four times, y 1, 1, 1, 1, 3, 3, 3, 4 → column 1 is 2.25.
 */
export function memoryRegression(
  design: readonly (readonly number[])[],
  y: readonly number[],
  column: number,
  { level = 0.95, method = 'least squares with memory' } = {},
): Effect {
  const n = y.length;
  const { coefficients, residuals, bread } = leastSquares(design, y);
  const hat = hatOf(design, bread);
  const size = Math.max(...y.map(Math.abs));
  const all = residuals.reduce((sum, e) => sum + e * e, 0);
  const squares = all > (ROUNDING * size) ** 2 ? all : 0;
  const seen = squares === 0 ? 0 : neighbours(residuals) / squares;
  const memory = memoryOf(hat, seen, n);
  const { left, degrees } = leftOver(hat, memory, n);
  const weights = design.map((row) =>
    row.reduce((sum, x, i) => sum + x * (bread[i * row.length + column] ?? 0), 0),
  );
  const error = Math.sqrt((squares / left) * quadratic(weights, memory));
  const t = studentT(Math.max(1, degrees));
  const estimate = coefficients[column] ?? Number.NaN;
  const reach = t.upperQuantile((1 - level) / 2) * error;
  const isNone = Math.abs(estimate) <= ROUNDING * size;
  const p = error > 0 ? Math.min(1, 2 * t.above(Math.abs(estimate) / error)) : isNone ? 1 : 0;
  return { estimate, error, low: estimate - reach, high: estimate + reach, p, level, n, method };
}

/** M = I − X (XᵀX)⁻¹ Xᵀ, row by row. */
function hatOf(design: readonly (readonly number[])[], bread: Float64Array): readonly Float64Array[] {
  return design.map((a, i) =>
    Float64Array.from(design, (b, j) => {
      const size = a.length;
      let total = i === j ? 1 : 0;
      for (let k = 0; k < size; k++)
        for (let l = 0; l < size; l++) total -= (a[k] ?? 0) * (bread[k * size + l] ?? 0) * (b[l] ?? 0);
      return total;
    }),
  );
}

const neighbours = (values: readonly number[]): number =>
  values.slice(1).reduce((sum, value, i) => sum + value * (values[i] ?? 0), 0);

/** MΣ under a memory: Σ_ij = φ^|i−j|. What lies before a place and what lies after it fade by φ from step to step. */
const spreadOf = (hat: readonly Float64Array[], memory: number): readonly Float64Array[] =>
  hat.map((row) => {
    let before = 0;
    const spread = row.map((m) => (before = memory * before + m));
    let after = 0;
    for (let j = row.length - 1; j >= 0; j--) {
      spread[j] = (spread[j] ?? 0) + after;
      after = memory * (after + (row[j] ?? 0));
    }
    return spread;
  });

/** The memory at which Σ e_t e_{t−1} ÷ Σ e_t² is expected to be what was seen. */
function memoryOf(hat: readonly Float64Array[], seen: number, n: number): number {
  const expected = memories.map((memory) => {
    const spread = spreadOf(hat, memory);
    let [own, next] = [0, 0];
    for (let t = 0; t < n; t++) {
      own += spread[t]?.[t] ?? 0;
      // (MΣM)_{t, t−1}; M is symmetric.
      if (t > 0) next += dot(spread[t], hat[t - 1]);
    }
    return next / own;
  });
  const at = expected.findIndex((value) => value >= seen);
  const [right, left] = [expected[at] ?? 0, expected[at - 1] ?? 0];
  const found =
    at === 0 ? 0 : at < 0 ? 0.9 : (memories[at - 1] ?? 0) + (0.05 * (seen - left)) / (right - left);
  return Math.min(0.9, found + 0.5 * Math.sqrt((1 - found * found) / n));
}

/** Expected squares of the residuals when the points' variance is 1, and their degrees of freedom. */
function leftOver(hat: readonly Float64Array[], memory: number, n: number) {
  const spread = spreadOf(hat, memory);
  let [left, twice] = [0, 0];
  for (let i = 0; i < n; i++) {
    left += spread[i]?.[i] ?? 0;
    for (let j = 0; j < n; j++) twice += (spread[i]?.[j] ?? 0) * (spread[j]?.[i] ?? 0);
  }
  return { left, degrees: (left * left) / twice };
}

/** wᵀ Σ w. */
const quadratic = (weights: readonly number[], memory: number): number =>
  weights.reduce(
    (sum, a, i) => sum + weights.reduce((inner, b, j) => inner + a * b * memory ** Math.abs(i - j), 0),
    0,
  );

function dot(a: Float64Array | undefined, b: Float64Array | undefined): number {
  let total = 0;
  for (let i = 0; i < (a?.length ?? 0); i++) total += (a?.[i] ?? 0) * (b?.[i] ?? 0);
  return total;
}
