/** What became of the small breaks in one file or in several. */

import type { Mutant } from './mutate.ts';

export interface Score {
  /** A test failed, or the code would not load. */
  readonly caught: number;
  /** The code no longer came to an end. */
  readonly endless: number;
  readonly survived: number;
  readonly neverRun: number;
}

export function scoreOf(mutants: readonly Mutant[]): Score {
  const count = (status: Mutant['status']) => mutants.filter((mutant) => mutant.status === status).length;
  return {
    caught: count('Killed'),
    endless: count('Timeout'),
    survived: count('Survived'),
    neverRun: count('NoCoverage'),
  };
}

export function total(scores: readonly Score[]): Score {
  const sum = (of: (score: Score) => number) => scores.reduce((all, score) => all + of(score), 0);
  return {
    caught: sum((x) => x.caught),
    endless: sum((x) => x.endless),
    survived: sum((x) => x.survived),
    neverRun: sum((x) => x.neverRun),
  };
}

export const breaks = (x: Score): number => x.caught + x.endless + x.survived + x.neverRun;

/** The share of breaks that were noticed, e.g. "84.2 %". */
export const noticed = (x: Score): string => `${((100 * (x.caught + x.endless)) / breaks(x)).toFixed(1)} %`;
