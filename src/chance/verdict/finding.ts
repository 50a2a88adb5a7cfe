/** The difference of two numbers of the same nature, with its interval and p. */

import { moverDifference, roomAbove, roomBelow } from '../differences/mover.ts';
import { rateDifference } from '../differences/rate-difference.ts';
import { welch } from '../differences/welch.ts';
import type { Estimate, Evidence, Interval } from '../evidence.ts';
import type { Finding } from './decide.ts';
import { effectiveMean } from './effective-mean.ts';
import { estimate } from './estimate.ts';
import type { Side } from './more-needed.ts';
import { pFromInterval } from './p-from-interval.ts';
import { trustedCox } from './trusted-cox.ts';

/** An estimate that has a value. */
export interface Known {
  readonly value: number;
  readonly n: number;
  readonly interval: Interval;
}

type Of<K extends Evidence['kind']> = Extract<Evidence, { kind: K }>;

/** null where a side has no value. Both sides must be of the same kind, else a RangeError. */
export function findingOf(current: Evidence, base: Evidence, level: number): Finding | null {
  if (current.kind === 'count' && base.kind === 'count') return byRates(current, base, level);
  if (current.kind === 'mean' && base.kind === 'mean') return byMeans(current, base, level);
  if (current.kind !== base.kind)
    throw new RangeError(`A ${current.kind} cannot be compared with a ${base.kind}.`);
  const [now, then] = [ranged(estimate(current, level)), ranged(estimate(base, level))];
  if (now === null || then === null) return null;
  return byMover(now, then, current.kind === 'proportion' ? 'newcombe' : `mover_${now.interval.method}`);
}

export function ranged({ value, n, interval }: Estimate): Known | null {
  return value === null || interval === null ? null : { value, n, interval };
}

export function byMover(now: Known, then: Known, method: string): Finding {
  const difference = now.value - then.value;
  const interval = moverDifference(now, then, { method });
  const isMore = difference > 0;
  return {
    difference,
    interval,
    p: pFromInterval(difference, interval),
    n: now.n + then.n,
    base: then.value,
    sides: [sideOf(now, isMore ? roomBelow : roomAbove), sideOf(then, isMore ? roomAbove : roomBelow)],
  };
}

/** Its reach towards the other side; where no bound is set there, the reach of its other end is the best guess. */
function sideOf(side: Known, room: typeof roomBelow): Side {
  const reach = room(side);
  return { n: side.n, reach: reach < Infinity ? reach : Math.min(roomBelow(side), roomAbove(side)) };
}

/** Welch, or MOVER of the two Cox intervals where both sides can be trusted to be log-normal. */
function byMeans(current: Of<'mean'>, base: Of<'mean'>, level: number): Finding | null {
  if (current.n <= 0 || base.n <= 0) return null;
  const [now, then] = [current, base].map((side) => {
    const interval = trustedCox(effectiveMean(side), level);
    return interval && { value: side.sum / side.n, n: side.n, interval };
  });
  if (now && then) return byMover(now, then, 'mover_cox');
  const found = welch(effectiveMean(current), effectiveMean(base), { level });
  return {
    ...found,
    n: current.n + base.n,
    base: base.sum / base.n,
    sides: sidesOf(found.reaches, [current.n, base.n]),
  };
}

function byRates(current: Of<'count'>, base: Of<'count'>, level: number): Finding | null {
  if (!(current.exposure > 0 && base.exposure > 0)) return null;
  const dispersion = pooledDispersion(current, base);
  const found = rateDifference(current, base, { level, dispersion });
  return {
    ...found,
    n: current.count + base.count,
    base: current.count - found.difference,
    sides: sidesOf(found.reaches, [current.count, base.count]),
  };
}

const sidesOf = (reaches: readonly number[], counts: readonly number[]): Side[] =>
  reaches.map((reach, i) => ({ n: counts[i] ?? 1, reach }));

/** One number of events per cluster for both sides, each weighing as its count. */
function pooledDispersion(a: Of<'count'>, b: Of<'count'>): number {
  const weight = (side: Of<'count'>) => side.count * Math.max(1, side.dispersion ?? 1);
  const total = a.count + b.count;
  return total === 0 ? 1 : (weight(a) + weight(b)) / total;
}
