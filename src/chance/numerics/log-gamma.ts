/** The logarithm of the gamma function, accurate in the relative sense also beside its zeros at 1 and 2. */

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
const EULER = 0.5772156649015329;

/** ζ(k) − 1 for k = 2 … 33: the first terms of the sum, the rest by Euler–Maclaurin. */
const ZETA_MINUS_ONE: readonly number[] = Array.from({ length: 32 }, (_, i) => zetaMinusOne(i + 2));

function zetaMinusOne(k: number): number {
  const m = 40;
  let rest = m ** (1 - k) / (k - 1) + m ** -k / 2 + (k * m ** (-k - 1)) / 12;
  rest -= (k * (k + 1) * (k + 2) * m ** (-k - 3)) / 720;
  rest += (k * (k + 1) * (k + 2) * (k + 3) * (k + 4) * m ** (-k - 5)) / 30240;
  for (let n = m - 1; n >= 2; n--) rest += n ** -k;
  return rest;
}

/**
 * ln Γ(1 + e) for |e| ≤ ½, with full relative accuracy at e → 0.
 * Formula: −ln(1 + e) + e (1 − γ) + Σ (ζ(k) − 1)(−e)^k / k (Abramowitz & Stegun 6.1.33).
 */
export function logGammaOfOnePlus(e: number): number {
  let sum = 0;
  for (let i = ZETA_MINUS_ONE.length - 1; i >= 0; i--) {
    sum = (ZETA_MINUS_ONE[i] ?? 0) / (i + 2) - e * sum;
  }
  return -Math.log1p(e) + e * (1 - EULER + e * sum);
}

/** The correction in Stirling's formula, ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π), for x ≥ 10 (A&S 6.1.41). */
export function stirlingSeries(x: number): number {
  const y = 1 / (x * x);
  const tail = 691 / 360360 - y * (1 / 156 - (y * 3617) / 122400);
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * tail))))) / x;
}

/**
 * ln |Γ(x)|. Infinite at 0 and the negative integers.
 *
 * @example logGamma(5) // ln 24 = 3.1780538303479458
 */
export function logGamma(x: number): number {
  if (x <= 0) return reflected(x);
  if (x < 0.5) return logGammaOfOnePlus(x) - Math.log(x);
  if (x >= 10) return x === Infinity ? x : (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
  let product = 1;
  let rest = x;
  while (rest > 1.5) {
    rest -= 1;
    product *= rest;
  }
  return Math.log(product) + logGammaOfOnePlus(rest - 1);
}

function reflected(x: number): number {
  if (x === Math.floor(x)) return Infinity;
  const distance = x - Math.round(x);
  return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * distance))) - logGamma(1 - x);
}
