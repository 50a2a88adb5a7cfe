/** Runs and crossings on a run chart. */
import { anhoejRules } from '../../../src/chance/time/anhoej-rules.ts';

export function answer({ y, cl }: { readonly y: readonly number[]; readonly cl?: number }) {
  const runs = anhoejRules(y, cl === undefined ? {} : { centre: cl });
  return {
    cl: runs.centre,
    n_useful: runs.useful,
    longest_run: runs.longestRun,
    longest_run_max: runs.longestRunMax,
    crossings: runs.crossings,
    crossings_min: runs.crossingsMin,
    signal: runs.signal,
  };
}
