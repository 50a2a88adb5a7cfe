/** Nelson's eight tests for special causes on a Shewhart chart, each selectable. */

export type NelsonRule = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

type Signs = (window: readonly number[]) => boolean;

const rising: Signs = (z) => steps(z).every((step) => step > 0);
const falling: Signs = (z) => steps(z).every((step) => step < 0);

/** Each rule looks at so many consecutive points, given as distances from the centre in sigmas. */
const RULES: Record<NelsonRule, { readonly width: number; readonly holds: Signs }> = {
  1: { width: 1, holds: ([z = 0]) => Math.abs(z) > 3 },
  2: { width: 9, holds: (z) => enoughBeyond(z, 0, 9) },
  3: { width: 6, holds: (z) => rising(z) || falling(z) },
  4: { width: 14, holds: (z) => steps(steps(z).map(Math.sign)).every((turn) => Math.abs(turn) === 2) },
  5: { width: 3, holds: (z) => enoughBeyond(z, 2, 2) },
  6: { width: 5, holds: (z) => enoughBeyond(z, 1, 4) },
  7: { width: 15, holds: (z) => z.every((point) => Math.abs(point) < 1) },
  8: { width: 8, holds: (z) => z.every((point) => Math.abs(point) > 1) },
};

/**
 * At which points does a rule complete its pattern?
 *
 * `scores` are (value − centre) ÷ sigma. Returns, per point, the rules that end there: 1 beyond 3 sigma; 2 nine on
 * one side; 3 six rising or falling; 4 fourteen alternating; 5 two of three beyond 2 on one side; 6 four of five
 * beyond 1 on one side; 7 fifteen within 1; 8 eight beyond 1 on either side.
 * Source: Nelson, Journal of Quality Technology 16 (1984). Example: [0, 3.5] → [[], [1]].
 */
export function nelsonSignals(
  scores: readonly number[],
  { rules = [1, 2, 3, 4, 5, 6, 7, 8] }: { readonly rules?: readonly NelsonRule[] } = {},
): NelsonRule[][] {
  return scores.map((_, end) =>
    rules.filter((rule) => {
      const { width, holds } = RULES[rule];
      return end + 1 >= width && holds(scores.slice(end + 1 - width, end + 1));
    }),
  );
}

function enoughBeyond(scores: readonly number[], distance: number, needed: number): boolean {
  const above = scores.filter((z) => z > distance).length;
  const below = scores.filter((z) => z < -distance).length;
  return above >= needed || below >= needed;
}

function steps(values: readonly number[]): number[] {
  return values.slice(1).map((value, i) => value - (values[i] ?? value));
}
