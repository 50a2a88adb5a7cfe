/** Do groups differ in where their values lie, whatever their shape? */

import { chiSquare } from '../numerics/chi-square.ts';
import { normal } from '../numerics/normal.ts';

/**
 * Mann and Whitney's W: in how many of the pairs (x, y) is x the larger, ties counting half. p two-sided by the normal
 * approximation with the correction for ties and for continuity. Source: Mann & Whitney (1947); as R's wilcox.test.
 *
 * @example mannWhitney([3, 4, 5], [1, 2, 3]).w // 8.5
 */
export function mannWhitney(
  x: readonly number[],
  y: readonly number[],
): { readonly w: number; readonly p: number } {
  const { ranks, ties } = ranked([...x, ...y]);
  const [m, n] = [x.length, y.length];
  const total = m + n;
  const w = ranks.slice(0, m).reduce((sum, rank) => sum + rank, 0) - (m * (m + 1)) / 2;
  const spread = Math.sqrt(((m * n) / 12) * (total + 1 - ties / (total * (total - 1))));
  const distance = Math.abs(w - (m * n) / 2);
  const z = spread === 0 ? 0 : (distance - Math.min(0.5, distance)) / spread;
  return { w, p: 2 * normal.above(z) };
}

/**
 * By how much is x typically larger than y? The median of all differences of pairs. Source: Hodges & Lehmann (1963).
 *
 * @example hodgesLehmann([3, 4, 5], [1, 2, 3]) // 2
 */
export function hodgesLehmann(x: readonly number[], y: readonly number[]): number {
  const differences = Float64Array.from(x.flatMap((a) => y.map((b) => a - b))).sort();
  const half = differences.length / 2;
  return ((differences[Math.ceil(half) - 1] ?? NaN) + (differences[Math.floor(half)] ?? NaN)) / 2;
}

/**
 * Kruskal and Wallis' H over several groups, corrected for ties; chi-square with one degree of freedom less than groups.
 *
 * @example kruskalWallis([[1, 2, 3], [4, 5, 6], [7, 8, 9]]).h // 7.2
 */
export function kruskalWallis(groups: readonly (readonly number[])[]): {
  readonly h: number;
  readonly df: number;
  readonly p: number;
} {
  const { ranks, ties } = ranked(groups.flat());
  const n = ranks.length;
  let from = 0;
  let sum = 0;
  for (const { length } of groups) {
    const own = ranks.slice(from, from + length).reduce((total, rank) => total + rank, 0);
    if (length > 0) sum += own ** 2 / length;
    from += length;
  }
  const h = ((12 * sum) / (n * (n + 1)) - 3 * (n + 1)) / (1 - ties / (n ** 3 - n));
  const df = groups.filter(({ length }) => length > 0).length - 1;
  return { h, df, p: chiSquare(df).above(h) };
}

/** Middle ranks, and Σ (t³ − t) over runs of t equal values. */
function ranked(values: readonly number[]): { readonly ranks: readonly number[]; readonly ties: number } {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  let ties = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    for (const index of order.slice(from, to)) ranks[index] = (from + 1 + to) / 2;
    ties += (to - from) ** 3 - (to - from);
  }
  return { ranks, ties };
}
