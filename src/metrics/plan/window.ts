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

/**
 * Windows in as few layers as make sense; a layer is one statement. Those of a layer do not overlap, and have no hole between
 * them that is longer than the layer so far: the engine would read all that lies in it.
 */
export function layers(windows: readonly Window[]): readonly (readonly Window[])[] {
  const unique = new Map(windows.map((window) => [window.key, window]));
  const found: Window[][] = [];
  for (const window of [...unique.values()].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const free = found.find((layer) => follows(window, layer));
    if (free === undefined) found.push([window]);
    else free.push(window);
  }
  return found;
}

function follows(window: Window, layer: readonly Window[]): boolean {
  const [first, last] = [layer[0], layer.at(-1)];
  if (first === undefined || last === undefined || window.period === null || first.period === null)
    return false;
  const hole = Date.parse(window.start) - Date.parse(last.end);
  return hole >= 0 && hole <= Date.parse(last.end) - Date.parse(first.start);
}

/** A stretch of windows of one length that follow each other without a hole, or a hole (`index` null). */
interface Run {
  readonly start: string;
  readonly index: number | null;
  readonly seconds: number;
  readonly count: number;
}

/**
 * The index of the window in which an instant lies. Runs of equal windows (days between two clock changes) are told apart
 * by a binary search written out, the windows of a run by division: no row costs more than a few comparisons however many
 * windows there are, and a day is a day of the zone, also at a clock change.
 */
export function windowIndex(
  at: RawBuilder<unknown>,
  layer: readonly Window[],
  fn: EngineFunctions,
): RawBuilder<unknown> {
  return layer.length === 1 ? sql`0` : search(at, runsOf(layer), fn);
}

const secondsOf = ({ start, end }: Window): number => (Date.parse(end) - Date.parse(start)) / 1000;

function runsOf(layer: readonly Window[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, window] of layer.entries()) {
    const [seconds, before] = [secondsOf(window), layer[index - 1]];
    const last = runs.at(-1);
    const follows = before !== undefined && before.end === window.start;
    if (before !== undefined && !follows) runs.push({ start: before.end, index: null, seconds: 0, count: 1 });
    if (follows && last?.seconds === seconds) runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ start: window.start, index, seconds, count: 1 });
  }
  return runs;
}

function search(at: RawBuilder<unknown>, runs: readonly Run[], fn: EngineFunctions): RawBuilder<unknown> {
  const middle = Math.floor(runs.length / 2);
  const run = runs[middle];
  if (run === undefined || middle === 0)
    return runs[0] === undefined ? sql`null` : indexWithin(at, runs[0], fn);
  const before = search(at, runs.slice(0, middle), fn);
  const after = search(at, runs.slice(middle), fn);
  return sql`case when ${at} < ${fn.instant(run.start)} then ${before} else ${after} end`;
}

function indexWithin(at: RawBuilder<unknown>, run: Run, fn: EngineFunctions): RawBuilder<unknown> {
  const { index, count, start, seconds } = run;
  if (index === null) return sql`null`;
  if (count === 1) return sql`${sql.lit(index)}`;
  return sql`(${sql.lit(index)} + ${fn.stretchesBetween(fn.instant(start), at, seconds)})`;
}

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
