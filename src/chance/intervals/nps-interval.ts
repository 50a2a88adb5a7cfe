/** The interval of a net promoter score. */

import { moverDifference } from '../differences/mover.ts';
import type { Interval } from '../evidence.ts';
import { wilsonInterval } from './wilson-interval.ts';

export interface NpsCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/**
 * How far from this score could the score of everyone be? In points, −100 to 100.
 * MOVER on the shares of promoters and detractors with Wilson limits; the two shares of one sample pull apart, with
 * correlation −√(p d / ((1 − p)(1 − d))). It stays open where nobody is promoter or detractor and never leaves
 * −100 … 100, which the usual ± 1.96 standard errors do.
 *
 * @example npsInterval({ promoters: 50, passives: 30, detractors: 20 }) // 13.97 … 44.18 around 30
 */
export function npsInterval(counts: NpsCounts, { level = 0.95 }: { readonly level?: number } = {}): Interval {
  const { promoters, passives, detractors } = counts;
  const n = promoters + passives + detractors;
  const share = (x: number) => ({ value: x / n, interval: wilsonInterval(x, n, { level }) });
  const { low, high } = moverDifference(share(promoters), share(detractors), {
    correlation: correlation(promoters / n, detractors / n),
  });
  return { low: points(low), high: points(high), level, method: 'nps_mover_wilson' };
}

const points = (share: number | null): number | null =>
  share === null ? null : Math.min(100, Math.max(-100, 100 * share));

function correlation(p: number, d: number): number {
  if (p === 1 || d === 1) return -1;
  return Math.max(-1, -Math.sqrt((p * d) / ((1 - p) * (1 - d))));
}
