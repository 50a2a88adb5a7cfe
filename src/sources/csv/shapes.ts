/** What the fields of a file look like, so that the beginning of a record can be told from text inside a quoted field. */

/** Tells how much a line looks like a record: the sum of the weights of the columns that fit, 0 where the first does not. */
export type Likeness = (bytes: Buffer, from: number, to: number) => number;

interface Shape {
  readonly weight: number;
  fits(field: string): boolean;
}

const enough = 20;
const longest = 40;

/**
 * Learns from rows that are known to be whole. A column is telling where nearly all of its values are written alike
 * (digits, letters and marks in the same order) or are a few words only. Where no column is, quotation marks are trusted.
 */
export function learnLikeness(
  rows: readonly (readonly string[])[],
  delimiter: string,
  fields: number,
): Likeness {
  const shapes = Array.from({ length: fields }, (_, column) => shapeOf(rows.map((row) => row[column] ?? '')));
  const telling = shapes.some((shape) => shape !== null);
  return (bytes, from, to) => {
    const parts = bytes.toString('latin1', from, Math.min(to, from + 4096)).split(delimiter);
    const bonus = parts.length === fields ? (fields >= 6 ? 2 : fields >= 3 ? 1 : 0.5) : 0;
    if (!telling) return 0;
    const fitting = weightOf(parts, shapes);
    return fitting === 0 ? 0 : fitting + bonus;
  };
}

/** From the left up to the first free text; from the right as well, since free text may hold delimiters. */
function weightOf(parts: readonly string[], shapes: readonly (Shape | null)[]): number {
  const left = run(parts, shapes);
  if (left.columns === shapes.length) return left.weight;
  const right = run(parts.slice(left.columns).reverse(), shapes.slice(left.columns).reverse());
  return left.weight === 0 && shapes[0] !== null ? 0 : left.weight + right.weight;
}

function run(
  parts: readonly string[],
  shapes: readonly (Shape | null)[],
): { weight: number; columns: number } {
  let weight = 0;
  for (const [column, shape] of shapes.entries()) {
    const part = parts[column];
    if (shape === null || part === undefined || !shape.fits(bare(part))) return { weight, columns: column };
    weight += part === '' ? 0 : shape.weight;
  }
  return { weight, columns: shapes.length };
}

const bare = (part: string): string => part.replace(/^"|"$/g, '');

function shapeOf(values: readonly string[]): Shape | null {
  const filled = values.filter((value) => value !== '');
  if (filled.length < enough || filled.length < values.length / 2) return null;
  const mayBeEmpty = filled.length < values.length;
  const words = new Set(filled);
  if (words.size <= 30 && words.size <= filled.length / 4 && !words.has('')) {
    const weight = [...words].every((word) => /^\d*$/.test(word)) ? 1 : 1.5;
    return { weight, fits: (field) => (field === '' ? mayBeEmpty : words.has(field)) };
  }
  const counts = Map.groupBy(filled.map(patternOf), (pattern) => pattern);
  const common = [...counts].sort((a, b) => b[1].length - a[1].length).slice(0, 3);
  const covered = common.reduce((sum, [, found]) => sum + found.length, 0);
  if (covered < filled.length * 0.97 || common.some(([pattern]) => isProse(pattern))) return null;
  const patterns = new Set(common.map(([pattern]) => pattern));
  const weight = Math.min(3, Math.max(...[...patterns].map((pattern) => (pattern.length + 1) / 2)));
  return { weight, fits: (field) => (field === '' ? mayBeEmpty : patterns.has(patternOf(field))) };
}

/** @example patternOf('2025-03-14 09:05') // '9-9-9 9:9' */
const patternOf = (value: string): string =>
  value
    .slice(0, longest)
    .replace(/[\p{L}\u0080-\u00ff]+/gu, 'a')
    .replace(/\d+/g, '9');

const isProse = (pattern: string): boolean => !pattern.includes('9');
