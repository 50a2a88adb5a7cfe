/** How many answers it takes to know a number to within a margin. */

import { criticalZ } from '../intervals/critical.ts';

interface Precision {
  readonly margin: number;
  readonly level?: number;
  /** How many there are to ask in all; unlimited unless told. */
  readonly population?: number;
}

/**
 * Answers needed to know a share to within ± `margin`: z² p q / margin², less where a good part of a small population
 * is asked, n / (1 + (n − 1) / N). Rounded up. `p` = ½ is the worst case. Source: Cochran (1977), 4.4.
 *
 * @example shareSizeForMargin({ margin: 0.03, population: 2000 }) // 697
 */
export function shareSizeForMargin({
  p = 0.5,
  margin,
  level = 0.95,
  population = Infinity,
}: Precision & { readonly p?: number }): number {
  return sized((criticalZ(level) / margin) ** 2 * p * (1 - p), population);
}

/**
 * Answers needed to know a net promoter score to within ± `margin` points: z² (p + d − (p − d)²) / margin².
 * `promoters` and `detractors` are the shares one expects.
 *
 * @example npsSizeForMargin({ promoters: 0.5, detractors: 0.2, margin: 5 }) // 938
 */
export function npsSizeForMargin({
  promoters,
  detractors,
  margin,
  level = 0.95,
  population = Infinity,
}: Precision & { readonly promoters: number; readonly detractors: number }): number {
  const variance = promoters + detractors - (promoters - detractors) ** 2;
  return sized((criticalZ(level) / (margin / 100)) ** 2 * variance, population);
}

function sized(unlimited: number, population: number): number {
  const n = population === Infinity ? unlimited : unlimited / (1 + (unlimited - 1) / population);
  return Math.ceil(n - 1e-9);
}
