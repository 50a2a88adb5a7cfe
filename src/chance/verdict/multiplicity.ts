/** p-values made honest for being many. Each list comes back in its own order; compare with the level as usual. */

/**
 * The expected share of false alarms among the alarms stays below the level, for independent or positively dependent
 * tests: p(i) × m / i, made monotone from the largest down. Source: Benjamini & Hochberg (1995).
 *
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export const benjaminiHochberg = (p: readonly number[]): number[] =>
  fromLargest(p, (rank) => p.length / rank);

/** The same under any dependence, dearer by Σ 1/i. Source: Benjamini & Yekutieli (2001). */
export function benjaminiYekutieli(p: readonly number[]): number[] {
  const dearer = p.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
  return fromLargest(p, (rank) => (dearer * p.length) / rank);
}

/** The chance of any false alarm stays below the level, for independent tests: p(i) × (m − i + 1). Hochberg (1988). */
export const hochberg = (p: readonly number[]): number[] => fromLargest(p, (rank) => p.length - rank + 1);

/** The chance of any false alarm stays below the level, always: p(i) × (m − i + 1) from the smallest up. Holm (1979). */
export function holm(p: readonly number[]): number[] {
  const order = ranked(p);
  const adjusted = new Array<number>(p.length).fill(1);
  let largest = 0;
  order.forEach((index, i) => {
    largest = Math.max(largest, Math.min(1, (p.length - i) * (p[index] ?? 1)));
    adjusted[index] = largest;
  });
  return adjusted;
}

/** The bluntest: p × m. */
export const bonferroni = (p: readonly number[]): number[] => p.map((each) => Math.min(1, each * p.length));

function fromLargest(p: readonly number[], factor: (rank: number) => number): number[] {
  const order = ranked(p);
  const adjusted = new Array<number>(p.length).fill(1);
  let smallest = 1;
  for (let rank = p.length; rank >= 1; rank--) {
    const index = order[rank - 1] ?? 0;
    smallest = Math.min(smallest, factor(rank) * (p[index] ?? 1));
    adjusted[index] = smallest;
  }
  return adjusted;
}

/** Places in order of p, smallest first. */
const ranked = (p: readonly number[]): number[] =>
  p.map((_, i) => i).sort((a, b) => (p[a] ?? 1) - (p[b] ?? 1));
