/** Other published intervals for a net promoter score, for those who must match a report made elsewhere. */

import type { Interval } from '../evidence.ts';
import { criticalT, criticalZ } from './critical.ts';
import type { NpsCounts } from './nps-interval.ts';

/** Mean and standard deviation, in points. */
export interface ScoreAndSpread {
  readonly score: number;
  readonly spread: number;
}

/** The score and its standard error, 100 √((p + d − (p − d)²) / n). */
export function npsError(counts: NpsCounts): ScoreAndSpread {
  const n = counts.promoters + counts.passives + counts.detractors;
  const difference = (counts.promoters - counts.detractors) / n;
  const outspoken = (counts.promoters + counts.detractors) / n;
  return { score: 100 * difference, spread: 100 * Math.sqrt((outspoken - difference ** 2) / n) };
}

/** Score ± z standard errors. It has no width at all where everybody is passive: use `npsInterval`. */
export function npsWaldInterval(
  counts: NpsCounts,
  { level = 0.95 }: { readonly level?: number } = {},
): Interval {
  return around(npsError(counts), criticalZ(level), level, 'nps_wald');
}

/** The t interval of the answers scored 100, 0 and −100. */
export function npsTInterval(
  counts: NpsCounts,
  { level = 0.95 }: { readonly level?: number } = {},
): Interval {
  const n = counts.promoters + counts.passives + counts.detractors;
  const { score, spread } = npsError(counts);
  const unbiased = { score, spread: spread * Math.sqrt(n / (n - 1)) };
  return around(unbiased, criticalT(level, n - 1), level, 'nps_t');
}

/** Wald's after adding three answers: ¾ promoter, 1½ passive, ¾ detractor. Source: Rocks (2016). */
export function npsAdjustedWaldInterval(
  counts: NpsCounts,
  { level = 0.95 }: { readonly level?: number } = {},
): Interval {
  const { promoters, passives, detractors } = counts;
  const padded = { promoters: promoters + 0.75, passives: passives + 1.5, detractors: detractors + 0.75 };
  return around(npsError(padded), criticalZ(level), level, 'nps_adjusted_wald');
}

/** What one believes about the score after beginning with `prior` answers of each class (Dirichlet). */
export function npsBelief(
  counts: NpsCounts,
  { prior = 1 }: { readonly prior?: number } = {},
): ScoreAndSpread {
  const { promoters, passives, detractors } = counts;
  const padded = { promoters: promoters + prior, passives: passives + prior, detractors: detractors + prior };
  const total = promoters + passives + detractors + 3 * prior;
  const { score, spread } = npsError(padded);
  return { score, spread: spread * Math.sqrt(total / (total + 1)) };
}

function around({ score, spread }: ScoreAndSpread, reach: number, level: number, method: string): Interval {
  return { low: score - reach * spread, high: score + reach * spread, level, method };
}
