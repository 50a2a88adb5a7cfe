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

/** At the anchor a stable series is called changed in 23 of 10,000 charts; each further 1 divides that by e^1.5. */
const AT_ANCHOR = 0.0023;
const DECAY = 1.5;

/**
 * Weighs a chart's evidence under its page's memory.
 * The anchor rises from 2.2 for 13 points to 3.0 for 44 and more: a short series cannot give as much evidence.
 */
export function shiftTest({ steady, changed }: ShiftEvidence, prior: MemoryPrior, n: number): ShiftTest {
  const logFactor =
    logSum(changed, (k) => prior.changed[k] ?? 0) - logSum(steady, (k) => prior.steady[k] ?? 0);
  const anchor = Math.min(3, 1.9 + 0.025 * n);
  const p = Math.min(1, AT_ANCHOR * Math.exp(-DECAY * (logFactor - anchor)));
  const memory = logFactor > anchor ? expected(changed, prior.changed) : expected(steady, prior.steady);
  return { logFactor, p, memory };
}

function expected(logs: readonly number[], prior: readonly number[]): number {
  const all = logSum(logs, (k) => prior[k] ?? 0);
  return MEMORIES.reduce<number>(
    (sum, memory, k) => sum + memory * (prior[k] ?? 0) * Math.exp((logs[k] ?? 0) - all),
    0,
  );
}
