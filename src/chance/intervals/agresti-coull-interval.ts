/** Agresti and Coull's interval for a share. */

import type { Interval } from '../evidence.ts';
import { criticalZ } from './critical.ts';

/**
 * The schoolbook interval after adding z²/2 successes and as many failures: p̃ ± z √(p̃ (1 − p̃) / ñ), cut to [0, 1].
 * Never shorter than Wilson's. Source: Agresti & Coull (1998).
 *
 * @example agrestiCoullInterval(81, 263) // 0.2552 … 0.3663
 */
export function agrestiCoullInterval(
  successes: number,
  n: number,
  { level = 0.95 }: { readonly level?: number } = {},
): Interval {
  const z = criticalZ(level);
  const size = n + z * z;
  const share = (successes + (z * z) / 2) / size;
  const reach = z * Math.sqrt((share * (1 - share)) / size);
  return {
    low: Math.max(0, share - reach),
    high: Math.min(1, share + reach),
    level,
    method: 'agresti_coull',
  };
}
