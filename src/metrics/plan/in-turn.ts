/** A few windows of a large fact, one after the other: the engine reads a stretch of time faster than it tells two apart. */
import { atOnce } from '../../warehouse/at-once.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Slice } from './slice.ts';

const few = 4;

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
  if (stock !== null || layer.length > few || about?.large.includes(fact) !== true) return await read(slice);
  const found: T[] = [];
  await atOnce(layer, sideBySide, async (window) => {
    found.push(...(await read({ ...slice, layer: [window] })));
  });
  return found;
}
