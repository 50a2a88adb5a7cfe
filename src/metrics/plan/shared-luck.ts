/** How much more days differ than their rows would by themselves: what a full queue does to all who stand in it. */
import type { Evidence } from '../../chance/index.ts';
import type { Sums } from './tally-statement.ts';

const fewest = 6;

/**
 * Variance of daily shares or means ÷ what independent rows would give: Σ n (day − usual)² ÷ (days − 1) over the variance
 * of a single row, `usual` that of the same weekday within a block of 28 days. At least 1; null where fewer than 6 days
 * are left to judge by or rows do not vary. For shares it is Pearson's dispersion of a binomial.
 *
 * @param cells days that are alike (`weekday-cells`)
 * @example sharedLuck(mondaysAndTuesdays.map((days) => days.map(() => ({ n: 20, hits: 2 })))) // 1: every day alike
 */
export function sharedLuck(cells: readonly (readonly Sums[])[]): number | null {
  let [between, freedom, within, rows] = [0, 0, 0, 0];
  for (const cell of cells) {
    const own = cell.filter(({ n = 0 }) => n > 0);
    if (own.length === 0) continue;
    const all = own.reduce((sum, { n = 0 }) => sum + n, 0);
    const usual = own.reduce((sum, sums) => sum + total(sums), 0) / all;
    for (const sums of own) {
      const n = sums.n ?? 0;
      between += n * (total(sums) / n - usual) ** 2;
      within += squares(sums) - 2 * usual * total(sums) + n * usual * usual;
    }
    freedom += own.length - 1;
    rows += all - 1;
  }
  if (freedom < fewest || !(within > 0) || rows <= freedom) return null;
  // What lies between days is not the rows' own.
  const single = Math.max(within - between, 0) / (rows - freedom);
  return single > 0 ? Math.max(1, between / freedom / single) : null;
}

/** Shares and means that are compared allow for what their days have in common; other numbers are as they are. */
export function withSharedLuck(evidence: Evidence, effect: () => number): Evidence {
  if (evidence.kind !== 'proportion' && evidence.kind !== 'mean') return evidence;
  const designEffect = effect();
  return designEffect > 1 ? { ...evidence, designEffect } : evidence;
}

const total = ({ hits, sum }: Sums): number => hits ?? sum ?? 0;
/** A hit is its own square. */
const squares = ({ hits, squares: own }: Sums): number => hits ?? own ?? 0;
