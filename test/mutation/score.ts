/** What became of the small breaks in one folder. */

import type { Mutant } from './mutate.ts';

export interface Score {
  readonly folder: string;
  /** A test failed, or the code would not load. */
  readonly caught: number;
  /** The code no longer came to an end. */
  readonly endless: number;
  readonly survived: number;
  readonly neverRun: number;
}

export function scoreOf(folder: string, mutants: readonly Mutant[]): Score {
  const count = (status: Mutant['status']) => mutants.filter((x) => x.status === status).length;
  return {
    folder,
    caught: count('Killed'),
    endless: count('Timeout'),
    survived: count('Survived'),
    neverRun: count('NoCoverage'),
  };
}

export const total = (scores: readonly Score[]): Score =>
  scores.reduce(
    (sum, x) => ({
      folder: 'all',
      caught: sum.caught + x.caught,
      endless: sum.endless + x.endless,
      survived: sum.survived + x.survived,
      neverRun: sum.neverRun + x.neverRun,
    }),
    { folder: 'all', caught: 0, endless: 0, survived: 0, neverRun: 0 },
  );

export const mutantsOf = (x: Score): number => x.caught + x.endless + x.survived + x.neverRun;

/** The share of breaks that were noticed. */
export const noticed = (x: Score): number => (x.caught + x.endless) / mutantsOf(x);
