/** Figures of one asked metric: every statistic, segment and time, with what each is compared with. */
import { estimate } from '../chance/index.ts';
import { addDays, startOfDayWithOffset } from '../model/index.ts';
import type { EngineFunctions } from '../warehouse/warehouse.ts';
import { type Asked, measureOf } from './check-question.ts';
import { compareWith, type Judgement, type Side } from './compare-figures.ts';
import { otherLine, type SegmentBase } from './comparison-base.ts';
import type { Measure } from './definition.ts';
import type { Bin, Figure } from './figure.ts';
import { missingReason } from './missing.ts';
import { boundedShare } from './plan/bounded-share.ts';
import type { Circumstances } from './plan/circumstances.ts';
import type { Noise } from './plan/dispersion.ts';
import { binsOf } from './plan/distribution.ts';
import type { Base, Occasion } from './plan/occasion.ts';
import { type Found, sceneOf } from './plan/reader.ts';
import { reading } from './plan/reading.ts';
import { withSharedLuck } from './plan/shared-luck.ts';
import { placeKey } from './plan/slice.ts';
import { allTime, type Window } from './plan/window.ts';
import type { Statistic } from './question.ts';
import { encodeRowsKey } from './rows-key.ts';

/** Everything known of one asked metric; `level` is that of its intervals. */
export interface Material {
  readonly level: number;
  readonly asked: Asked;
  readonly found: Found;
  readonly noise: Noise;
  readonly around: Circumstances;
  /** The same metric on the other segments that it is held against. */
  readonly others?: readonly OtherSegment[];
}

/** What was found for the question asked elsewhere. */
export interface OtherSegment extends Pick<Material, 'asked' | 'found' | 'noise'> {
  readonly base: SegmentBase;
}

type Segment = readonly (string | null)[];

/** The figures, comparisons judged each on its own; `among` is filled in once all of a call are known. */
export function makeFigures(
  material: Material,
  judgement: Judgement,
  fn: EngineFunctions,
): readonly Figure[] {
  const measure = measureOf(material.asked, sceneOf(fn, [], null));
  const segments = segmentsOf(material);
  return material.asked.stats.flatMap((stat) =>
    segments.flatMap((segment) =>
      material.around.occasions.map((occasion) =>
        figure(material, measure, { stat, segment, occasion }, judgement),
      ),
    ),
  );
}

/** Segments in which anything was counted, largest first, the unknown last; without dimensions the total. */
function segmentsOf({ asked, found }: Material): readonly Segment[] {
  if (asked.question.by.length === 0) return [[]];
  const sizes = new Map<string, { segment: Segment; n: number }>();
  for (const [key, { segment }] of found.places) {
    const { n: all = 0, size: n = all, ...more } = found.cells.get(key)?.sums ?? {};
    const out = Object.entries(more).some(([name, count]) => name.startsWith('out_') && count > 0);
    if (n === 0 && !out) continue;
    const id = JSON.stringify(segment);
    sizes.set(id, { segment, n: n + (sizes.get(id)?.n ?? 0) });
  }
  const unknown = ({ segment }: { segment: Segment }): number => Number(segment.includes(null));
  return [...sizes.values()]
    .sort((a, b) => unknown(a) - unknown(b) || b.n - a.n || (String(a.segment) < String(b.segment) ? -1 : 1))
    .map(({ segment }) => segment);
}

interface Cut {
  readonly stat: Statistic;
  readonly segment: Segment;
  readonly occasion: Occasion;
}

function figure(material: Material, measure: Measure, cut: Cut, judgement: Judgement): Figure {
  const { asked } = material;
  const { metric, rules, question } = asked;
  const { stat, segment, occasion } = cut;
  const side = sideOf(material, measure, cut, judgement);
  const filters = [
    ...question.where,
    ...question.by.map((dimension, i) => ({ dimension, values: [segment[i] ?? null] })),
  ];
  const named = Object.fromEntries(question.by.map((dimension, i) => [dimension, segment[i] ?? null]));
  return {
    metric: metric.name,
    stat,
    segment: named,
    from: side.from,
    to: side.to,
    value: side.value,
    unit: metric.units?.[stat] ?? metric.unit,
    n: side.n,
    interval: side.interval,
    rules,
    missing: side.missing,
    countedOut: countedOut(material, occasion.window, segment),
    ...(stat === 'distribution' ? { bins: spread(material, cut) } : {}),
    comparisons: occasion.bases.map((each) => {
      const base = withinData(notItself(each, asked, segment), material.around, stat);
      const then = baseSide(material, measure, { ...cut, base }, judgement);
      const { period } = occasion.window;
      return compareWith({ asked, stat, side, base, then, filters, period }, judgement);
    }),
    rows: encodeRowsKey({
      metric: metric.name,
      rules,
      period: occasion.window.period,
      zone: question.zone,
      where: filters,
    }),
  };
}

