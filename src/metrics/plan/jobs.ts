/** Which statements answer many wishes: rows that are the same are read once, whatever they are told apart by. */
import { isMultiple } from './dimension.ts';
import type { Slice } from './slice.ts';
import type { Window } from './window.ts';

/** What is wanted of some rows: `about` names it, so that only what is the same, or may stand together, is joined. */
export interface Wish<T> {
  readonly slice: Slice;
  readonly about: string;
  readonly of: T;
}

/** One statement and those who read its answer, each at its own grouping. */
export interface Job<T> {
  readonly slice: Slice;
  readonly members: readonly { readonly of: T; readonly grouping: number }[];
}

/**
 * Wishes about the same dimensions share the widest of their layers; those about the same layer share one pass over its
 * rows, grouped side by side by the dimensions of each.
 *
 * @example jobs([csatByTeam, csatByChannel, csat]) // one job with three groupings
 */
export function jobs<T>(wishes: readonly Wish<T>[]): readonly Job<T>[] {
  const wide = inTurns([...Map.groupBy(wishes, keyOf).values()].flatMap(widened));
  return [...Map.groupBy(wide, ({ key }) => key).values()].map(sideBySide);
}

/** A statement could not tell the same dimensions in another order apart: they take turns. */
function inTurns<T>(shared: readonly Shared<T>[]): readonly Shared<T>[] {
  const seen = new Map<string, number>();
  return shared.map((each) => {
    const same = JSON.stringify([each.key, each.slice.by.toSorted()]);
    const turn = seen.get(same) ?? 0;
    seen.set(same, turn + 1);
    return { ...each, key: `${each.key} ${turn}` };
  });
}

const keyOf = ({ slice, about }: Wish<unknown>): string => JSON.stringify([{ ...slice, layer: null }, about]);

interface Shared<T> {
  readonly slice: Slice;
  readonly key: string;
  readonly members: readonly T[];
}

/** Each wish of the same rows goes to the first layer, beginning with the longest, that holds its windows. */
function widened<T>(wishes: readonly Wish<T>[]): readonly Shared<T>[] {
  const longestFirst = [...wishes].sort((a, b) => secondsOf(b.slice.layer) - secondsOf(a.slice.layer));
  const found: { slice: Slice; about: string; members: T[] }[] = [];
  for (const { slice, about, of } of longestFirst) {
    const home = found.find((each) => holds(each.slice.layer, slice.layer));
    if (home === undefined) found.push({ slice, about, members: [of] });
    else home.members.push(of);
  }
  return found.map(({ slice, about, members }) => ({ slice, members, key: passOf(slice, about) }));
}

/** A row with several values of a dimension is there several times, which no other grouping may see. */
function passOf(slice: Slice, about: string): string {
  const lists = slice.by.filter((dimension) => isMultiple(dimension, slice.fact, slice.rules));
  const apart = lists.length > 0 ? slice.by : null;
  return JSON.stringify([{ ...slice, by: apart, layer: slice.layer.map(identity) }, about]);
}

const identity = ({ key, end }: Window): string => `${key} ${end}`;

const secondsOf = (layer: readonly Window[]): number => {
  const [first, last] = [layer[0], layer.at(-1)];
  return first === undefined || last === undefined || first.period === null
    ? Infinity
    : Date.parse(last.end) - Date.parse(first.start);
};

/** A layer more than twice as long would cost more than it saves. */
function holds(wide: readonly Window[], narrow: readonly Window[]): boolean {
  const known = new Set(wide.map(identity));
  const worth = wide.length === narrow.length || secondsOf(wide) <= 2.2 * secondsOf(narrow);
  return worth && narrow.every((window) => known.has(identity(window)));
}

function sideBySide<T>(shared: readonly Shared<T>[]): Job<T> {
  const [first] = shared;
  if (first === undefined) throw new RangeError('a job has a wish');
  const by = [...new Set(shared.flatMap(({ slice }) => slice.by))];
  const groupings = shared.map(({ slice }) => slice.by.map((dimension) => by.indexOf(dimension)));
  const members = shared.flatMap((each, grouping) => each.members.map((of) => ({ of, grouping })));
  return { slice: { ...first.slice, by, ...(shared.length === 1 ? {} : { groupings }) }, members };
}
