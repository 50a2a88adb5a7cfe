/** Ordinary least squares with standard errors that allow for uneven spread and memory. */
import { cholesky, inverse, solve } from '../people/cholesky.ts';

export interface Regression {
  readonly coefficients: readonly number[];
  readonly residuals: readonly number[];
  /** (XᵀX)⁻¹, row by row. */
  readonly bread: Float64Array;
}

/** Fits y = Xβ. Each row of `design` belongs to one y. Throws where the columns are not independent. */
export function leastSquares(design: readonly (readonly number[])[], y: readonly number[]): Regression {
  const size = design[0]?.length ?? 0;
  const cross = new Float64Array(size * size);
  const right = new Float64Array(size);
  design.forEach((row, t) => {
    row.forEach((a, i) => {
      right[i] = (right[i] ?? 0) + a * (y[t] ?? 0);
      row.forEach((b, j) => {
        cross[i * size + j] = (cross[i * size + j] ?? 0) + a * b;
      });
    });
  });
  const factor = cholesky(cross, size);
  if (!factor) throw new RangeError('The columns of the design are not independent.');
  const coefficients = [...solve(factor, right)];
  const residuals = design.map(
    (row, t) => (y[t] ?? 0) - row.reduce((s, a, i) => s + a * (coefficients[i] ?? 0), 0),
  );
  return { coefficients, residuals, bread: inverse(factor) };
}

/**
 * Covariance of the coefficients after Newey and West: residuals may have uneven spread and resemble their `lags`
 * predecessors. Bread × meat × bread, meat = Σ_l w_l Σ_t e_t e_{t−l} (x_t x_{t−l}ᵀ + its transpose), w_l = 1 − l ÷ (lags + 1),
 * times n ÷ (n − columns). Source: Newey & West, Econometrica 55 (1987).
 */
export function neweyWest(
  design: readonly (readonly number[])[],
  { residuals, bread }: Regression,
  { lags = neweyWestLags(design.length) } = {},
): Float64Array {
  const size = design[0]?.length ?? 0;
  const meat = new Float64Array(size * size);
  for (let lag = 0; lag <= lags; lag++) {
    const weight = lag === 0 ? 0.5 : 1 - lag / (lags + 1);
    for (let t = lag; t < design.length; t++) {
      const pair = weight * (residuals[t] ?? 0) * (residuals[t - lag] ?? 0);
      addOuter(meat, design[t] ?? [], design[t - lag] ?? [], pair);
    }
  }
  const scale = design.length / (design.length - size);
  return multiply(multiply(bread, meat, size), bread, size).map((v) => v * scale);
}

/** The usual number of lags, ⌊4 (n ÷ 100)^(2/9)⌋. 52 points → 3. */
export function neweyWestLags(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9));
}

/** Adds a bᵀ + b aᵀ, times `weight`. */
function addOuter(sum: Float64Array, a: readonly number[], b: readonly number[], weight: number): void {
  const size = a.length;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const both = (a[i] ?? 0) * (b[j] ?? 0) + (b[i] ?? 0) * (a[j] ?? 0);
      sum[i * size + j] = (sum[i * size + j] ?? 0) + weight * both;
    }
  }
}

function multiply(a: Float64Array, b: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, cell) => {
    const row = Math.floor(cell / size);
    const column = cell % size;
    let total = 0;
    for (let k = 0; k < size; k++) total += (a[row * size + k] ?? 0) * (b[k * size + column] ?? 0);
    return total;
  });
}
