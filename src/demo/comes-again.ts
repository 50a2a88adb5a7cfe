/** Customers who will be back: what they will ask about, by the day on which they will ask it. */
import type { Chance } from './chance.ts';

/** All whole numbers: thousands wait at a time, and are kept as plain numbers until their day comes. */
export interface Return {
  readonly secondOfDay: number;
  readonly customer: number;
  readonly category: number;
  readonly product: number;
  readonly channel: number;
  /** The case that this one only repeats and is merged into, or −1. */
  readonly mergedInto: number;
}

export interface Returns {
  readonly count: number;
  at(place: number): Return;
}

export interface ComesAgain {
  plan(day: number, back: Return): void;
  /** Takes up to `room` of those due; the others come a day later. */
  due(day: number, room: number): Returns;
}

const fields = 6;

export function comesAgain(): ComesAgain {
  const waiting = new Map<number, number[]>();
  const listOf = (day: number): number[] => {
    const list = waiting.get(day) ?? [];
    waiting.set(day, list);
    return list;
  };
  return {
    plan: (day, { secondOfDay, customer, category, product, channel, mergedInto }) => {
      listOf(day).push(Math.floor(secondOfDay), customer, category, product, channel, mergedInto);
    },
    due: (day, room) => {
      const list = listOf(day);
      waiting.delete(day);
      for (const late of list.splice(room * fields)) listOf(day + 1).push(late);
      return { count: list.length / fields, at: (place) => readAt(list, place * fields) };
    },
  };
}

function readAt(list: readonly number[], start: number): Return {
  const field = (place: number): number => list[start + place] ?? 0;
  return {
    secondOfDay: field(0),
    customer: field(1),
    category: field(2),
    product: field(3),
    channel: field(4),
    mergedInto: field(5),
  };
}

/** Days until someone is back: mostly two or three, rarely more than two weeks. */
export const daysUntilBack = (chance: Chance): number =>
  Math.min(21, 1 + Math.floor(chance.lognormal(2.2, 0.9)));
