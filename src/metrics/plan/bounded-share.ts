/** A part of a whole lies between nothing and all of it, whatever the arithmetic of its interval says. */
import type { Interval } from '../../chance/index.ts';

export const boundedShare = (interval: Interval | null): Interval | null =>
  interval === null ? null : { ...interval, low: bounded(interval.low), high: bounded(interval.high) };

const bounded = (end: number | null): number | null => (end === null ? null : Math.min(1, Math.max(0, end)));
