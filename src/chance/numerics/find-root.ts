/** Halley's method that cannot run away. */

export interface Slope {
  readonly value: number;
  readonly slope: number;
  /** Second derivative ÷ first. */
  readonly bend: number;
}

/**
 * Where an increasing function is zero, from `guess`; a step that leaves what is known of the root's place is replaced
 * by a halving (or, while one side is open, a widening). Give a function that is nearly straight, such as the logarithm
 * of a tail against the logarithm of the number: two or three rounds then do. The third-order step is taken as the
 * last once what it leaves, step × (step × bend)², is below rounding.
 *
 * @example findRoot((x) => ({ value: x * x - 2, slope: 2 * x, bend: 1 / x }), 1) // 1.414213562373095
 */
export function findRoot(f: (x: number) => Slope, guess: number): number {
  let low = -Infinity;
  let high = Infinity;
  let x = guess;
  let width = 1;
  for (let round = 0; round < 200; round++) {
    const { value, slope, bend } = f(x);
    if (value === 0) return x;
    if (value < 0) low = x;
    else high = x;
    const newton = -value / slope;
    const step = newton / Math.max(0.5, 1 + (newton * bend) / 2);
    const unit = Math.max(Math.abs(bend), slope);
    if (Math.abs(step) * (step * unit) ** 2 < 1e-15) return x + step;
    const isTrusted = x + step > low && x + step < high && Math.abs(step) < 64 * width;
    if (isTrusted) x += step;
    else x = low === -Infinity ? x - width : high === Infinity ? x + width : (low + high) / 2;
    if (low === -Infinity || high === Infinity) width *= 2;
    else if (high - low <= 1e-15 * Math.abs(x)) return x;
  }
  return x;
}
