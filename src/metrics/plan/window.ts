/** The stretches of time that figures are about, and how a statement tells them apart. */
import { type RawBuilder, sql } from 'kysely';
import { type Period, startOfDay } from '../../model/index.ts';
import type { EngineFunctions } from '../../warehouse/warehouse.ts';

/** `period` null is all time, undated rows included. Instants are UTC, half-open. */
export interface Window {
  readonly key: string;
  readonly period: Period | null;
  readonly start: string;
  readonly end: string;
}

export const allTime: Window = { key: 'all', period: null, start: '', end: '' };

export const windowOf = (period: Period, zone: string): Window => ({
  key: `${period.from}/${period.to}`,
  period,
  start: startOfDay(period.from, zone),
  end: startOfDay(period.to, zone),
});

/** Windows in as few layers as possible, such that those of one layer do not overlap; a layer is one statement. */
export function layers(windows: readonly Window[]): readonly (readonly Window[])[] {
  const unique = new Map(windows.map((window) => [window.key, window]));
  const found: Window[][] = [];
  for (const window of [...unique.values()].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const free = found.find((layer) => window.period !== null && (layer.at(-1)?.end ?? '9') <= window.start);
    if (free === undefined) found.push([window]);
    else free.push(window);
  }
  return found;
}

interface Edge {
  readonly at: string;
  /** The window that begins here, or null where a hole begins. */
  readonly index: number | null;
}

/**
 * The index of the window in which an instant lies, as a binary search written out: each row costs log₂ of the number of
 * windows, no engine function is needed, and a day is a day of the zone, also at a clock change.
 */
export function windowIndex(
  at: RawBuilder<unknown>,
  layer: readonly Window[],
  fn: EngineFunctions,
): RawBuilder<unknown> {
  if (layer.length === 1) return sql`0`;
  return search(at, edgesOf(layer), fn);
}

function edgesOf(layer: readonly Window[]): readonly Edge[] {
  return layer.flatMap((window, index) => {
    const next = layer[index + 1];
    const hole = next !== undefined && next.start > window.end ? [{ at: window.end, index: null }] : [];
    return [{ at: window.start, index }, ...hole];
  });
}

function search(at: RawBuilder<unknown>, edges: readonly Edge[], fn: EngineFunctions): RawBuilder<unknown> {
  const middle = Math.floor(edges.length / 2);
  const edge = edges[middle];
  if (edge === undefined || middle === 0) return indexLiteral(edges[0]?.index ?? null);
  const before = search(at, edges.slice(0, middle), fn);
  const after = search(at, edges.slice(middle), fn);
  return sql`case when ${at} < ${fn.instant(edge.at)} then ${before} else ${after} end`;
}

const indexLiteral = (index: number | null): RawBuilder<unknown> =>
  index === null ? sql`null` : sql`${sql.lit(index)}`;

/** Whether an instant lies in any window of a layer. */
export function inside(
  at: RawBuilder<unknown>,
  layer: readonly Window[],
  fn: EngineFunctions,
): RawBuilder<boolean> {
  const [first, last] = [layer[0], layer.at(-1)];
  if (first === undefined || last === undefined || first.period === null) return sql<boolean>`true`;
  return sql<boolean>`${at} >= ${fn.instant(first.start)} and ${at} < ${fn.instant(last.end)}`;
}
