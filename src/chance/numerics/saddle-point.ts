/**
 * The two pieces from which every count's and time's density is made without losing digits: how far a number is
 * from its expectation, and what Stirling's formula leaves out. Source: Loader (2000), "Fast and accurate
 * computation of binomial probabilities".
 */

import { logGamma, stirlingSeries } from './log-gamma.ts';

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/** ln(1 + x) − x, without the cancellation near 0: with r = x / (2 + x), 2r (r²/3 + r⁴/5 + …) − r x. */
export function logOnePlusMinus(x: number): number {
  if (x < -0.45 || x > 0.6) return Math.log1p(x) - x;
  const r = x / (2 + x);
  const y = r * r;
  let sum = 0;
  for (let k = y < 0.005 ? 13 : 33; k >= 3; k -= 2) sum = (sum + 1 / k) * y;
  return r * (2 * sum - x);
}

/** x ln(x / mean) + mean − x ≥ 0: half the Poisson deviance of `x` around `mean`. */
function deviance(x: number, mean: number): number {
  if (x === 0) return mean;
  const distance = (mean - x) / x;
  return Math.abs(distance) < 0.6 ? -x * logOnePlusMinus(distance) : x * Math.log(x / mean) + mean - x;
}

/** ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π. */
function stirlingError(x: number): number {
  if (x >= 10) return stirlingSeries(x);
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
}

/** mean^x e^(−mean) / Γ(x + 1): the Poisson probability, for real x ≥ 0 too. */
export function poissonTerm(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-mean);
  if (x < 1e-8) return Math.exp(x * Math.log(mean) - mean - logGamma(1 + x));
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
}

/** Γ(n + 1) / (Γ(x + 1) Γ(n − x + 1)) p^x q^(n − x) with n = x + y, p + q = 1, for real x and y too. */
export function binomialTerm(x: number, y: number, p: number, q: number): number {
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return y === 0 ? 1 : 0;
  if (x === 0) return Math.exp(y * (p < q ? Math.log1p(-p) : Math.log(q)));
  if (y === 0) return Math.exp(x * (q < p ? Math.log1p(-q) : Math.log(p)));
  const n = x + y;
  const exponent = stirlingError(n) - stirlingError(x) - stirlingError(y);
  return Math.exp(exponent - deviance(x, n * p) - deviance(y, n * q)) * Math.sqrt(n / (2 * Math.PI * x * y));
}
