/** Single points, and a few in a row, that stand apart from all others, whatever the tail of the rest. */
import { chiSquare } from '../numerics/chi-square.ts';
import { studentT } from '../numerics/student-t.ts';
import { mean, squaresAround, sum } from './average.ts';
import { type TailWeights, tailOf } from './tail-weight.ts';

export interface Standout {
  /** 0-based places. */
  readonly places: readonly number[];
  /** How often the most surprising of them, or more, appears in points that belong together. */
  readonly p: number;
}

export interface StandoutOptions {
  /** How likely each tail is, learnt from other charts. */
  readonly tails: TailWeights;
  /** Correlation of neighbouring points, 0–1: a row of high points says less where points remember. */
  readonly memory?: number;
}

/** A level that lasts longer is a shift's business. */
const LONGEST_ROW = 5;

/** A point that has more than this share of all beyond it is not far out. */
const OUTER = 0.16;

/**
 * Which points are spikes at this level?
 *
 * The m highest (or lowest) points stand apart where the innermost of them would be too far out for any of the n others,
 * under the tails that the page's charts have. A row of 2 to 5 points stands apart where its mean is too far from the
 * rest for points with this memory, and every one of them is far out by itself. Both are counted for two sides and every
 * size and place tried.
 * Source: Grubbs, Technometrics 11 (1969), with Student's tails; Fisher (1932) for the points of a row together.
 * Example: forty residuals within ± 2 and one of 9 → that one.
 */
export function standoutPoints(
  residuals: readonly number[],
  level: number,
  options: StandoutOptions,
): Standout {
  const all = momentsOf(residuals);
  const sides = ([1, -1] as const).map((side) => standoutSide(residuals, all, side, level / 2, options));
  const rows = standoutRows(residuals, all, level / 2, options);
  const singles = sides.flatMap(({ places }) => places);
  // A row with a wild day in it is that day and its neighbours.
  const row = rows.places.some((place) => singles.includes(place)) ? [] : rows.places;
  return {
    places: [...singles, ...row].sort((a, b) => a - b),
    p: Math.min(1, ...[...sides, rows].map(({ p }) => 2 * p)),
  };
}

function standoutSide(
  residuals: readonly number[],
  all: Moments,
  side: 1 | -1,
  level: number,
  { tails }: StandoutOptions,
): Standout {
  const most = mostSpikes(residuals.length);
  const order = furthest(residuals, side, most);
  let rest = all;
  let size = 0;
  let least = 1;
  for (let m = 1; m <= most; m++) {
    const innermost = residuals[order[m - 1] ?? 0] ?? 0;
    rest = without(rest, innermost);
    const tries = 2 * most * (rest.n + 1);
    const normal = tries * studentT(rest.n - 1).above(distanceFrom(rest, innermost));
    // Heavier tails are only asked where the normal one is surprised.
    const others = () => residuals.filter((_, i) => !order.slice(0, m).includes(i));
    const p = normal > level ? normal : Math.max(normal, tries * tailOf(others(), tails).beyond(innermost));
    if (p <= level) size = m;
    least = Math.min(least, p);
  }
  return { places: order.slice(0, size), p: least };
}

/** Places of the `count` values that are furthest to one side, the furthest first. */
function furthest(values: readonly number[], side: 1 | -1, count: number): readonly number[] {
  const places: number[] = [];
  const height = (place: number | undefined) => side * (values[place ?? -1] ?? Number.NaN);
  for (let i = 0; i < values.length; i++) {
    if (places.length === count && !(height(i) > height(places[count - 1]))) continue;
    let rank = Math.min(places.length, count - 1);
    for (; rank > 0 && height(i) > height(places[rank - 1]); rank--) places[rank] = places[rank - 1] ?? 0;
    places[rank] = i;
  }
  return places;
}

/** Beyond 1 point in 50 it is no longer single points that stand out. */
function mostSpikes(n: number): number {
  return n < 8 ? 0 : Math.min(10, Math.max(1, Math.floor(n / 50)));
}

interface Row {
  readonly start: number;
  readonly size: number;
  readonly p: number;
}

