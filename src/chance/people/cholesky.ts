/** Cholesky's factor of a symmetric positive matrix, and what is solved with it. Matrices lie row by row in one array. */

export interface Factor {
  readonly size: number;
  /** Lower triangle L with L Lᵀ = the matrix; the rest of the array is unused. */
  readonly lower: Float64Array;
}

/** L of a symmetric matrix of which the lower triangle is read; null where it is not positive. */
export function cholesky(matrix: Float64Array, size: number): Factor | null {
  const lower = Float64Array.from(matrix);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const rest = at(lower, row * size + column) - dot(lower, row * size, column * size, column);
      if (column < row) lower[row * size + column] = rest / at(lower, column * size + column);
      else if (rest > 0) lower[row * size + row] = Math.sqrt(rest);
      else return null;
    }
  }
  return { size, lower };
}

/** x of L x = b. */
export function solveLower({ size, lower }: Factor, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  for (let row = 0; row < size; row++) {
    let rest = at(x, row);
    for (let k = 0; k < row; k++) rest -= at(lower, row * size + k) * at(x, k);
    x[row] = rest / at(lower, row * size + row);
  }
  return x;
}

/** x of Lᵀ x = b. */
export function solveUpper({ size, lower }: Factor, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  for (let row = size - 1; row >= 0; row--) {
    const value = at(x, row) / at(lower, row * size + row);
    x[row] = value;
    for (let k = 0; k < row; k++) x[k] = at(x, k) - at(lower, row * size + k) * value;
  }
  return x;
}

/** x of A x = b, A given by its factor. */
export function solve(factor: Factor, b: ArrayLike<number>): Float64Array {
  return solveUpper(factor, solveLower(factor, b));
}

/** ln of the determinant of A. */
export function logDeterminant({ size, lower }: Factor): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += 2 * Math.log(at(lower, i * size + i));
  return sum;
}

/** The whole inverse of A, symmetric. */
export function inverse(factor: Factor): Float64Array {
  const { size } = factor;
  const result = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    unit.fill(0);
    unit[i] = 1;
    result.set(solve(factor, unit), i * size);
  }
  return result;
}

function dot(values: Float64Array, a: number, b: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += at(values, a + k) * at(values, b + k);
  return sum;
}

function at(values: Float64Array, i: number): number {
  return values[i] ?? Number.NaN;
}
