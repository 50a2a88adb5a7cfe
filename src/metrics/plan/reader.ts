/** Who waits for what a statement returns: an asked metric at one layer of its windows, with the places of its own. */
import { sql } from 'kysely';
import type { EngineFunctions } from '../../warehouse/warehouse.ts';
import { type Asked, measureOf } from '../check-question.ts';
import type { Measure, Scene } from '../definition.ts';
import { anchorColumn } from '../rule-values.ts';
import type { Job } from './jobs.ts';
import type { Cell } from './reading.ts';
import { type Place, placeKey, type Slice } from './slice.ts';
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

export interface Reader {
  readonly asked: Asked;
  readonly slice: Slice;
  readonly found: Found;
  /** The measure as such: it tells which statements are needed, and is made again for each. */
  readonly measure: Measure;
}

/** One reader a layer; a stock is read at all instants in one pass. */
export function readersOf({ asked, windows }: Task, found: Found, fn: EngineFunctions): readonly Reader[] {
  const slice = sliceOf(asked);
  const measure = measureOf(asked, sceneOf(fn, [], null));
  const stretches = slice.stock === null ? layers(windows) : instants(windows);
  return stretches.map((layer) => ({ asked, slice: { ...slice, layer }, found, measure }));
}

/** Windows by their ends; without an end of the data there is no instant to read at. */
function instants(windows: readonly Window[]): readonly (readonly Window[])[] {
  const unique = [...new Map(windows.map((window) => [window.key, window])).values()];
  const dated = unique.filter(({ end }) => end !== '').sort((a, b) => (a.end < b.end ? -1 : 1));
  return [dated, ...unique.filter(({ end }) => end === '').map((window) => [window])].filter(
    (layer) => layer.length > 0,
  );
}

export function sliceOf({ metric, rules, question, own = [] }: Asked): Slice {
  const dimensions = [...question.by, ...question.where.map(({ dimension }) => dimension)];
  const credit = rules.credit;
  const used = own.filter(({ name }) => dimensions.includes(name));
  return {
    fact: metric.fact,
    anchor: anchorColumn(metric, rules),
    stock: metric.stock ?? null,
    by: question.by,
    where: question.where.filter(({ dimension }) => dimension !== metric.shareOf),
    zone: question.zone,
    rules: dimensions.includes('agent') && credit !== undefined ? { credit } : {},
    ...(used.length === 0 ? {} : { own: used }),
    ...(metric.across === undefined ? {} : { across: metric.across }),
    layer: [],
  };
}

/** What measures may know: a stock is read at the end of its window (`_at` where there are several), open cases have waited until the data ends. */
export function sceneOf(fn: EngineFunctions, layer: readonly Window[], dataThrough: string | null): Scene {
  const end = layer[0]?.end ?? '';
  const single = end === '' ? sql`cast(null as timestamp with time zone)` : fn.instant(end);
  return {
    fn,
    at: layer.length > 1 ? sql.ref('_at') : single,
    through: dataThrough === null ? sql`cast(null as timestamp with time zone)` : fn.instant(dataThrough),
  };
}

/** What makes two readers' measures the same. */
export const measureKey = ({ asked: { metric, rules, question } }: Reader): string =>
  JSON.stringify([metric.name, rules, metric.shareOf === undefined ? null : question.where]);

/** Those among a job's readers whose place it is: a statement may have looked at more windows than one asked for. */
export function readersAt({ members }: Job<Reader>): (place: Place) => readonly Reader[] {
  const at = new Map<string, Reader[]>();
  for (const { of, grouping } of members) {
    for (const { key } of of.slice.layer) {
      const own = at.get(`${grouping} ${key}`);
      if (own === undefined) at.set(`${grouping} ${key}`, [of]);
      else own.push(of);
    }
  }
  return ({ grouping = 0, window }) => at.get(`${grouping} ${window}`) ?? [];
}

/** The same more about one place, in all that were found for it. */
export function file(
  readers: readonly Reader[],
  place: Place,
  more: (reader: Reader) => Partial<Cell>,
): void {
  const key = placeKey(place);
  for (const reader of readers) {
    const { places, cells } = reader.found;
    places.set(key, place);
    cells.set(key, { sums: {}, ...cells.get(key), ...more(reader) });
  }
}
