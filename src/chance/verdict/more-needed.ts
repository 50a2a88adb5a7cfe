/** How many more cases would settle a comparison. */

/** One side of a comparison: its rows and how far its interval reaches towards the other side. */
export interface Side {
  readonly n: number;
  readonly reach: number;
}

/**
 * About how many more cases on each side would settle it, if what is seen stays as it is: until the reach of the
 * difference, √(A / (nA + m) + B / (nB + m)) with A = reach² n, is down to the difference itself (then it is a signal)
 * or to what is left of the smallest change that matters (then nothing bigger is going on), whichever comes first.
 * null where no number of cases would: no difference at all, and nothing too small to matter.
 *
 * @example moreNeeded({ difference: 2, smallest: 1, sides: [{ n: 100, reach: 3 }, { n: 100, reach: 3 }] }) // 350
 */
export function moreNeeded(of: {
  readonly difference: number;
  readonly smallest: number;
  readonly sides: readonly Side[];
}): number | null {
  const distance = Math.abs(of.difference);
  const goal = Math.max(distance, of.smallest - distance) ** 2;
  const sides = of.sides
    .filter(({ reach }) => reach > 0)
    .map(({ n, reach }) => ({ n: Math.max(1, n), reach }));
  const weights = sides.map(({ n, reach }) => reach * reach * n);
  const [a = 0, b = 0] = weights;
  const [m = 1, n = m] = sides.map((side) => side.n);
  const linear = goal * (m + n) - a - b;
  const constant = goal * m * n - a * n - b * m;
  const root = (-linear + Math.sqrt(Math.max(0, linear * linear - 4 * goal * constant))) / (2 * goal);
  return Number.isFinite(root) ? Math.max(1, Math.ceil(root)) : null;
}
