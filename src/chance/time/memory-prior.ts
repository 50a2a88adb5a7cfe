/** How much do the points of these services remember? Learnt from all charts of a page together. */
import { logSum } from './log-sum.ts';
import { MEMORIES, type ShiftEvidence } from './shift-evidence.ts';

/** Weights of MEMORIES for a chart that is steady and for one that changed; each sums to 1. */
export interface MemoryPrior {
  readonly steady: readonly number[];
  readonly changed: readonly number[];
}

/** The prior counts as much as this many charts. */
const PRIOR_CHARTS = 2;

/** Before anything is seen: chance may have any memory; a change is not also blamed on memory without need. */
const STEADY = MEMORIES.map(() => 1 / MEMORIES.length);
const halving = MEMORIES.map((_, k) => 0.5 ** k);
const CHANGED = halving.map((w) => w / halving.reduce((a, b) => a + b, 0));

/** How often a chart is expected to hold a change while its memory is being learnt. */
const CHANGED_SHARE = 0.1;

/**
 * One prior per chart, learnt from the *other* charts by EM, so that no chart argues for itself.
 * A page of one gets the flat prior. The idea is empirical Bayes: Robbins (1956).
 */
export function memoryPriors(charts: readonly ShiftEvidence[]): MemoryPrior[] {
  const likelihoods = charts.map(memoryLikelihood);
  let weights: readonly number[] = STEADY;
  let shares: number[][] = [];
  for (let round = 0; round < 20; round++) {
    shares = likelihoods.map((likelihood) => normalised(likelihood.map((l, k) => l * (weights[k] ?? 0))));
    weights = normalised(STEADY.map((prior, k) => PRIOR_CHARTS * prior + total(shares, k)));
  }
  return shares.map((own) => {
    const others = MEMORIES.map((_, k) => total(shares, k) - (own[k] ?? 0));
    const blend = (prior: readonly number[]) =>
      normalised(prior.map((p, k) => PRIOR_CHARTS * p + (others[k] ?? 0)));
    return { steady: blend(STEADY), changed: blend(CHANGED) };
  });
}

/** Relative likelihood of each memory, whether the chart changed or not. */
function memoryLikelihood({ steady, changed }: ShiftEvidence): number[] {
  const logs = steady.map((log, k) =>
    logSum([log, changed[k] ?? log], (i) => (i === 0 ? 1 - CHANGED_SHARE : CHANGED_SHARE)),
  );
  const largest = Math.max(...logs);
  return logs.map((log) => Math.exp(log - largest));
}

function total(shares: readonly (readonly number[])[], k: number): number {
  return shares.reduce((sum, share) => sum + (share[k] ?? 0), 0);
}

function normalised(weights: readonly number[]): number[] {
  const all = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / all);
}
