/** Where does each group stand among the others, and how sure is that? */
import { normalDraws } from './normal-draws.ts';

/** A group's value as it is believed: near normal with this mean and standard deviation. */
export interface Belief {
  readonly value: number;
  readonly deviation: number;
}

export interface Standing {
  /** Mean rank over all that may be true; 1 is the highest value. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Probability of being the highest. */
  readonly first: number;
  /** Probability of being above the median group. */
  readonly aboveMiddle: number;
}

/**
 * Draws all groups' true values `draws` times from what is believed of them and ranks each draw.
 *
 * Returns, in the groups' order, the mean rank, the interval that holds `level` of its ranks, and the probabilities of
 * being first and of being in the upper half. The same seed gives the same answer; more draws change the second digit.
 * Source: Goldstein & Spiegelhalter, JRSS A 159 (1996). Example: beliefs 9 ± 0.1 and 1 ± 0.1 → ranks 1 and 2 for certain.
 */
export function standings(
  beliefs: readonly Belief[],
  { draws = 2000, level = 0.95, seed = 1 } = {},
): Standing[] {
  const counts = beliefs.map(() => new Uint32Array(beliefs.length));
  const draw = normalDraws(seed);
  for (let turn = 0; turn < draws; turn++) {
    const values = beliefs.map(({ value, deviation }) => value + deviation * draw());
    const order = values.map((_, i) => i).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
    order.forEach((group, rank) => {
      const row = counts[group];
      if (row) row[rank] = (row[rank] ?? 0) + 1;
    });
  }
  return counts.map((row) => summarise(row, draws, level));
}

function summarise(row: Uint32Array, draws: number, level: number): Standing {
  const tail = ((1 - level) / 2) * draws;
  const half = row.length / 2;
  let expected = 0;
  let aboveMiddle = 0;
  let passed = 0;
  let [low, high] = [0, 0];
  row.forEach((count, i) => {
    expected += (count * (i + 1)) / draws;
    aboveMiddle += (count * Math.min(1, Math.max(0, half - i))) / draws;
    passed += count;
    if (low === 0 && passed > tail) low = i + 1;
    if (high === 0 && passed >= draws - tail) high = i + 1;
  });
  return { expected, low, high, first: (row[0] ?? 0) / draws, aboveMiddle };
}
