/** Ways in which somebody may have counted so that ours equals theirs, and which of several is told. */
import type { Figure } from '../figure.ts';
import { changesOf, type Setting } from './settings.ts';

/** Under which setting ours equals theirs, and which rows they count that we leave out. */
export interface Way {
  readonly setting: Setting;
  /** Reasons of left-out rows that must be added: `deleted`, `merged`, `spam`, `outbound` … */
  readonly added: readonly string[];
  readonly ours: number;
}

const mostReasons = 3;

/** The fewest kinds of left-out rows that make up the difference; null where none do. */
export function missedRows({ value, countedOut }: Figure, theirs: number): readonly string[] | null {
  const gap = theirs - (value ?? 0);
  if (gap <= 0) return null;
  const kinds = Object.entries(countedOut).filter(([, n]) => n > 0);
  let sets: readonly { readonly names: readonly string[]; readonly sum: number; readonly from: number }[] = [
    { names: [], sum: 0, from: 0 },
  ];
  for (let size = 0; size < mostReasons; size++) {
    sets = sets.flatMap(({ names, sum, from }) =>
      kinds
        .slice(from)
        .map(([name, n], i) => ({ names: [...names, name], sum: sum + n, from: from + i + 1 })),
    );
    const fitting = sets.find(({ sum }) => sum === gap);
    if (fitting !== undefined) return fitting.names;
  }
  return null;
}

export const keyOf = ({ rules, zone, stat }: Setting): string =>
  JSON.stringify([Object.entries(rules).toSorted(([a], [b]) => (a < b ? -1 : 1)), zone, stat]);

const wayKey = ({ setting, added }: Way): string => `${keyOf(setting)} ${added.join(' ')}`;

/** How many lines each way fits. */
export function votesOf(ways: readonly (readonly Way[])[]): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  for (const key of ways.flatMap((own) => [...new Set(own.map(wayKey))]))
    votes.set(key, (votes.get(key) ?? 0) + 1);
  return votes;
}

/** Most lines first, then the fewest changes. */
export const ranked = (a: Way, b: Way, votes: ReadonlyMap<string, number>): number =>
  (votes.get(wayKey(b)) ?? 0) - (votes.get(wayKey(a)) ?? 0) ||
  changesOf(a.setting) + a.added.length - changesOf(b.setting) - b.added.length;
