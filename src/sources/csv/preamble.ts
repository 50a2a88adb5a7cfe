/** Lines before the header that many exports have: a title, a period, "sep=;". */

export interface Preamble {
  /** How many lines to leave out. */
  readonly skip: number;
  /** Named by the file itself. */
  readonly delimiter: string | null;
}

/** Spreadsheets write and read a first line that names the delimiter. */
export function namedDelimiter(head: Buffer): Preamble {
  const found = /^(?:\ufeff)?"?sep=(.)"?\r?\n/i.exec(head.toString('utf8', 0, 20));
  return found === null ? { skip: 0, delimiter: null } : { skip: 1, delimiter: found[1] ?? null };
}

export interface PlacedRow {
  readonly fields: readonly string[];
  /** Lines before it. */
  readonly before: number;
}

const mostLines = 20;

/** The lines before the first row of full width, where they are far from full and nearly all others are. */
export function linesBeforeHeader(rows: readonly PlacedRow[], width: number): number {
  const first = rows.findIndex(({ fields }) => fields.length === width);
  const header = rows[first];
  if (first <= 0 || header === undefined || width < 3 || header.before > mostLines) return 0;
  const full = rows.slice(first).filter(({ fields }) => fields.length === width).length;
  const far = rows.slice(0, first).every(({ fields }) => fields.length <= width / 2);
  return far && full >= 3 && full >= (rows.length - first) * 0.6 ? header.before : 0;
}
