/** What stands out of one prepared series, by the law that fits it. */
import { standoutCounts } from './coarse-series.ts';
import type { PreparedSeries } from './prepared-series.ts';
import { type Standout, type StandoutOptions, standoutPoints } from './standout-points.ts';

/** `residuals` are the series' adjusted values around their level, or levels; rare counts are taken as they are. */
export function standout(
  { coarse, values }: PreparedSeries,
  residuals: readonly number[],
  level: number,
  options: StandoutOptions,
): Standout {
  return coarse ? standoutCounts(values, level, options) : standoutPoints(residuals, level, options);
}
