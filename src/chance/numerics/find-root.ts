/** Newton's method that cannot run away. */

export interface Slope {
  readonly value: number;
  readonly slope: number;
}

/**
 * Where an increasing function is zero, from `guess`; each step that leaves what is known of the root's place is
 * replaced by a halving (or, while one side is open, a widening). Give a function that is nearly straight: the
 * logarithm of a tail against the logarithm of the number.
 *
 * @example findRoot((x) => ({ value: x * x - 2, slope: 2 * x }), 1) // 1.4142135623730951
 */
export function findRoot(f: (x: number) => Slope, guess: number): number {
  let low = -Infinity;
  let high = Infinity;
  let x = guess;
  let width = 1;
  for (let round = 0; round < 200; round++) {
    const { value, slope } = f(x);
    if (value === 0) return x;
    if (value < 0) low = x;
    else high = x;
    const newton = x - value / slope;
    if (Math.abs(newton - x) <= 1e-9 * Math.min(1, Math.abs(x) + 1e-7)) return newton;
    if (newton > low && newton < high && Math.abs(newton - x) < 64 * width) x = newton;
    else x = low === -Infinity ? x - width : high === Infinity ? x + width : (low + high) / 2;
    if (low === -Infinity || high === Infinity) width *= 2;
    else if (high - low <= 1e-15 * Math.abs(x)) return x;
  }
  return x;
}
