/** Quantiles of distributions over the whole numbers. */

/** Rounding alone must not push a quantile to the next number. */
const FUZZ = 1e-14;

export interface Counted {
  readonly below: (k: number) => number;
  readonly above: (k: number) => number;
  readonly lowest: number;
  readonly highest: number;
  readonly mean: number;
  readonly deviation: number;
}

/** The smallest k with P(X ≤ k) ≥ `lower`, judged by the smaller of the tails `lower` and `upper` = 1 − `lower`. */
export function countedQuantile(x: Counted, lower: number, upper: number, z: number): number {
  if (!(lower >= 0 && upper >= 0)) return NaN;
  if (lower === 0) return x.lowest;
  if (upper === 0) return x.highest;
  const reached =
    lower < upper
      ? (k: number) => x.below(k) >= lower * (1 - FUZZ)
      : (k: number) => x.above(k) <= upper * (1 + FUZZ);
  return searchFrom(Math.round(x.mean + z * x.deviation), x, reached);
}

/** Widens the step away from the guess until the answer is enclosed, then halves. */
function searchFrom(guess: number, x: Counted, reached: (k: number) => boolean): number {
  const within = (k: number) => Math.min(x.highest, Math.max(x.lowest, k));
  let step = 1;
  let high = within(guess);
  let low = high;
  while (!reached(high) && high < x.highest) {
    low = high + 1;
    high = within(high + step);
    step *= 2;
  }
  step = 1;
  if (low === high) {
    low = within(high - step);
    while (low > x.lowest && reached(low)) {
      high = low;
      step *= 2;
      low = within(low - step);
    }
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}
