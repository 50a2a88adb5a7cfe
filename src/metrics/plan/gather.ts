/** Runs the statements of many asked metrics, as few as their slices allow, and files what comes back. */
import { sql } from 'kysely';
import type { EngineFunctions, Warehouse } from '../../warehouse/warehouse.ts';
import { type Asked, measureOf } from '../check-question.ts';
import type { Measure, Scene } from '../definition.ts';
import { anchorColumn } from '../rule-values.ts';
import { coarse } from './bins.ts';
import { clusterSums } from './cluster-sums.ts';
import { countedSteps } from './counted-steps.ts';
import { flowSums } from './flow-sums.ts';
import { leftOut } from './left-out.ts';
import { type Cell, quantileOf } from './reading.ts';
import { type Place, placeKey, type Slice } from './slice.ts';
import { survivalSteps } from './survival-steps.ts';
import { tally } from './tally.ts';
import { againstWhole } from './whole.ts';
import { layers, type Window } from './window.ts';

/** One asked metric with the windows that it is needed for. */
export interface Task {
  readonly asked: Asked;
  readonly windows: readonly Window[];
}

/** What was found for one task: cells by place. */
export interface Found {
  readonly places: Map<string, Place>;
  readonly cells: Map<string, Cell>;
  /** Rows left out of every figure, by place and reason. */
  readonly leftOut: Map<string, Readonly<Record<string, number>>>;
}

export interface GatherOptions {
  /** The end of the data: open cases have waited until then. */
  readonly dataThrough: string | null;
  /** Whether rows left out of every figure are counted as well. */
  readonly leftOutToo?: boolean;
  /** Standard normal deviates of the intervals that will be made of percentiles. */
  readonly deviates?: readonly number[];
}

/** The answers to the tasks, in their order. Tasks about the same rows share their statements. */
export async function gather(
  warehouse: Warehouse,
  tasks: readonly Task[],
  { dataThrough, leftOutToo = false, deviates = [] }: GatherOptions,
): Promise<readonly Found[]> {
  const found = tasks.map((): Found => ({ places: new Map(), cells: new Map(), leftOut: new Map() }));
  const numbered = tasks.map((task, index) => ({ ...task, index, slice: sliceOf(task.asked) }));
  const groups = Map.groupBy(numbered, ({ slice, windows }) =>
    JSON.stringify([slice, windows.map(({ key, end }) => [key, end]).sort()]),
  );
  for (const members of groups.values()) {
    const [first] = members;
    if (first === undefined) continue;
    for (const layer of layersOf(first)) {
      const scene = sceneOf(warehouse.functions, layer, dataThrough);
      const slice = { ...first.slice, layer };
      await gatherLayer({ warehouse, slice, scene, deviates }, members, found);
      if (leftOutToo) await gatherLeftOut(warehouse, slice, members, found);
    }
  }
  for (const [i, { asked }] of tasks.entries()) {
    const [own, part] = [found[i], asked.question.by.indexOf(asked.metric.shareOf ?? '')];
    if (own !== undefined && part >= 0) againstWhole(own, part);
  }
  return found;
}

type Member = Task & { readonly index: number; readonly slice: Slice };

/** A stock is read at one instant a statement. */
const layersOf = ({ slice, windows }: Member): readonly (readonly Window[])[] =>
  slice.stock === null ? layers(windows) : windows.map((window) => [window]);

export function sliceOf({ metric, rules, question }: Asked): Slice {
  const dimensions = [...question.by, ...question.where.map(({ dimension }) => dimension)];
  const credit = rules.credit;
  return {
    fact: metric.fact,
    anchor: anchorColumn(metric, rules),
    stock: metric.stock ?? null,
    by: question.by,
    where: question.where.filter(({ dimension }) => dimension !== metric.shareOf),
    zone: question.zone,
    rules: dimensions.includes('agent') && credit !== undefined ? { credit } : {},
    ...(metric.across === undefined ? {} : { across: metric.across }),
    layer: [],
  };
}

/** What measures may know: a stock is read at the end of its window, open cases have waited until the data ends. */
export function sceneOf(fn: EngineFunctions, layer: readonly Window[], dataThrough: string | null): Scene {
  const end = layer[0]?.end ?? '';
  return {
    fn,
    at: end === '' ? sql`cast(null as timestamp with time zone)` : fn.instant(end),
    through: dataThrough === null ? sql`cast(null as timestamp with time zone)` : fn.instant(dataThrough),
  };
}

interface Reader {
  readonly warehouse: Warehouse;
  readonly slice: Slice;
  readonly scene: Scene;
  readonly deviates: readonly number[];
}

async function gatherLayer(
  reader: Reader,
  members: readonly Member[],
  found: readonly Found[],
): Promise<void> {
  const { warehouse, slice, scene } = reader;
  const items = members.map(({ asked }) => ({
    measure: measureOf(asked, scene),
    stats: asked.stats,
    skewed: asked.metric.unit === 'seconds',
  }));
  for (const { place, sums } of await tally(warehouse, slice, items)) {
    for (const [i, { index }] of members.entries()) file(found[index], place, { sums: sums[i] ?? {} });
  }
  for (const [i, { asked, index }] of members.entries()) {
    const [item, own] = [items[i], found[index]];
    if (item !== undefined && own !== undefined) await gatherMore(reader, item.measure, asked, own);
  }
}

async function gatherLeftOut(
  warehouse: Warehouse,
  slice: Slice,
  members: readonly Member[],
  found: readonly Found[],
): Promise<void> {
  for (const { place, reasons } of await leftOut(warehouse, slice)) {
    for (const { index } of members) found[index]?.leftOut.set(placeKey(place), reasons);
  }
}

function file(found: Found | undefined, place: Place, more: Partial<Cell>): void {
  const key = placeKey(place);
  found?.places.set(key, place);
  found?.cells.set(key, { sums: {}, ...found.cells.get(key), ...more });
}

/** Statements of a metric's own: percentiles, curves with open cases, clusters, flows. */
async function gatherMore(
  { warehouse, slice, deviates }: Reader,
  measure: Measure,
  { stats, metric }: Asked,
  found: Found,
): Promise<void> {
  const { population, flow, per, value, happened } = measure;
  const quantiles = stats.map(quantileOf).filter((q) => q !== null);
  if (per !== undefined) {
    for (const { place, sums } of await clusterSums(warehouse, slice, measure))
      file(found, place, { clusters: sums });
  }
  if (flow !== undefined) {
    for (const { place, sums } of await flowSums(warehouse, slice, {
      population,
      flow,
      fact: metric.flowFact,
    })) {
      file(found, place, { clusters: sums });
    }
  }
  if (value === undefined || quantiles.length === 0) return;
  if (happened === undefined) {
    const wanted = { quantiles, deviates, places: found.cells.size };
    for (const { place, ...counted } of await countedSteps(warehouse, slice, measure, wanted)) {
      file(found, place, { counted });
    }
  } else {
    const wanted = { quantiles, fineness: finenessFor(found) };
    for (const { place, ...curve } of await survivalSteps(warehouse, slice, measure, wanted)) {
      file(found, place, { curve });
    }
  }
}

/** Where millions of rows are one group, most bins hold open cases unless bins are fine. */
function finenessFor({ cells }: Found): number {
  const largest = [...cells.values()].reduce((most, { sums }) => Math.max(most, sums.n ?? 0), 0);
  return largest > 1_000_000 ? 16_384 : coarse;
}
