/** Evidence of a mean as its value, weight and variance; other evidence is no mean of its parts. */
import type { Evidence } from '../evidence.ts';
import type { Portion } from './mix-and-rate.ts';

export interface Moments extends Portion {
  /** Variance of the value. */
  readonly variance: number;
}

/**
 * Shares, means, promoter scores (points) and ratios of sums. A share near 0 or 1 is pulled in by one success and one
 * failure, for its variance only; a mean of one value has none.
 *
 * @returns null where the evidence is no mean (counts, medians, curves)
 * @example momentsOf({ kind: 'proportion', successes: 9, n: 10 }) // { weight: 10, value: 0.9, variance: 0.0139 }
 */
export function momentsOf(evidence: Evidence): Moments | null {
  if (evidence.kind === 'proportion') return ofShare(evidence);
  if (evidence.kind === 'mean') return ofMean(evidence);
  if (evidence.kind === 'nps') return ofScore(evidence);
  return evidence.kind === 'ratio' ? ofRatio(evidence) : null;
}

type Of<K extends Evidence['kind']> = Extract<Evidence, { readonly kind: K }>;

function ofShare({ successes, n, designEffect = 1 }: Of<'proportion'>): Moments {
  const pulled = (successes + 1) / (n + 2);
  return { weight: n, value: successes / n, variance: (designEffect * pulled * (1 - pulled)) / n };
}

function ofMean({ n, sum, sumOfSquares }: Of<'mean'>): Moments {
  const squares = Math.max(0, sumOfSquares - sum ** 2 / n);
  return { weight: n, value: sum / n, variance: n < 2 ? 0 : squares / (n - 1) / n };
}

function ofScore({ promoters, passives, detractors }: Of<'nps'>): Moments {
  const n = promoters + passives + detractors;
  const score = (promoters - detractors) / n;
  const variance = ((promoters + detractors) / n - score ** 2) / n;
  return { weight: n, value: 100 * score, variance: 1e4 * variance };
}

function ofRatio({ n, sumY, sumX, sumYY, sumXY, sumXX }: Of<'ratio'>): Moments {
  const ratio = sumY / sumX;
  const squares = Math.max(0, sumYY - 2 * ratio * sumXY + ratio ** 2 * sumXX);
  return { weight: sumX, value: ratio, variance: n < 2 ? 0 : ((n / (n - 1)) * squares) / sumX ** 2 };
}
