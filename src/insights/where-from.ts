/** Splits a change into the parts of its segments: other cases than before, or the same cases served differently. */
import { mixAndRate } from '../chance/index.ts';
import type { Figure } from '../metrics/figure.ts';
import { previousOf } from './change.ts';
import type { Place } from './insight.ts';

export interface Explanation {
  readonly figure: Figure;
  readonly segment: Place;
  /** `rate`: the segment itself changed. `mix`: there is more or less of it than before. `count`: its own difference. */
  readonly effect: 'rate' | 'mix' | 'count';
  /** Its share of the whole change, at most 1. */
  readonly part: number;
}

/** At least this share of a change must come from one segment before it is named. */
const most = 0.4;
/** What is left without the segment may have changed by at most this share of the segment's own change. */
const rest = 0.5;

interface Part {
  readonly figure: Figure;
  readonly dimension: string;
  readonly rate: number;
  readonly mix: number;
}

/**
 * Which segment explains most of a change?
 *
 * For a mean or share, the difference of totals is the sum of the segments' rate and mix effects (`mixAndRate`; Kitagawa,
 * 1955). For counts the part is the segment's own difference. A rate effect is only named where the segment's own change is
 * a signal among all comparisons, and where the others together changed at most half as much: what happened everywhere
 * alike is not put down to the largest segment. Medians have no exact parts, so the same sum ranks them.
 */
export function whereFrom(
  total: Figure,
  parts: readonly Figure[],
  dimensions: readonly string[],
): Explanation | null {
  const difference = previousOf(total)?.difference ?? 0;
  if (difference === 0) return null;
  const candidates = dimensions
    .flatMap((dimension) => {
      const own = parts.filter((part) => dimension in part.segment);
      return split(total, own, dimension);
    })
    .filter(({ figure, dimension }) => figure.segment[dimension] !== null)
    .map((part) => ({ ...part, share: (part.rate + part.mix) / difference }))
    .filter(
      ({ share, figure, rate, mix }) =>
        share >= most && (Math.abs(mix) > Math.abs(rate) || (isSignal(figure) && isApart(figure, total))),
    )
    .sort((a, b) => b.share - a.share);
  const best = candidates[0];
  if (best === undefined) return null;
  const { figure, rate, mix, share } = best;
  return {
    figure,
    segment: figure.segment,
    effect: total.unit === 'count' ? 'count' : Math.abs(mix) > Math.abs(rate) ? 'mix' : 'rate',
    part: Math.min(1, share),
  };
}

/**
 * What is put down to another mix of parts, all of a dimension together: for surveys, where no kind is answered more or less
 * often than before and only other kinds were sent. null where a kind changed by itself, or little of it is mix.
 */
export function otherMix(total: Figure, parts: readonly Figure[], dimension: string): Explanation | null {
  const difference = previousOf(total)?.difference ?? 0;
  const own = parts.filter((part) => dimension in part.segment);
  const rows = split(total, own, dimension).sort((a, b) => Math.abs(b.mix) - Math.abs(a.mix));
  const part = rows.reduce((sum, { mix }) => sum + mix, 0) / difference;
  const [first] = rows;
  if (first === undefined || !(part >= enoughMix) || own.some(isSignal)) return null;
  return { figure: first.figure, segment: first.figure.segment, effect: 'mix', part: Math.min(1, part) };
}

const enoughMix = 0.25;

const isSignal = (figure: Figure): boolean => previousOf(figure)?.among === 'signal';

/** Whether a segment changed and the others did not, or far less. */
function isApart(segment: Figure, total: Figure): boolean {
  const [now, before] = [without(segment, total, 'now'), without(segment, total, 'before')];
  const own = changeOf(sideOf(segment, 'now'), sideOf(segment, 'before'), segment.unit);
  if (own === null || now === null || before === null) return true;
  const others = changeOf(now, before, segment.unit);
  return others === null || others * Math.sign(own) <= rest * Math.abs(own);
}

interface Side {
  readonly value: number;
  readonly n: number;
}

function sideOf(figure: Figure, when: 'now' | 'before'): Side {
  const base = previousOf(figure)?.base;
  return when === 'now'
    ? { value: figure.value ?? 0, n: figure.n }
    : { value: base?.value ?? 0, n: base?.n ?? 0 };
}

/** The whole without one of its segments; null where nothing else is left. */
function without(segment: Figure, total: Figure, when: 'now' | 'before'): Side | null {
  const [one, all] = [sideOf(segment, when), sideOf(total, when)];
  const n = all.n - one.n;
  if (segment.unit === 'count') return { value: all.value - one.value, n };
  return n <= 0 ? null : { value: (all.value * all.n - one.value * one.n) / n, n };
}

/** Counts as a ratio, for a small segment grows by less than a large one; all else as a difference. */
function changeOf(now: Side, before: Side, unit: Figure['unit']): number | null {
  if (unit !== 'count') return now.value - before.value;
  return before.value <= 0 ? null : now.value / before.value - 1;
}

function split(total: Figure, parts: readonly Figure[], dimension: string): Part[] {
  const rows = parts.flatMap((figure) => {
    const base = previousOf(figure)?.base;
    if (base === undefined || (figure.value === null && base.value === null)) return [];
    return [{ figure, now: figure.value, before: base.value, nNow: figure.n, nBefore: base.n }];
  });
  if (total.unit === 'count') {
    return rows.map(({ figure, now, before }) => ({
      figure,
      dimension,
      rate: previousOf(figure)?.difference ?? (now ?? 0) - (before ?? 0),
      mix: 0,
    }));
  }
  if (total.value === null) return [];
  // Weighed by n: exact for shares, means and scores; for a median it only ranks.
  const effects = mixAndRate(
    rows.map(({ now, before, nNow, nBefore }) => ({
      now: now === null || nNow === 0 ? null : { weight: nNow, value: now },
      before: before === null || nBefore === 0 ? null : { weight: nBefore, value: before },
    })),
  );
  return rows.map(({ figure }, i) => ({
    figure,
    dimension,
    rate: effects[i]?.rate ?? 0,
    mix: effects[i]?.mix ?? 0,
  }));
}
