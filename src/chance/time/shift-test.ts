/** How surprising is the evidence for a change, if there was none? */
import { logSum } from './log-sum.ts';
import type { MemoryPrior } from './memory-prior.ts';
import { MEMORIES, type ShiftEvidence } from './shift-evidence.ts';

export interface ShiftTest {
  /** ln of the Bayes factor of "changed" against "steady". */
  readonly logFactor: number;
  /** How often a stable series gives so much evidence; from simulation, on the careful side. */
  readonly p: number;
  /** Expected correlation of neighbouring points, given the verdict this p leans to. */
  readonly memory: number;
}

/** So much evidence is found in at most 23 of 10,000 stable charts, and e^1.25 times less often for each 1 more. */
const ANCHOR = 3.1;
const AT_ANCHOR = 0.0023;
const DECAY = 1.25;

/**
 * Weighs a chart's evidence under its page's memory.
 * The heights come from simulated pages of 13 to 365 points with memories of 0 to 0.6, the same on a page or mixed.
 */
export function shiftTest({ steady, changed }: ShiftEvidence, prior: MemoryPrior): ShiftTest {
  const logFactor =
    logSum(changed, (k) => prior.changed[k] ?? 0) - logSum(steady, (k) => prior.steady[k] ?? 0);
  const p = Math.min(1, AT_ANCHOR * Math.exp(-DECAY * (logFactor - ANCHOR)));
  const memory = logFactor > ANCHOR ? expected(changed, prior.changed) : expected(steady, prior.steady);
  return { logFactor, p, memory };
}

function expected(logs: readonly number[], prior: readonly number[]): number {
  const all = logSum(logs, (k) => prior[k] ?? 0);
  return MEMORIES.reduce<number>(
    (sum, memory, k) => sum + memory * (prior[k] ?? 0) * Math.exp((logs[k] ?? 0) - all),
    0,
  );
}
