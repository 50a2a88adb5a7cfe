/** When the mean of skewed times may lean on their logarithms. */

import type { Evidence, Interval } from '../evidence.ts';
import { coxInterval } from '../intervals/cox-interval.ts';

type Mean = Extract<Evidence, { kind: 'mean' }>;

/** How near the plain mean must be to the one that the logarithms promise; the same whatever level is asked. */
const NEAR = 0.8;

/**
 * Cox's interval where all rows have a logarithm and the data do not speak against its log-normal shape, that is where
 * the plain mean lies inside Cox's 80 % interval; else null. Small skewed samples get its better coverage, many rows
 * leave it by themselves for t, which needs no shape, and no interval ever misses the mean it belongs to.
 */
export function trustedCox({ n, sum, logs }: Mean, level: number): Interval | null {
  if (logs === undefined || logs.n !== n) return null;
  const { low, high } = coxInterval(logs, { level: NEAR, reach: 'z' });
  const mean = sum / n;
  const isNear = low !== null && low <= mean && (high === null || mean <= high);
  return isNear ? coxInterval(logs, { level }) : null;
}
