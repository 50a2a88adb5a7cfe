/** Runs the statements of many asked metrics, as few as their slices allow, and files what comes back. */
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { aboutFacts } from './about-facts.ts';
import { gatherSteps } from './gather-steps.ts';
import { gatherClusters, gatherFlows, gatherLeftOut, gatherSums } from './gather-sums.ts';
import { type Found, readersOf, type Task } from './reader.ts';
import { againstWhole } from './whole.ts';

export interface GatherOptions {
  /** The end of the data: open cases have waited until then. */
  readonly dataThrough: string | null;
  /** Whether rows left out of every figure are counted as well. */
  readonly leftOutToo?: boolean;
  /** Counts and moments alone: no percentiles, no ratios over clusters. */
  readonly sumsOnly?: boolean;
  /** Standard normal deviates of the intervals that will be made of percentiles. */
  readonly deviates?: readonly number[];
}

/** The answers to the tasks, in their order. Tasks about the same rows share their statements. */
export async function gather(
  warehouse: Warehouse,
  tasks: readonly Task[],
  { dataThrough, leftOutToo = false, sumsOnly = false, deviates = [] }: GatherOptions,
): Promise<readonly Found[]> {
  const filled = tasks.map((task) => ({
    task,
    found: { places: new Map(), cells: new Map(), leftOut: new Map() } satisfies Found as Found,
  }));
  const about = await aboutFacts(
    warehouse,
    tasks.map(({ asked }) => asked.metric.fact),
  );
  const readers = filled
    .flatMap(({ task, found }) => readersOf(task, found, warehouse.functions))
    .map((reader) => ({ ...reader, slice: { ...reader.slice, about } }));
  await gatherSums(warehouse, readers, { dataThrough, sumsOnly });
  if (leftOutToo)
    await gatherLeftOut(
      warehouse,
      readers.filter(({ slice }) => !about.noneLeftOut.includes(slice.fact)),
    );
  if (!sumsOnly) {
    await gatherClusters(warehouse, readers, dataThrough);
    await gatherFlows(warehouse, readers, dataThrough);
    await gatherSteps(warehouse, readers, { dataThrough, deviates });
  }
  for (const { task, found } of filled) shareOut(task, found);
  return filled.map(({ found }) => found);
}

function shareOut({ asked: { question, metric } }: Task, found: Found): void {
  const part = question.by.indexOf(metric.shareOf ?? '');
  if (part >= 0) againstWhole(found, part);
}
