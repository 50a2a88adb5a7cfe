/** Percentiles of many readers at once: of values that are all final, and of times with open cases. */

import { atOnce } from '../../warehouse/at-once.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { measureOf } from '../check-question.ts';
import { coarse } from './bins.ts';
import { countedSteps } from './counted-steps.ts';
import { type Job, jobs } from './jobs.ts';
import { file, measureKey, type Reader, readersAt, sceneOf } from './reader.ts';
import { quantileOf } from './reading.ts';
import { survivalSteps } from './survival-steps.ts';

interface StepOptions {
  readonly dataThrough: string | null;
  readonly deviates: readonly number[];
}

export async function gatherSteps(
  warehouse: Warehouse,
  readers: readonly Reader[],
  { dataThrough, deviates }: StepOptions,
): Promise<void> {
  const wishes = readers
    .filter(({ measure, asked }) => measure.value !== undefined && quantilesOf(asked.stats).length > 0)
    .map((of) => ({ slice: of.slice, about: measureKey(of), of }));
  await atOnce(jobs(wishes), warehouse.sideBySide, async (job) => {
    const [first] = job.members;
    if (first === undefined) return;
    const measure = measureOf(first.of.asked, sceneOf(warehouse.functions, job.slice.layer, dataThrough));
    const quantiles = [...new Set(job.members.flatMap(({ of }) => quantilesOf(of.asked.stats)))];
    const at = readersAt(job);
    if (measure.happened === undefined) {
      const wanted = { quantiles, deviates, places: placesOf(job) };
      for (const { place, ...counted } of await countedSteps(warehouse, job.slice, measure, wanted)) {
        file(at(place), place, () => ({ counted }));
      }
    } else {
      const wanted = { quantiles, deviates, fineness: finenessFor(job) };
      for (const { place, ...curve } of await survivalSteps(warehouse, job.slice, measure, wanted)) {
        file(at(place), place, () => ({ curve }));
      }
    }
  });
}

const quantilesOf = (stats: Reader['asked']['stats']): readonly number[] =>
  stats.map(quantileOf).filter((q) => q !== null);

/** How many windows and segments the rows of a job fall into, as its sums have told. */
function placesOf({ members }: Job<Reader>): number {
  const groupings = Map.groupBy(members, ({ grouping }) => grouping);
  return [...groupings.values()].reduce(
    (sum, own) => sum + new Set(own.flatMap(({ of }) => [...of.found.cells.keys()])).size,
    0,
  );
}

/** Where millions of rows are one group, most bins hold open cases unless bins are fine. */
function finenessFor({ members }: Job<Reader>): number {
  const sizes = members.flatMap(({ of }) => [...of.found.cells.values()].map(({ sums }) => sums.n ?? 0));
  return sizes.reduce((most, n) => Math.max(most, n), 0) > 1_000_000 ? 16_384 : coarse;
}
