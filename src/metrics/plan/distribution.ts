/** How values spread: counted in bins whose ends people know, from seconds to months, or point by point. */
import { sql } from 'kysely';
import type { Sql } from '../definition.ts';
import type { Bin } from '../figure.ts';
import type { Sums } from './tally-statement.ts';

const [minute, hour, day] = [60, 3600, 86_400];

/** Ends of bins, each inclusive; below the first and above the last the bins are open. */
const times = [
  ...[0, 10, 20, 30],
  ...[1, 2, 5, 10, 30].map((minutes) => minutes * minute),
  ...[1, 2, 4, 8].map((hours) => hours * hour),
  ...[1, 2, 3, 7, 14, 30, 90].map((days) => days * day),
];
const scores = [-1, -0.5, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100];

const edgesOf = (isTime: boolean): readonly number[] => (isTime ? times : scores);
const name = (index: number): string => `bin_${index}`;

/** One count a bin, beside the other aggregates. */
export function binCounts(population: Sql, value: Sql, isTime: boolean): Readonly<Record<string, Sql>> {
  const edges = edgesOf(isTime);
  const counts = [...edges, null].map((end, i): [string, Sql] => {
    const above = i === 0 ? sql`` : sql` and ${value} > ${sql.lit(edges[i - 1])}`;
    const upto = end === null ? sql`` : sql` and ${value} <= ${sql.lit(end)}`;
    return [name(i), sql`count(*) filter (where ${population} and ${value} is not null${above}${upto})`];
  });
  return Object.fromEntries(counts);
}

/**
 * The bins from the first to the last that holds a row; empty ones between them stay, since a gap is part of the shape.
 *
 * @example binsOf({ bin_3: 2, bin_4: 1 }, true) // [{ from: 20, to: 30, n: 2 }, { from: 30, to: 60, n: 1 }]
 */
export function binsOf(sums: Sums, isTime: boolean): readonly Bin[] {
  const edges = edgesOf(isTime);
  const all = [...edges, null].map((to, i) => ({ from: edges[i - 1] ?? null, to, n: sums[name(i)] ?? 0 }));
  const filled = all.flatMap(({ n }, i) => (n > 0 ? [i] : []));
  const [first, last] = [filled[0], filled.at(-1)];
  return first === undefined || last === undefined ? [] : all.slice(first, last + 1);
}
