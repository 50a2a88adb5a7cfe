/** Shares of a whole: the rows of a segment against those of all segments that differ from it in one dimension only. */
import type { Cell } from './reading.ts';
import { type Place, placeKey } from './slice.ts';

interface Cells {
  readonly places: ReadonlyMap<string, Place>;
  readonly cells: Map<string, Cell>;
}

/** Sets n of every cell to that of its whole; `size` keeps what the segment itself counts. */
export function againstWhole({ places, cells }: Cells, part: number): void {
  const wholes = Map.groupBy(places.entries(), ([, { window, segment }]) =>
    placeKey({ window, segment: segment.toSpliced(part, 1) }),
  );
  for (const members of wholes.values()) {
    const n = members.reduce((sum, [key]) => sum + (cells.get(key)?.sums.n ?? 0), 0);
    for (const [key] of members) {
      const cell = cells.get(key);
      if (cell === undefined) continue;
      const { n: size = 0, ...sums } = cell.sums;
      cells.set(key, { ...cell, sums: { ...sums, n, size } });
    }
  }
}
