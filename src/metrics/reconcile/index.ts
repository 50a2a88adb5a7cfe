/** Ours against what others say: two sources, a source's own table, or stated totals; every difference with its reason. */
export {
  type HeldTotal,
  holdTotals,
  type StatedTotal,
} from './hold-totals.ts';
export { logAndTable, logAndTableRows, type StatedColumn } from './log-and-table.ts';
export type { Sides } from './two-sides.ts';
export { differenceRows, type Reconciled, reconcileSources } from './two-sources.ts';
export type { Way } from './ways.ts';