function spread({ found, asked: { metric } }: Material, { segment, occasion }: Cut): readonly Bin[] {
  const cell = found.cells.get(placeKey({ window: occasion.window.key, segment }));
  return binsOf(cell?.sums ?? {}, metric.unit === 'seconds');
}

/** A line of a split is not held against itself. */
function notItself(base: Base, { question }: Asked, line: Segment): Base {
  const { segment } = base;
  const split = segment?.where.some(({ dimension }) => question.by.includes(dimension)) ?? false;
  if (segment === undefined || !split) return base;
  const other = otherLine(line, question.by, segment.where);
  return other.every((value, i) => value === line[i]) ? { ...base, missing: 'same_segment' } : base;
}

/** The other side of a comparison, as far as it is made of rows. */
function baseSide(
  material: Material,
  measure: Measure,
  { base, ...cut }: Cut & { readonly base: Base },
  judgement: Judgement,
): Side | null {
  const { window, segment: against } = base;
  if (window === null) return null;
  if (against === undefined) return sideOf(material, measure, { ...cut, window }, judgement);
  const other = material.others?.find((each) => each.base === against);
  if (other === undefined) return null;
  const segment = otherLine(cut.segment, material.asked.question.by, against.where);
  return sideOf({ ...material, ...other }, measure, { ...cut, window, segment }, judgement);
}

/** Days that an earlier period may lack at its beginning: a long weekend. */
const tolerated = 3;

/** A base before the first day of the data is none; a count needs a base that is there in full. */
function withinData(base: Base, { span }: Circumstances, stat: Statistic): Base {
  const period = base.window?.period ?? null;
  if (period === null || span === null || base.segment !== undefined) return base;
  if (period.to <= span.first) return { ...base, missing: 'no_earlier_period' };
  const incomplete = stat === 'count' && addDays(period.from, tolerated) < span.first;
  return incomplete ? { ...base, missing: 'earlier_period_incomplete' } : base;
}

/** One metric, statistic and segment in one window: the number, its interval, or why there is none. */
function sideOf(
  { asked, found, noise, around, level }: Material,
  measure: Measure,
  { stat, segment, occasion, window = occasion.window }: Cut & { readonly window?: Window },
  judgement: Judgement,
): Side {
  const cell = found.cells.get(placeKey({ window: window.key, segment })) ?? { sums: {} };
  const base = occasion.bases.find((each) => each.window !== null)?.window ?? null;
  const exposure = workingDays(asked, window, judgement) ?? noise.exposure(window);
  const spread = stat === 'count' ? noise.dispersion(occasion.window, base, segment) : 1;
  const { n, bare, evidence } = reading(stat, measure, cell, exposure, spread);
  const missing = missingReason({ asked, around, window, sums: cell.sums, stat });
  const isExact = bare !== null || evidence === null;
  const estimated = isExact || missing !== null ? { value: bare, interval: null } : estimate(evidence, level);
  const isPart = measure.per !== undefined && (asked.metric.units?.[stat] ?? asked.metric.unit) === 'share';
  return {
    ...timesOf(asked, around, window),
    value: missing === null ? estimated.value : null,
    n,
    interval: missing !== null ? null : isPart ? boundedShare(estimated.interval) : estimated.interval,
    missing: missing ?? (estimated.value === null ? 'never_reached' : null),
    evidence:
      missing === null && evidence !== null
        ? withSharedLuck(evidence, () => noise.designEffect(occasion.window, base, segment))
        : null,
  };
}

/** Days with service, where counts are to be compared by them. */
const workingDays = (
  { question, metric }: Asked,
  { period }: Window,
  { workingDays: within }: Judgement,
): number | null =>
  question.perWorkingDay !== true || metric.stock !== undefined || period === null || within === undefined
    ? null
    : within(period);

/** Instants with the zone's offset; all time is bounded by its own first and last row, or undated. */
function timesOf(
  { question: { zone } }: Asked,
  { anchored }: Circumstances,
  window: Window,
): Pick<Side, 'from' | 'to'> {
  const period =
    window.key !== allTime.key
      ? window.period
      : anchored === null
        ? null
        : { from: anchored.first, to: addDays(anchored.last, 1) };
  return {
    from: period === null ? null : startOfDayWithOffset(period.from, zone),
    to: period === null ? null : startOfDayWithOffset(period.to, zone),
  };
}

/** By reason: what is left out of every figure, and what this definition counts out. */
function countedOut({ found }: Material, window: Window, segment: Segment): Readonly<Record<string, number>> {
  const key = placeKey({ window: window.key, segment });
  const own = Object.entries(found.cells.get(key)?.sums ?? {})
    .filter(([name, count]) => name.startsWith('out_') && count > 0)
    .map(([name, count]): [string, number] => [name.slice('out_'.length), count]);
  return { ...found.leftOut.get(key), ...Object.fromEntries(own) };
}
