/** How many cases on each side until a change of a given size would be seen, by the nature of the number. */
import { meanSize } from './mean-power.ts';
import { shareSize } from './share-power.ts';

/** What is known of the number before: a share, a mean with its spread, or a promoter score with its spread. */
export type Sized =
  | { readonly kind: 'share'; readonly from: number }
  | { readonly kind: 'mean' | 'nps'; readonly from: number; readonly deviation: number };

export interface SizeFor {
  /** Whole cases on each side; null where no number would do (no change asked for, or one out of bounds). */
  readonly perSide: number | null;
  readonly method: 'two_share_z' | 'two_mean_t';
}

/**
 * Two-sided; both sides of one size. Shares by the pooled z, means and promoter scores (answers of 100, 0 and −100) by the
 * noncentral t. Example: a share of 0.85 and a change of 0.03 → 2036 on each side for a power of 0.8.
 */
export function sizeFor(
  known: Sized,
  change: number,
  { power = 0.8, alpha = 0.05 }: { readonly power?: number; readonly alpha?: number } = {},
): SizeFor {
  if (known.kind === 'share') {
    const p2 = known.from + change;
    const size = p2 < 0 || p2 > 1 ? Number.NaN : shareSize({ p1: known.from, p2, power, alpha });
    return { perSide: whole(size), method: 'two_share_z' };
  }
  const size = meanSize({ difference: change, deviation: known.deviation, power, alpha });
  return { perSide: whole(size), method: 'two_mean_t' };
}

const whole = (size: number): number | null => (Number.isFinite(size) ? Math.ceil(size - 1e-9) : null);

/** The spread of single answers behind a promoter score: 100 · √(p + d − (p − d)²). */
export const npsDeviation = (promoters: number, detractors: number): number =>
  100 * Math.sqrt(promoters + detractors - (promoters - detractors) ** 2);
