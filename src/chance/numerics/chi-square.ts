/** The chi-square distribution. */

import type { Distribution } from './distribution.ts';
import { gamma } from './gamma.ts';

/**
 * The sum of `df` squared standard normals.
 *
 * @example chiSquare(1).quantile(0.95) // 3.841458820694124
 */
export function chiSquare(df: number): Distribution {
  return gamma(df / 2, 2);
}
