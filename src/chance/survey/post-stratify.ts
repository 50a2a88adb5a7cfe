/** A score as if every group had answered in its true proportion. */

/** A group of customers: how many there are, how many answered, and how many of these are satisfied. */
export interface Stratum {
  readonly population: number;
  readonly respondents: number;
  readonly positive: number;
}

export interface PostStratified {
  readonly raw: number;
  /** null where a group with customers has no answer at all: nothing can stand for it. */
  readonly value: number | null;
  /** null where the value is. */
  readonly error: number | null;
  readonly designEffect: number;
  readonly effectiveSize: number;
  readonly responseRate: number;
  /** The score if everyone who is silent were dissatisfied, and if satisfied (Manski's bounds). */
  readonly bounds: readonly [worst: number, best: number];
}

/**
 * Σ W p over the groups, W a group's share of all customers; standard error √(Σ W² p q / n); Kish's design effect
 * of the weights W / n. The bounds assume nothing about the silent. Source: Holt & Smith (1979); Manski (1989).
 *
 * @example postStratify([{ population: 4000, respondents: 300, positive: 270 }, …]).value // 0.73
 */
export function postStratify(strata: readonly Stratum[]): PostStratified {
  const sum = (of: (stratum: Stratum) => number) => strata.reduce((total, stratum) => total + of(stratum), 0);
  const population = sum((s) => s.population);
  const respondents = sum((s) => s.respondents);
  const positive = sum((s) => s.positive);
  const here = strata.filter((s) => s.population > 0);
  const weight = (s: Stratum) => s.population / population;
  const share = (s: Stratum) => s.positive / s.respondents;
  const isCovered = here.every((s) => s.respondents > 0);
  const variance = (s: Stratum) => (weight(s) ** 2 * share(s) * (1 - share(s))) / s.respondents;
  const answered = here.filter((s) => s.respondents > 0);
  const weights = answered.reduce((total, s) => total + weight(s), 0);
  const squares = answered.reduce((total, s) => total + weight(s) ** 2 / s.respondents, 0);
  const designEffect = (respondents * squares) / weights ** 2;
  return {
    raw: positive / respondents,
    value: isCovered ? here.reduce((total, s) => total + weight(s) * share(s), 0) : null,
    error: isCovered ? Math.sqrt(here.reduce((total, s) => total + variance(s), 0)) : null,
    designEffect,
    effectiveSize: respondents / designEffect,
    responseRate: respondents / population,
    bounds: [positive / population, (positive + population - respondents) / population],
  };
}
