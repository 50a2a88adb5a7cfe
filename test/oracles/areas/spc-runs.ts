/** Runs and crossings on a run chart. */
import { anhoejRules } from '../../../src/chance/time/anhoej-rules.ts';

export function answer({ y, cl }: { readonly y: readonly number[]; readonly cl?: number }) {
  const runs = anhoejRules(y, cl === undefined ? {} : { centre: cl });
  const told = (value: number) => (runs.useful > 0 ? value : null);
  return {
    cl: runs.centre,
    n_useful: runs.useful,
    longest_run: told(runs.longestRun),
    longest_run_max: told(runs.longestRunMax),
    crossings: told(runs.crossings),
    crossings_min: told(runs.crossingsMin),
    signal: runs.signal,
  };
}
