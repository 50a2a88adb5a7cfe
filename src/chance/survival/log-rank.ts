/** Do groups differ in how fast they finish? */

import { chiSquare } from '../numerics/chi-square.ts';
import { riskTable, type TimeToEvent } from './kaplan-meier.ts';

export interface LogRank {
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/**
 * At each time with events those of each group are compared with its share of those at risk; the sums, over their
 * hypergeometric covariance, are chi-square with one degree of freedom less than groups. Groups of which nobody
 * was left at the first event can tell nothing and are left out. Source: Mantel (1966); Peto & Peto (1972).
 *
 * @example logRank([men, women]).chi2 // 10.33
 */
export function logRank(groups: readonly (readonly TimeToEvent[])[]): LogRank {
  const firstEvent = riskTable(groups.flat())[0]?.value ?? -Infinity;
  const present = groups.filter((group) => group.some(({ time }) => time >= firstEvent));
  const size = present.length;
  const sorted = present.map((group) => group.map(({ time }) => time).sort((a, b) => a - b));
  const eventsOf = present.map((group) => new Map(riskTable(group).map((row) => [row.value, row.events])));
  const passed = present.map(() => 0);
  const observed = present.map(() => 0);
  const expected = present.map(() => 0);
  const covariance = present.map(() => present.map(() => 0));
  for (const { value, atRisk, events } of riskTable(present.flat())) {
    const shares = sorted.map((times, g) => {
      while ((times[passed[g] ?? 0] ?? Infinity) < value) passed[g] = (passed[g] ?? 0) + 1;
      return (times.length - (passed[g] ?? 0)) / atRisk;
    });
    const scale = atRisk > 1 ? (events * (atRisk - events)) / (atRisk - 1) : 0;
    shares.forEach((share, g) => {
      observed[g] = (observed[g] ?? 0) + (eventsOf[g]?.get(value) ?? 0);
      expected[g] = (expected[g] ?? 0) + events * share;
      const row = covariance[g];
      shares.forEach((other, h) => {
        if (row) row[h] = (row[h] ?? 0) + scale * share * ((g === h ? 1 : 0) - other);
      });
    });
  }
  const excess = observed.map((count, g) => count - (expected[g] ?? 0));
  const chi2 = quadraticForm(covariance, excess, size - 1);
  return { chi2, df: size - 1, p: chiSquare(size - 1).above(chi2), observed, expected };
}

/** e' V⁻¹ e over the first `size` groups, by elimination; a group that was never at risk with others adds nothing. */
function quadraticForm(
  matrix: readonly (readonly number[])[],
  vector: readonly number[],
  size: number,
): number {
  const rows = matrix.slice(0, size).map((row, i) => [...row.slice(0, size), vector[i] ?? 0]);
  let sum = 0;
  for (let k = 0; k < size; k++) {
    const pivot = rows[k] ?? [];
    const diagonal = pivot[k] ?? 0;
    if (diagonal <= 1e-12) continue;
    sum += (pivot[size] ?? 0) ** 2 / diagonal;
    for (const row of rows.slice(k + 1)) {
      const factor = (row[k] ?? 0) / diagonal;
      pivot.forEach((value, j) => {
        row[j] = (row[j] ?? 0) - factor * value;
      });
    }
  }
  return sum;
}
