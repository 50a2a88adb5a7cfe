/** A few windows of a large fact, one after the other: the engine reads a stretch of time faster than it tells two apart. */
import { atOnce } from '../../warehouse/at-once.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Slice } from './slice.ts';
import type { Window } from './window.ts';

/** So many at most: each is a statement, which a short stretch is not worth. */
const few = { long: 16, short: 4 };
const week = 7 * 86_400_000;

/**
 * Windows do not overlap, so each has the same rows alone as among others. What stands at several instants is mostly the
 * same, and is read once for all of them.
 *
 * @example await inTurn(warehouse, slice, (part) => countedIn(part)) // October, and September after it
 */
export async function inTurn<T>(
  { sideBySide }: Pick<Warehouse, 'sideBySide'>,
  slice: Slice,
  read: (part: Slice) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const { fact, stock, layer, about } = slice;
  const isWorth = layer.length <= (layer.every(isLong) ? few.long : few.short);
  if (stock !== null || !isWorth || about?.large.includes(fact) !== true) return await read(slice);
  const found: T[] = [];
  await atOnce(layer, sideBySide, async (window) => {
    found.push(...(await read({ ...slice, layer: [window] })));
  });
  return found;
}

const isLong = ({ start, end }: Window): boolean => Date.parse(end) - Date.parse(start) >= week;
