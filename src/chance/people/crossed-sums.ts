/** Everything a crossed model needs of the rows: counts and sums per level and per pair of levels, so that an engine can add them up. */

/** What an engine returns for one combination of levels: one agent, category, channel and day. */
export interface Cell {
  /** One level per factor, in the factors' order. */
  readonly levels: readonly string[];
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

export interface FactorSums {
  readonly name: string;
  readonly levels: readonly string[];
  readonly counts: Float64Array;
  /** Sums of the distances from the grand mean. */
  readonly sums: Float64Array;
}

export interface CrossedSums {
  readonly n: number;
  readonly mean: number;
  /** Σ (y − mean)². */
  readonly squares: number;
  readonly factors: readonly FactorSums[];
  /** Rows shared by each level of factor f (rows) and of factor g (columns). */
  readonly together: (f: number, g: number) => Float64Array;
}

/** Adds cells up; values are taken as distances from the grand mean, which keeps the digits of large, alike numbers. */
export function crossedSums(names: readonly string[], cells: readonly Cell[]): CrossedSums {
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  const mean = cells.reduce((sum, cell) => sum + cell.sum, 0) / n;
  const squares = cells.reduce((sum, c) => sum + c.sumOfSquares - 2 * mean * c.sum + c.n * mean * mean, 0);
  const places = names.map((_, f) => placesOf(cells, f));
  const factors = names.map((name, f) => factorSums(name, f, cells, places[f] ?? new Map(), mean));
  const tables = new Map<string, Float64Array>();
  const together = (f: number, g: number) => {
    const key = `${f} ${g}`;
    const known = tables.get(key) ?? pairCounts(cells, f, g, places);
    tables.set(key, known);
    return known;
  };
  return { n, mean, squares, factors, together };
}

type Places = ReadonlyMap<string, number>;

function placesOf(cells: readonly Cell[], f: number): Places {
  const levels = [...new Set(cells.map((cell) => levelOf(cell, f)))].sort();
  return new Map(levels.map((level, i) => [level, i]));
}

function factorSums(
  name: string,
  f: number,
  cells: readonly Cell[],
  places: Places,
  mean: number,
): FactorSums {
  const counts = new Float64Array(places.size);
  const sums = new Float64Array(places.size);
  for (const cell of cells) {
    const i = places.get(levelOf(cell, f)) ?? 0;
    counts[i] = (counts[i] ?? 0) + cell.n;
    sums[i] = (sums[i] ?? 0) + cell.sum - cell.n * mean;
  }
  return { name, levels: [...places.keys()], counts, sums };
}

function pairCounts(cells: readonly Cell[], f: number, g: number, places: readonly Places[]): Float64Array {
  const rows = places[f] ?? new Map<string, number>();
  const columns = places[g] ?? new Map<string, number>();
  const table = new Float64Array(rows.size * columns.size);
  for (const cell of cells) {
    const at = (rows.get(levelOf(cell, f)) ?? 0) * columns.size + (columns.get(levelOf(cell, g)) ?? 0);
    table[at] = (table[at] ?? 0) + cell.n;
  }
  return table;
}

function levelOf(cell: Cell, f: number): string {
  return cell.levels[f] ?? '';
}
