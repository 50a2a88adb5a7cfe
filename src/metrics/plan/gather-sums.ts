/** Sums of many readers at once: counts and moments, what is left out, ratios over clusters, flows. */

import { atOnce } from '../../warehouse/at-once.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { measureOf } from '../check-question.ts';
import type { Measure } from '../definition.ts';
import { clusterSums } from './cluster-sums.ts';
import { flowSums } from './flow-sums.ts';
import { jobs } from './jobs.ts';
import { leftOut } from './left-out.ts';
import { file, measureKey, type Reader, readersAt, sceneOf } from './reader.ts';
import { placeKey } from './slice.ts';
import { tally } from './tally.ts';

/**
 * Distinct values are dear to count: they are counted only where they were asked for. What a definition counts out is
 * left aside where nobody will be told of it (`sumsOnly`).
 */
export async function gatherSums(
  warehouse: Warehouse,
  readers: readonly Reader[],
  { dataThrough, sumsOnly }: { readonly dataThrough: string | null; readonly sumsOnly: boolean },
): Promise<void> {
  const wishes = readers.map((of) => ({
    slice: of.slice,
    about: of.measure.distinct === undefined ? 'all' : measureKey(of),
    of,
  }));
  await atOnce(jobs(wishes), warehouse.sideBySide, async (job) => {
    const own = [...Map.groupBy(job.members, ({ of }) => measureKey(of))];
    const items = own.flatMap(([, [first, ...more]]) =>
      first === undefined ? [] : [itemOf([first, ...more])],
    );
    const scene = sceneOf(warehouse.functions, job.slice.layer, dataThrough);
    const asked = items.map(({ of, ...item }) => {
      const measure = measureOf(of.asked, scene);
      return { ...item, measure: sumsOnly ? kept(measure) : measure };
    });
    const numbers = new Map(own.flatMap(([, ofOne], i) => ofOne.map((member) => [member.of, i] as const)));
    const at = readersAt(job);
    for (const { place, sums } of await tally(
      warehouse,
      job.slice,
      asked,
      sumsOnly ? { emptyToo: false } : {},
    ))
      file(at(place), place, (reader) => ({ sums: sums[numbers.get(reader) ?? -1] ?? {} }));
  });
}

const kept = ({ countedOut: _, rest: __, ...measure }: Measure): Measure => measure;

/** One measure with the statistics of all who ask for it. */
function itemOf(members: readonly [{ readonly of: Reader }, ...{ readonly of: Reader }[]]) {
  const [{ of }] = members;
  const stats = [...new Set(members.flatMap(({ of: { asked } }) => asked.stats))];
  return { of, stats, skewed: of.asked.metric.unit === 'seconds' };
}

export async function gatherLeftOut(warehouse: Warehouse, readers: readonly Reader[]): Promise<void> {
  await atOnce(
    jobs(readers.map((of) => ({ slice: of.slice, about: '', of }))),
    warehouse.sideBySide,
    async (job) => {
      const at = readersAt(job);
      for (const { place, reasons } of await leftOut(warehouse, job.slice)) {
        for (const { found } of at(place)) found.leftOut.set(placeKey(place), reasons);
      }
    },
  );
}

export async function gatherClusters(
  warehouse: Warehouse,
  readers: readonly Reader[],
  dataThrough: string | null,
): Promise<void> {
  const wishes = readers
    .filter(({ measure }) => measure.per !== undefined)
    .map((of) => ({ slice: of.slice, about: measureKey(of), of }));
  await atOnce(jobs(wishes), warehouse.sideBySide, async (job) => {
    const [first] = job.members;
    if (first === undefined) return;
    const measure = measureOf(first.of.asked, sceneOf(warehouse.functions, job.slice.layer, dataThrough));
    const at = readersAt(job);
    for (const { place, sums } of await clusterSums(warehouse, job.slice, measure))
      file(at(place), place, () => ({ clusters: sums }));
  });
}

/** A flow counts two instants of a row by day, each in a statement of its own. */
export async function gatherFlows(
  warehouse: Warehouse,
  readers: readonly Reader[],
  dataThrough: string | null,
): Promise<void> {
  for (const reader of readers.filter(({ measure }) => measure.flow !== undefined)) {
    const { asked, slice } = reader;
    const { population, flow } = measureOf(asked, sceneOf(warehouse.functions, slice.layer, dataThrough));
    if (flow === undefined) continue;
    const about = { population, flow, fact: asked.metric.flowFact };
    for (const { place, sums } of await flowSums(warehouse, slice, about))
      file([reader], place, () => ({ clusters: sums }));
  }
}
