/** Do two reviewers of the same contacts agree more than by luck? */

export interface Agreement {
  /** The share of contacts judged alike. */
  readonly observed: number;
  /** Cohen's kappa: agreement beyond luck, where luck follows each one's own habits. */
  readonly kappa: number;
  /** Its simple large-sample standard error, √(po (1 − po) / n) / (1 − pe). */
  readonly kappaError: number;
  /** Gwet's AC1: the same with a luck that does not explode where nearly all contacts are alike. */
  readonly ac1: number;
}

/**
 * `table[i][j]` counts contacts that the first put into class i and the second into class j.
 * kappa = (po − pe) / (1 − pe) with pe = Σ row share × column share; AC1 the same with pe = Σ π (1 − π) / (k − 1), π the
 * mean share of a class. NaN where only one class occurs. Source: Cohen (1960); Gwet (2008).
 *
 * @example agreement([[45, 15], [25, 15]]) // observed 0.6, kappa 0.130, ac1 0.266
 */
export function agreement(table: readonly (readonly number[])[]): Agreement {
  const k = table.length;
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0) / n);
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0) / n);
  const observed = table.reduce((sum, row, i) => sum + (row[i] ?? 0), 0) / n;
  const byHabit = rows.reduce((sum, share, i) => sum + share * (columns[i] ?? 0), 0);
  const mean = rows.map((share, i) => (share + (columns[i] ?? 0)) / 2);
  const byClass = mean.reduce((sum, share) => sum + share * (1 - share), 0) / (k - 1);
  return {
    observed,
    kappa: (observed - byHabit) / (1 - byHabit),
    kappaError: Math.sqrt((observed * (1 - observed)) / n) / (1 - byHabit),
    ac1: (observed - byClass) / (1 - byClass),
  };
}
