/** A pattern that comes back, such as weekdays or hours of the week, taken out of a series. */
import { mean } from './average.ts';

export interface Pattern {
  /** The series without its pattern, around the same mean. */
  readonly adjusted: readonly number[];
  /** What was taken out, per point; 0 where there was too little to judge. */
  readonly effects: readonly number[];
  /** Degrees of freedom that this cost: slots − 1, or 0. */
  readonly fitted: number;
}

/** A slot seen fewer times than this says nothing about itself. */
const ENOUGH = 3;

/**
 * Subtracts each slot's mean distance from the whole mean. `slots` names the slot of each point (0–6 for weekdays);
 * null, or a single slot with fewer than 3 points, leaves everything as it is.
 * Example: values [1, 5, 1, 5, 1, 5] in slots [0, 1, 0, 1, 0, 1] → all 3.
 */
export function withoutPattern(values: readonly number[], slots: readonly number[] | null): Pattern {
  const groups = slots ? groupsOf(values, slots) : new Map<number, Group>();
  const isClear = groups.size > 1 && [...groups.values()].every(({ n }) => n >= ENOUGH);
  if (!isClear) return { adjusted: values, effects: values.map(() => 0), fitted: 0 };
  const centre = mean(values);
  const shifts = new Map([...groups].map(([slot, { n, total }]) => [slot, total / n - centre]));
  const effects = values.map((_, i) => shifts.get(slots?.[i] ?? 0) ?? 0);
  return { adjusted: values.map((value, i) => value - (effects[i] ?? 0)), effects, fitted: groups.size - 1 };
}

interface Group {
  n: number;
  total: number;
}

function groupsOf(values: readonly number[], slots: readonly number[]): ReadonlyMap<number, Group> {
  const groups = new Map<number, Group>();
  values.forEach((value, i) => {
    const slot = slots[i] ?? 0;
    const group = groups.get(slot) ?? { n: 0, total: 0 };
    group.n += 1;
    group.total += value;
    groups.set(slot, group);
  });
  return groups;
}
