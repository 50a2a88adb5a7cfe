/** The size at which a power that grows with it reaches its goal. */

/**
 * Doubling from `least` until the goal is passed, then halving to the last digit. Not rounded; `least` itself where the
 * goal is reached there already, Infinity where it never is.
 *
 * @example smallestSize((n) => 1 - 1 / n, 0.8, { least: 1 }) // 5
 */
export function smallestSize(
  powerAt: (n: number) => number,
  goal: number,
  { least = 2 }: { readonly least?: number } = {},
): number {
  if (powerAt(least) >= goal) return least;
  let high = 2 * least;
  while (powerAt(high) < goal) {
    high *= 2;
    if (high > 1e15) return Infinity;
  }
  let low = high / 2;
  while (high - low > 1e-13 * high) {
    const middle = (low + high) / 2;
    if (powerAt(middle) < goal) low = middle;
    else high = middle;
  }
  return high;
}
