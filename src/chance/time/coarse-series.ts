/** Series of few different values, such as rare counts: what is said of smooth numbers does not hold for them. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { negativeBinomial } from '../numerics/negative-binomial.ts';
import { poisson } from '../numerics/poisson.ts';
import { mean, squaresAround, sum } from './average.ts';
import { calmed } from './calmed.ts';
import { MIN_SEGMENT } from './shift-evidence.ts';
import { type Standout, varianceOfMean } from './standout-points.ts';

/** Where one value in five is the same, steps are as wide as the spread. */
const COMMON = 0.2;

export function isCoarse(values: readonly number[]): boolean {
  const sorted = new Float64Array(values).sort();
  const often = Math.max(1, Math.ceil(COMMON * sorted.length));
  // What is there so often stands again so many places on.
  return sorted.some((value, i) => value === sorted[i + often - 1]);
}

/** Shuffles that are tried at most, and how many as surprising ones end the search; as does none after the first few. */
const MOST = 8000;
const ENOUGH = 20;
const FIRST = 2000;

/** Places at which a change of level is tried. */
const CUTS = 60;

/** Rows are so long that their ends resemble each other by no more than this. */
const FORGOTTEN = 0.2;

/**
 * How often would the same values in any other order look as much like a change of level, lasting or passing? Holds
 * whatever the values' law, if they do not remember; if they do, rows of neighbours are shuffled whole, long enough to be
 * forgotten at their end. In every order single extremes are pulled in anew. Shuffled with a fixed seed until 20 orders
 * are as surprising.
 * Source: Besag & Clifford, Biometrika 78 (1991). Example: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1] → about 0.013.
 */
export function shiftByShuffling(series: ArrayLike<number>, { memory = 0 } = {}): number {
  const values = Float64Array.from(series);
  const seen = largestShift(calmed(values)) * (1 - 1e-9);
  const random = xoroshiro128plus(values.length);
  const size = memory > 0 ? Math.ceil(Math.log(FORGOTTEN) / Math.log(memory)) : 1;
  const rows = Array.from({ length: Math.ceil(values.length / size) }, (_, i) =>
    values.slice(i * size, (i + 1) * size),
  );
  let hits = 0;
  for (let round = 1; round <= MOST; round++) {
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(uniformFloat64(random) * (i + 1));
      [rows[i], rows[j]] = [rows[j] ?? values, rows[i] ?? values];
    }
    lineUp(rows, values);
    if (largestShift(calmed(values)) >= seen) hits += 1;
    if (hits === ENOUGH) return hits / round;
    if (hits === 0 && round === FIRST) break;
  }
  return Math.max(1 / (FIRST + 1), (hits + 1) / (MOST + 1));
}

function lineUp(rows: readonly Float64Array[], values: Float64Array): void {
  let place = 0;
  for (const row of rows) for (const value of row) values[place++] = value;
}

/** The largest squared distance of a stretch's mean from the mean of all, in its own standard errors but for the spread. */
function largestShift(values: Float64Array): number {
  const n = values.length;
  const centre = values.reduce((all, value) => all + value, 0) / n;
  const step = Math.ceil(n / CUTS);
  const sums = [0];
  const places = [0];
  let running = 0;
  for (let i = 1; i <= n; i++) {
    running += (values[i - 1] ?? 0) - centre;
    if (i === n || i % step === 0) {
      sums.push(running);
      places.push(i);
    }
  }
  let largest = 0;
  for (let a = 0; a < places.length; a++) {
    for (let b = a + 1; b < places.length; b++) {
      const length = (places[b] ?? 0) - (places[a] ?? 0);
      if (length < MIN_SEGMENT || n - length < MIN_SEGMENT) continue;
      const gap = (sums[b] ?? 0) - (sums[a] ?? 0);
      largest = Math.max(largest, (gap * gap) / (length * (n - length)));
    }
  }
  return largest;
}

const LONGEST_ROW = 5;

/**
 * Which days, alone or up to five in a row, have more of a rare event than independent events would bring? Counts of a
 * row are held against a negative binomial with the mean and the variance of the rest (Poisson where that is smaller);
 * where neighbours resemble each other, rows vary by so much more.
 * Other coarse numbers have no law to hold a single day against: none stands out.
 */
export function standoutCounts(values: readonly number[], level: number, { memory = 0 } = {}): Standout {
  const n = values.length;
  if (n < 8 || values.some((value) => value < 0 || !Number.isInteger(value))) return { places: [], p: 1 };
  const rows = Array.from({ length: LONGEST_ROW }, (_, i) => fullestRow(values, i + 1, memory));
  const best = rows.reduce((least, row) => (row.p < least.p ? row : least));
  const p = Math.min(1, LONGEST_ROW * best.p);
  return { places: p <= level ? Array.from({ length: best.size }, (_, i) => best.start + i) : [], p };
}

function fullestRow(values: readonly number[], size: number, memory: number) {
  const n = values.length;
  const totals = Array.from({ length: n - size + 1 }, (_, i) => sum(values.slice(i, i + size)));
  const start = totals.reduce((best, total, i) => (total > (totals[best] ?? 0) ? i : best), 0);
  const rest = values.filter((_, i) => i < start || i >= start + size);
  // One event more than was seen: a rest without any says little.
  const usual = (sum(rest) + 1) / rest.length;
  const centre = mean(rest);
  const variance = squaresAround(centre, rest) / (rest.length - 1);
  const together = size * varianceOfMean(size, memory);
  const excess = centre > 0 ? (variance / centre) * together - 1 : 0;
  const expected = size * usual;
  const law = excess > 0.01 ? negativeBinomial(expected / excess, 1 / (1 + excess)) : poisson(expected);
  return { start, size, p: totals.length * law.above((totals[start] ?? 0) - 1) };
}
