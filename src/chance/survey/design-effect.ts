/** What clustered or weighted answers are worth. */

/**
 * By how much does asking in clusters (many answers about one agent) blow up the variance? 1 + (m − 1) × intra-class
 * correlation, m answers per cluster. Source: Kish (1965).
 *
 * @example clusterDesignEffect(25, 0.03) // 1.72
 */
export const clusterDesignEffect = (perCluster: number, correlation: number): number =>
  1 + (perCluster - 1) * correlation;

/**
 * By how much do unequal weights blow up the variance? n Σw² ÷ (Σw)². Source: Kish (1965).
 *
 * @example weightingDesignEffect([1, 1, 2]) // 1.125
 */
export function weightingDesignEffect(weights: readonly number[]): number {
  const sum = weights.reduce((total, w) => total + w, 0);
  const squares = weights.reduce((total, w) => total + w * w, 0);
  return (weights.length * squares) / sum ** 2;
}

/**
 * How many independent answers these are worth.
 *
 * @example effectiveSize(500, 1.72) // 290.7
 */
export const effectiveSize = (n: number, designEffect: number): number => n / designEffect;
