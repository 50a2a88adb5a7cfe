/** How many different ones, without remembering any: of each its last row in a window counts, where rows know the next. */
import { sql } from 'kysely';
import type { EngineFunctions, Warehouse } from '../../warehouse/warehouse.ts';
import type { Measure, Sequence, Sql } from '../definition.ts';
import type { Slice } from './slice.ts';
import { inside, type Window } from './window.ts';
import { windowIndex } from './window-index.ts';

/**
 * The sequence by which a slice can be counted. Its windows must hold whole stretches of every sequence: no filters, no
 * segments, and one part of the fact. null where any of that is not so, or where nothing is known of sequences.
 */
export async function wholeSequence(
  warehouse: Warehouse,
  slice: Slice,
  { sequence }: Measure,
): Promise<Sequence | null> {
  if (sequence === undefined || !takesAllRows(slice, sequence)) return null;
  return (await isWhole(warehouse, slice, sequence)) ? sequence : null;
}

/** For fewer rows remembering all values costs less than making sure that it need not be done. */
const takesAllRows = ({ fact, stock, by, where, layer, ...slice }: Slice, { anchor }: Sequence): boolean =>
  slice.about?.large.includes(fact) === true &&
  slice.anchor === anchor &&
  stock === null &&
  by.length + where.length === 0 &&
  layer.every(({ period }) => period !== null);

async function isWhole(
  { db, functions, rows }: Warehouse,
  { fact, anchor, layer }: Slice,
  { linked, next, within }: Sequence,
): Promise<boolean> {
  const { isBare } = functions;
  if (isBare === null) return false;
  const among = db
    .selectFrom(fact)
    .where(inside(sql.ref(anchor), layer, functions))
    .limit(1);
  const known = [isBare(linked).as('unlinked'), isBare(next).as('unfollowed'), within.as('part')];
  const [first] = await rows(among.select(known));
  if (first?.unlinked !== false || first.unfollowed !== false) return false;
  const others = among.select(sql<number>`1`.as('found')).where(sql<boolean>`${within} <> ${first.part}`);
  return (await rows(others)).length === 0;
}

/**
 * Whether a row is followed in its own window. A customer with three cases in a month has two that are followed there:
 * different customers are the cases less those. What is further off than the longest window is passed over first.
 *
 * @returns a condition on the relation `f` of the slice
 */
export function isFollowed({ anchor, layer }: Slice, { next }: Sequence, fn: EngineFunctions): Sql {
  const at = sql.ref(anchor);
  const end = fn.instant(layer.at(-1)?.end ?? '');
  const near = sql`${next} < ${sql.lit(Math.max(...layer.map(secondsOf)))}`;
  const inLayer = sql`${near} and ${next} < ${fn.secondsBetween(at, end)}`;
  return layer.length === 1
    ? inLayer
    : sql`${inLayer} and ${windowIndex(fn.later(at, next), layer, fn)} = _w`;
}

const secondsOf = ({ start, end }: Window): number => (Date.parse(end) - Date.parse(start)) / 1000;
