/** Ordinary least squares. */
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
