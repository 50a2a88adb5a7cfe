/** The stretches of time that figures are about, and how a statement tells them apart. */
import { type RawBuilder, sql } from 'kysely';
import { addDays, type Period, slices, startOfDay, startsOfDays } from '../../model/index.ts';
import type { EngineFunctions } from '../../warehouse/warehouse.ts';

/** `period` null is all time, undated rows included. Instants are UTC, half-open. */
export interface Window {
  readonly key: string;
  readonly period: Period | null;
  readonly start: string;
  readonly end: string;
}

export const allTime: Window = { key: 'all', period: null, start: '', end: '' };

export const windowOf = (
  period: Period,
  zone: string,
  startOf = (date: string): string => startOfDay(date, zone),
): Window => ({
  key: `${period.from}/${period.to}`,
  period,
  start: startOf(period.from),
  end: startOf(period.to),
});

/** Every day of a period, and as many more as are wanted before it. */
export function dayWindows({ from, to }: Period, zone: string, before = 0): readonly Window[] {
  const first = addDays(from, -before);
  const starts = startsOfDays(zone, first, to);
  return slices({ from: first, to }, 'day').map((day) => windowOf(day, zone, starts));
}

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
