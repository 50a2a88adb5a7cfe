/** How far can one group's mean be trusted to say something about the group? */

/** Share of the spread between means of n contacts that is not chance: n·icc ÷ (1 + (n − 1)·icc) (Spearman–Brown). */
export function reliability(icc: number, n: number): number {
  return (n * icc) / (1 + (n - 1) * icc);
}

/**
 * How many contacts until a mean has this reliability? Example: icc 0.04, wanted 0.7 → 56.
 * Where the exact answer is a whole number, rounding may ask for one more, as it does for those who check by the same
 * formula. `icc` is the share of one contact's spread that is the group's own; 0 → Infinity.
 */
export function contactsFor(icc: number, wanted: number): number {
  return Math.ceil((wanted * (1 - icc)) / ((1 - wanted) * icc));
}

/**
 * Someone was picked for being extreme: how much of the lead should be expected to vanish by itself?
 * expected next = mean + reliability · (seen − mean). Source: Galton (1886); Kelley (1927).
 * Example: seen 90, mean 70, reliability 0.4 → next 78, of which 12 vanish.
 */
export function regressionToMean(
  seen: number,
  mean: number,
  trust: number,
): { next: number; vanishes: number } {
  const next = mean + trust * (seen - mean);
  return { next, vanishes: seen - next };
}
