/** Shares a line's width among a table's columns, for terminal cells and for points on paper alike. */

export interface ColumnNeed {
  /** What the column would take if nothing had to wrap. */
  readonly natural: number;
  /** What it must have: its longest word. */
  readonly least: number;
}

/**
 * As wide as the words ask; where that is too much, the widest column gives way first.
 * null when not even single words fit side by side.
 *
 * @example columnWidths([{ natural: 30, least: 10 }, { natural: 8, least: 8 }], 28) // [20, 8]
 */
export function columnWidths(needs: readonly ColumnNeed[], room: number): readonly number[] | null {
  if (sum(needs.map(({ least }) => least)) > room) return null;
  const ceiling = ceilingThatFits(needs, room);
  return needs.map((need) => limited(need, ceiling));
}

/** The greatest width that no column may pass, so that all fit; single words are never cut for it. */
function ceilingThatFits(needs: readonly ColumnNeed[], room: number): number {
  const widest = Math.max(0, ...needs.map(({ natural }) => Math.ceil(natural)));
  for (let ceiling = widest; ceiling > 0; ceiling -= 1) {
    if (sum(needs.map((need) => limited(need, ceiling))) <= room) return ceiling;
  }
  return 0;
}

function limited({ natural, least }: ColumnNeed, ceiling: number): number {
  return Math.max(least, Math.min(natural, ceiling));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
