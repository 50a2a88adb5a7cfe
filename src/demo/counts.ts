/** Counters that become plain JSON. */

export type Counts = Record<string, number>;

export function bump(counts: Counts, key: string, by = 1): void {
  counts[key] = (counts[key] ?? 0) + by;
}

/** Counters of several things, by a first key: month, channel, agent … */
export type Grid = Record<string, Counts>;

export function rowOf(grid: Grid, key: string): Counts {
  const row = grid[key];
  if (row !== undefined) return row;
  const made: Counts = {};
  grid[key] = made;
  return made;
}

/** `part ÷ whole` to four digits; null where there is nothing to divide by. */
export const share = (part: number | undefined, whole: number | undefined): number | null =>
  whole === undefined || whole === 0 ? null : Math.round(((part ?? 0) / whole) * 10_000) / 10_000;
