/** The digamma function, the slope of ln Γ. */

/** The only positive zero of the digamma function, as a sum of two doubles. */
const ZERO = 1.4616321449683622;
const ZERO_REST = 9.549995429965697e-17;

/** ln x − 1/2x − Σ B₂ₖ / (2k x²ᵏ) for x ≥ 10, without its logarithm (Abramowitz & Stegun 6.3.18). */
function withoutLogarithm(x: number): number {
  const y = 1 / (x * x);
  const inner = 1 / 252 - y * (1 / 240 - y * (1 / 132 - y * (691 / 32760 - y / 12)));
  return -0.5 / x - y * (1 / 12 - y * (1 / 120 - y * inner));
}

/** The slope of that rest. */
function slopeWithoutLogarithm(x: number): number {
  const y = 1 / (x * x);
  return y * (0.5 + (1 / 6 - y * (1 / 30 - y * (1 / 42 - y / 30))) / x);
}

/** ψ(x) beside its zero as ψ(x) − ψ(zero), term by term, so that nothing cancels. */
function besideZero(x: number): number {
  const distance = x - ZERO - ZERO_REST;
  let sum = Math.log1p(distance / (ZERO + 12)) + distance * slopeWithoutLogarithm((x + ZERO) / 2 + 12);
  for (let k = 0; k < 12; k++) sum += distance / ((k + x) * (k + ZERO));
  return sum;
}

/**
 * ψ(x) = d ln Γ(x) / dx. Not a number at 0 and the negative integers.
 *
 * @example digamma(1) // −0.5772156649015329, minus Euler's constant
 */
export function digamma(x: number): number {
  if (x <= 0) return x === Math.floor(x) ? NaN : digamma(1 - x) - Math.PI / Math.tan(Math.PI * x);
  if (Math.abs(x - ZERO) < 1e-4) return besideZero(x);
  let sum = 0;
  let shifted = x;
  while (shifted < 12) {
    sum -= 1 / shifted;
    shifted += 1;
  }
  return sum + Math.log(shifted) + withoutLogarithm(shifted);
}
