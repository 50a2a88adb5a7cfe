/** Customers who will be back: what they will ask about, by the day on which they will ask it. */
import type { Chance } from './chance.ts';

export interface Return {
  readonly secondOfDay: number;
  readonly customer: number;
  readonly category: number;
  readonly product: number;
  readonly channel: number;
  /** The case that this one only repeats and is merged into, or −1. */
  readonly mergedInto: number;
}

export interface ComesAgain {
  plan(day: number, back: Return): void;
  /** Takes up to `room` of those due; the others come a day later. */
  due(day: number, room: number): readonly Return[];
}

export function comesAgain(): ComesAgain {
  const waiting = new Map<number, Return[]>();
  const plan = (day: number, back: Return): void => {
    const list = waiting.get(day);
    if (list === undefined) waiting.set(day, [back]);
    else list.push(back);
  };
  return {
    plan,
    due: (day, room) => {
      const list = waiting.get(day) ?? [];
      waiting.delete(day);
      for (const late of list.splice(room)) plan(day + 1, late);
      return list;
    },
  };
}

/** Days until someone is back: mostly two or three, rarely more than two weeks. */
export const daysUntilBack = (chance: Chance): number =>
  Math.min(21, 1 + Math.floor(chance.lognormal(2.2, 0.9)));