function standoutRows(
  residuals: readonly number[],
  all: Moments,
  level: number,
  options: StandoutOptions,
): Standout {
  const n = residuals.length;
  const sizes = Array.from({ length: LONGEST_ROW - 1 }, (_, i) => i + 2).filter((size) => n >= 4 * size);
  const rows = sizes.flatMap((size) =>
    farRows(residuals, all, size, level, options).map((row) => ({ ...row, p: row.p * 2 * sizes.length })),
  );
  const best = rows.reduce(
    (least: Row | null, row) => (least === null || row.p < least.p ? row : least),
    null,
  );
  if (best === null) return { places: [], p: 1 };
  const places = Array.from({ length: best.size }, (_, i) => best.start + i);
  return { places: best.p <= level ? places : [], p: best.p };
}

/** The row of this size on each side that is furthest out, and how often chance makes one. */
function farRows(
  residuals: readonly number[],
  all: Moments,
  size: number,
  level: number,
  options: StandoutOptions,
): Row[] {
  const n = residuals.length;
  const totals = rowTotals(residuals, size);
  return [1, -1].map((side) => {
    const start = totals.reduce(
      (best, total, i) => (side * total > side * (totals[best] ?? 0) ? i : best),
      0,
    );
    const row = residuals.slice(start, start + size);
    const rest = row.reduce(without, all);
    const p = totals.length * rowTail(row, rest, options.memory ?? 0);
    if (p > level) return { start, size, p };
    const { beyond } = tailOf(
      [...residuals.slice(0, start), ...residuals.slice(start + size, n)],
      options.tails,
    );
    const together = togetherBeyond(row, side * rest.mean, side, beyond);
    return { start, size, p: Math.min(1, Math.max(p, totals.length * together)) };
  });
}

/** P(independent points with these tails are together so far out); 1 where one of them is not far out by itself. */
function togetherBeyond(
  row: readonly number[],
  centre: number,
  side: number,
  beyond: (value: number) => number,
): number {
  const tails = row.map((value) => (side * value > centre ? beyond(value) : 1));
  if (tails.some((tail) => tail > OUTER)) return 1;
  return chiSquare(2 * row.length).above(-2 * sum(tails.map(Math.log)));
}

function rowTotals(values: readonly number[], size: number): number[] {
  let total = sum(values.slice(0, size));
  return values.slice(size - 1).map((value, i) => {
    if (i > 0) total += value - (values[i - 1] ?? 0);
    return total;
  });
}

/** P(the mean of normal points with this memory is so far from the rest, on one side). */
function rowTail(row: readonly number[], rest: Moments, memory: number): number {
  const spread = Math.sqrt(rest.squares / (rest.n - 1));
  const error = spread * Math.sqrt(varianceOfMean(row.length, memory) + varianceOfMean(rest.n, memory));
  return error > 0 ? studentT(rest.n - 1).above(Math.abs(mean(row) - rest.mean) / error) : 1;
}

/** Of n points in a row, in the points' own variance: (n + 2 Σ (n − j) φʲ) ÷ n². */
export function varianceOfMean(n: number, memory: number): number {
  let covariances = 0;
  for (let j = 1, power = memory; j < n && power > 1e-9; j++, power *= memory) covariances += (n - j) * power;
  return (n + 2 * covariances) / (n * n);
}

interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Σ (value − mean)². */
  readonly squares: number;
}

function momentsOf(values: readonly number[]): Moments {
  const centre = mean(values);
  return { n: values.length, mean: centre, squares: squaresAround(centre, values) };
}

/** One value taken out (Welford's step backwards); what rounding leaves below 0 is 0. */
function without({ n, mean: centre, squares }: Moments, value: number): Moments {
  const left = (n * centre - value) / (n - 1);
  return { n: n - 1, mean: left, squares: Math.max(0, squares - (value - centre) * (value - left)) };
}

/** In standard deviations of a further point; 0 where nothing varies. */
function distanceFrom({ n, mean: centre, squares }: Moments, value: number): number {
  const spread = Math.sqrt((squares / (n - 1)) * (1 + 1 / n));
  return spread > 0 ? Math.abs(value - centre) / spread : 0;
}
