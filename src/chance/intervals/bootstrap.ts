/** Intervals by drawing again from the data, where no formula fits. */

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Interval } from '../evidence.ts';
import { moments } from './mean-interval.ts';
import { sumsOf } from './sums-of.ts';

export interface Drawing {
  /** The same seed gives the same interval. */
  readonly seed: number;
  readonly level?: number;
  readonly draws?: number;
}

/**
 * The mean of a skewed sample by bootstrap-t: in each redrawn sample the distance of its mean from ours in its own
 * standard errors; the quantiles of that distance, turned round, times our standard error. Source: Efron (1979); Hall
 * (1988) on why it follows skew where the plain t does not. So few values that many redrawn samples are all of one value
 * leave the ends open.
 *
 * @example bootstrapTInterval([12, 15, 9, 80, 22, 31], { seed: 1 })
 */
export function bootstrapTInterval(
  values: readonly number[],
  { seed, level = 0.95, draws = 1999 }: Drawing,
): Interval {
  const method = 'bootstrap_t';
  const { mean, variance } = moments(sumsOf(values));
  if (values.length < 2) return { low: null, high: null, level, method };
  if (variance === 0) return { low: mean, high: mean, level, method };
  const error = Math.sqrt(variance / values.length);
  const distances = redrawn(values, { seed, draws }, (sample) => {
    const again = moments(sumsOf(sample));
    return (again.mean - mean) / Math.sqrt(again.variance / values.length);
  });
  const [low, high] = middle(distances, level);
  return { low: end(mean - high * error), high: end(mean - low * error), level, method };
}

/**
 * Any number of clustered data (one customer, many cases): whole clusters are drawn again, and the middle `level` of
 * what comes out is the interval (percentile method). Source: Davison & Hinkley (1997), 3.8.
 *
 * @example clusterBootstrapInterval(casesByCustomer, (clusters) => meanOf(clusters.flat()), { seed: 1 })
 */
export function clusterBootstrapInterval<Cluster>(
  clusters: readonly Cluster[],
  statistic: (clusters: readonly Cluster[]) => number,
  { seed, level = 0.95, draws = 1999 }: Drawing,
): Interval {
  const method = 'cluster_bootstrap';
  if (clusters.length < 2) return { low: null, high: null, level, method };
  const [low, high] = middle(redrawn(clusters, { seed, draws }, statistic).filter(Number.isFinite), level);
  return { low, high, level, method };
}

function redrawn<T>(
  from: readonly T[],
  { seed, draws }: { readonly seed: number; readonly draws: number },
  statistic: (sample: T[]) => number,
): number[] {
  const random = xoroshiro128plus(seed);
  return Array.from({ length: draws }, () => {
    const sample = from.map(() => from[uniformInt(random, 0, from.length - 1)]);
    return statistic(sample as T[]);
  });
}

/** A sample of one value alone lies infinitely far in its own errors: it sets no bound. */
const end = (x: number): number | null => (Number.isFinite(x) ? x : null);

/** The values that leave (1 − level) / 2 outside on each side. */
function middle(values: readonly number[], level: number): [low: number, high: number] {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.floor(((1 - level) / 2) * (sorted.length + 1) + 1e-9));
  return [sorted[rank - 1] ?? NaN, sorted[sorted.length - rank] ?? NaN];
}
