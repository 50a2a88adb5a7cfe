/** What every distribution of this folder answers. */

export interface Distribution {
  /** The density at x; for counts the probability of exactly x. */
  readonly density: (x: number) => number;
  /** P(X ≤ x). */
  readonly below: (x: number) => number;
  /** P(X > x), accurate in the relative sense where 1 − below(x) would be 0. */
  readonly above: (x: number) => number;
  /** The smallest x with P(X ≤ x) ≥ p. */
  readonly quantile: (p: number) => number;
  /** The x that has p above it: quantile(1 − p) without losing a tiny p. */
  readonly upperQuantile: (p: number) => number;
}
