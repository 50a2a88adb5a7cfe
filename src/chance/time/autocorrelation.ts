/** Does a value resemble its predecessors? Autocorrelations and the Ljung–Box test. */
import { chiSquare } from '../numerics/chi-square.ts';
import { mean } from './average.ts';

/**
 * r₁ … r_lags: Σ (xᵢ − x̄)(xᵢ₊ₖ − x̄) ÷ Σ (xᵢ − x̄)². NaN where all values are alike.
 * Example: [1, 2, 1, 2] with 1 lag → [−0.75].
 */
export function autocorrelations(values: readonly number[], lags: number): number[] {
  const centre = mean(values);
  const away = values.map((value) => value - centre);
  const total = away.reduce((sum, d) => sum + d * d, 0);
  return Array.from({ length: lags }, (_, k) => {
    const together = away.slice(k + 1).reduce((sum, d, i) => sum + d * (away[i] ?? 0), 0);
    return together / total;
  });
}

export interface LjungBox {
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
}

/**
 * Could these values come one after another by pure chance?
 * Q = n (n + 2) Σ rₖ² ÷ (n − k), chi-square on lags − fitted degrees of freedom.
 * `fitted` counts the coefficients of a model whose residuals these are.
 * Source: Ljung & Box, Biometrika 65 (1978).
 */
export function ljungBox(values: readonly number[], { lags = 10, fitted = 0 } = {}): LjungBox {
  const n = values.length;
  const sum = autocorrelations(values, lags).reduce((total, r, i) => total + (r * r) / (n - i - 1), 0);
  const statistic = n * (n + 2) * sum;
  const degrees = lags - fitted;
  return { statistic, degrees, p: chiSquare(degrees).above(statistic) };
}
