/** How many answers it takes to see that two shares differ. */

import { normal } from '../numerics/normal.ts';
import { smallestSize } from './smallest-size.ts';

export interface TwoShares {
  readonly p1: number;
  readonly p2: number;
  /** Two-sided. */
  readonly alpha?: number;
}

/**
 * With `n` answers in each group, how often would a difference of p₁ and p₂ be seen? By the pooled two-sample z:
 * Φ((√n |p₁ − p₂| − z √(2 p̄ q̄)) / √(p₁q₁ + p₂q₂)), p̄ their mean. Source: Fleiss, Levin & Paik (2003), as R's
 * power.prop.test.
 *
 * @example sharePower({ p1: 0.85, p2: 0.88 }, 1000) // 0.501
 */
export function sharePower({ p1, p2, alpha = 0.05 }: TwoShares, n: number): number {
  const pooled = Math.sqrt((p1 + p2) * (1 - (p1 + p2) / 2));
  const apart = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  return normal.below((Math.sqrt(n) * Math.abs(p1 - p2) - normal.upperQuantile(alpha / 2) * pooled) / apart);
}

/**
 * How many answers in each group for that power? Not rounded; NaN where the shares are the same.
 *
 * @example shareSize({ p1: 0.85, p2: 0.88, power: 0.8 }) // 2035.6
 */
export function shareSize({
  p1,
  p2,
  alpha = 0.05,
  power = 0.8,
}: TwoShares & { readonly power?: number }): number {
  const pooled = Math.sqrt((p1 + p2) * (1 - (p1 + p2) / 2));
  const apart = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  const reach = normal.upperQuantile(alpha / 2) * pooled + normal.quantile(power) * apart;
  return p1 === p2 ? NaN : (reach / (p1 - p2)) ** 2;
}

/**
 * The same by Cohen's h = 2 arcsin √p₁ − 2 arcsin √p₂, which has the same spread for every share; both tails counted.
 * Source: Cohen (1988), ch. 6.
 *
 * @example shareSizeByArcsine({ p1: 0.85, p2: 0.88, power: 0.8 }) // 2031.0
 */
export function shareSizeByArcsine({
  p1,
  p2,
  alpha = 0.05,
  power = 0.8,
}: TwoShares & { readonly power?: number }): number {
  const h = Math.abs(2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2)));
  const z = normal.upperQuantile(alpha / 2);
  const powerAt = (n: number) => {
    const shift = h * Math.sqrt(n / 2);
    return normal.above(z - shift) + normal.below(-z - shift);
  };
  return h === 0 ? NaN : smallestSize(powerAt, power, { least: 1e-3 });
}
