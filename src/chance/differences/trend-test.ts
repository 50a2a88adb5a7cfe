/** Do shares rise or fall along an order (weeks, sizes, dose)? */

import { chiSquare } from '../numerics/chi-square.ts';
import type { Share } from './proportion-difference.ts';

/**
 * The Cochran–Armitage chi-square for a straight line through the shares, one degree of freedom: the squared weighted
 * slope over its variance under equal shares. `scores` are the places of the groups, 1, 2, 3 … unless told.
 *
 * @example trendTest([{ x: 15, n: 30 }, { x: 10, n: 30 }, { x: 5, n: 30 }]) // chi2 7.5, p 0.0062
 */
export function trendTest(
  groups: readonly Share[],
  scores: readonly number[] = groups.map((_, i) => i + 1),
): { readonly chi2: number; readonly p: number } {
  const total = (of: (group: Share, score: number) => number) =>
    groups.reduce((sum, group, i) => sum + of(group, scores[i] ?? 0), 0);
  const n = total((group) => group.n);
  const share = total((group) => group.x) / n;
  const centre = total((group, score) => group.n * score) / n;
  const slope = total((group, score) => group.x * (score - centre));
  const spread = total((group, score) => group.n * (score - centre) ** 2);
  const variance = share * (1 - share) * spread;
  const chi2 = variance === 0 ? 0 : slope ** 2 / variance;
  return { chi2, p: chiSquare(1).above(chi2) };
}
