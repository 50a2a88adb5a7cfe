/** A change split by segments: served differently, or other work than before; each effect with its verdict. */
import { type MixAndRate, mixAndRate } from '../differences/mix-and-rate.ts';
import { type Moments, momentsOf } from '../differences/moments.ts';
import type { Comparison, Evidence, Interval } from '../evidence.ts';
import { normal } from '../numerics/normal.ts';
import { type CompareOptions, compare } from './compare.ts';
import { decide, type Judging } from './decide.ts';

/** One segment on both sides; null where it is not there. */
export interface SplitPart {
  readonly now: Evidence | null;
  readonly before: Evidence | null;
}

export interface SplitEffect extends MixAndRate {
  /** Null where the segment is on one side only. */
  readonly rateVerdict: Comparison | null;
  readonly mixVerdict: Comparison | null;
}

export interface SplitChange {
  readonly difference: number;
  /** All rate effects together, and all mix effects. */
  readonly rate: Comparison;
  readonly mix: Comparison;
  /** In the order of the parts. */
  readonly parts: readonly SplitEffect[];
}

interface Line extends MixAndRate {
  readonly now: Moments | null;
  readonly before: Moments | null;
  /** The value in the middle of both sides. */
  readonly middle: number;
  readonly evidence: SplitPart;
}

/**
 * How much of a change comes from each segment, and is that more than chance?
 *
 * For shares, means, promoter scores and ratios of sums; points as in `mixAndRate`, so that all effects add up to the
 * difference. A segment's rate effect has the interval of its own difference, times its mean weight; its mix effect that of
 * the difference of its shares, times its distance from the middle. The two totals use normal theory: the variance of
 * weighted means, and multinomial weights. All are judged against the smallest change of the whole that would matter.
 *
 * @returns null where evidence is no mean, or a side is empty
 * @example splitChange([{ now: chatNow, before: chatBefore }, …], { smallest: { by: 0.02, relative: false } })?.mix.verdict
 */
export function splitChange(parts: readonly SplitPart[], options: CompareOptions): SplitChange | null {
  const lines = linesOf(parts);
  if (lines === null) return null;
  const [now, before] = [wholeOf(lines, 'now'), wholeOf(lines, 'before')];
  if (now.weight === 0 || before.weight === 0) return null;
  const { smallest, level = 0.95, looks = 1 } = options;
  const matters = { by: smallest.by * (smallest.relative ? Math.abs(before.value) : 1), relative: false };
  const judging = { smallest: matters, level, looks };
  const centre = (now.value + before.value) / 2;
  return {
    difference: now.value - before.value,
    rate: ofTotal(
      lines,
      'rate',
      [now.rateVariance, before.rateVariance],
      [now.weight, before.weight],
      judging,
    ),
    mix: ofTotal(lines, 'mix', [now.mixVariance, before.mixVariance], [now.weight, before.weight], judging),
    parts: lines.map((line) => {
      const { rate, mix, shareNow, shareBefore } = line;
      const rateVerdict = scaled(ownChange(line, judging), (shareNow + shareBefore) / 2, rate, judging);
      const grown = shareChange(line, now.weight, before.weight, judging);
      return {
        rate,
        mix,
        shareNow,
        shareBefore,
        rateVerdict,
        mixVerdict: scaled(grown, line.middle - centre, mix, judging),
      };
    }),
  };
}

function linesOf(parts: readonly SplitPart[]): readonly Line[] | null {
  const sides = parts.map(({ now, before }) => ({
    now: now === null ? null : momentsOf(now),
    before: before === null ? null : momentsOf(before),
  }));
  const unfit = sides.some(
    ({ now, before }, i) =>
      (now === null) !== (parts[i]?.now === null) || (before === null) !== (parts[i]?.before === null),
  );
  if (unfit) return null;
  return mixAndRate(sides).map((effect, i) => {
    const [side, evidence] = [sides[i], parts[i]];
    const [now, before] = [side?.now ?? null, side?.before ?? null];
    const is = now?.value ?? before?.value ?? 0;
    return {
      ...effect,
      now,
      before,
      middle: (is + (before?.value ?? is)) / 2,
      evidence: evidence ?? { now: null, before: null },
    };
  });
}

/** One side as a whole: its value, and the variances that it brings to the two sums of effects. */
function wholeOf(lines: readonly Line[], side: 'now' | 'before') {
  const sum = (of: (line: Line) => number): number => lines.reduce((all, line) => all + of(line), 0);
  const share = (line: Line): number => (side === 'now' ? line.shareNow : line.shareBefore);
  const weight = sum((line) => line[side]?.weight ?? 0);
  const middle = sum((line) => share(line) * line.middle);
  return {
    weight,
    value: sum((line) => share(line) * (line[side]?.value ?? 0)),
    rateVariance: sum((line) => ((line.shareNow + line.shareBefore) / 2) ** 2 * (line[side]?.variance ?? 0)),
    mixVariance: sum((line) => share(line) * (line.middle - middle) ** 2) / weight,
  };
}

function ofTotal(
  lines: readonly Line[],
  kind: 'rate' | 'mix',
  variances: readonly number[],
  weights: readonly number[],
  judging: Judging,
): Comparison {
  const difference = lines.reduce((all, line) => all + line[kind], 0);
  const each = 1 - (1 - judging.level) / judging.looks;
  const z = normal.upperQuantile((1 - each) / 2);
  const error = Math.sqrt(variances.reduce((all, variance) => all + variance, 0));
  const interval = {
    low: difference - z * error,
    high: difference + z * error,
    level: each,
    method: 'normal_parts',
  };
  const p = error === 0 ? (difference === 0 ? 1 : 0) : 2 * normal.above(Math.abs(difference) / error);
  const sides = weights.map((n, i) => ({ n, reach: z * Math.sqrt(variances[i] ?? 0) }));
  const n = weights.reduce((all, weight) => all + weight, 0);
  return decide({ difference, interval, p, n, base: 0, sides }, judging);
}

const ownChange = ({ evidence: { now, before } }: Line, judging: Judging): Comparison | null =>
  now === null || before === null ? null : compare(now, before, judging);

/** Its share of the work; what stands below the line of a ratio are no independent cases. */
function shareChange(line: Line, all: number, allBefore: number, judging: Judging): Comparison | null {
  const { now, before } = line;
  if ((line.evidence.now ?? line.evidence.before)?.kind === 'ratio') return null;
  return compare(
    { kind: 'proportion', successes: now?.weight ?? 0, n: all },
    { kind: 'proportion', successes: before?.weight ?? 0, n: allBefore },
    judging,
  );
}

/** An effect is a difference times something that is taken as known. */
function scaled(own: Comparison | null, by: number, effect: number, judging: Judging): Comparison | null {
  if (own === null) return null;
  const interval = times(own.interval, by);
  return decide(
    { difference: effect, interval, p: own.p / judging.looks, n: own.n, base: 0, sides: [] },
    judging,
  );
}

function times({ low, high, ...rest }: Interval, by: number): Interval {
  const ends = [low, high].map((end) => (end === null ? null : end * by));
  const [first = null, last = null] = by < 0 ? ends.toReversed() : ends;
  return { ...rest, low: first, high: last };
}
