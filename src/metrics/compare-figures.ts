/** Comparisons of figures: with another time, another segment, or a number that was stated; each with its verdict. */
import {
  among,
  type CompareOptions,
  type Comparison,
  compare,
  compareWithConstant,
  type Evidence,
  type SmallestChange,
} from '../chance/index.ts';
import type { Period } from '../model/index.ts';
import type { Asked } from './check-question.ts';
import type { MetricDefinition } from './definition.ts';
import type { Figure, FigureComparison } from './figure.ts';
import type { Base } from './plan/occasion.ts';
import type { Filter, Statistic } from './question.ts';
import { type Benchmark, benchmarkFor, type Target, targetFor } from './stated-values.ts';

/** How comparisons are judged. */
export interface Judgement {
  readonly targets: readonly Target[];
  readonly benchmarks?: readonly Benchmark[];
  /** Days with service in a period, where opening hours are known. */
  readonly workingDays?: (period: Period) => number;
  /** The smallest change that matters, where the company sees it otherwise than the metric. */
  readonly smallest: Readonly<Record<string, SmallestChange>>;
  /** How often the same comparison was or will be looked at. */
  readonly looks: number;
  readonly level: number;
}

/** One side of a comparison. */
export interface Side extends Pick<Figure, 'from' | 'to' | 'value' | 'n' | 'interval' | 'missing'> {
  readonly evidence: Evidence | null;
}

interface Sides {
  readonly asked: Asked;
  readonly stat: Statistic;
  readonly side: Side;
  readonly base: Base;
  readonly then: Side | null;
  /** Which rows the figure is made of. */
  readonly filters: readonly Filter[];
  /** The local days of the figure; null for all time. */
  readonly period: Period | null;
}

export function compareWith(sides: Sides, judgement: Judgement): FigureComparison {
  const { asked, stat, side, base, then } = sides;
  const stated = statedFor(sides, judgement);
  const standing = {
    kind: base.kind,
    from: then?.from ?? null,
    to: then?.to ?? null,
    value: stated?.value ?? then?.value ?? null,
    n: then?.n ?? 0,
    interval: then?.interval ?? null,
    ...(base.part === undefined ? {} : { part: base.part }),
    ...(base.segment === undefined ? {} : { where: base.segment.where }),
    ...(stated !== null && 'source' in stated ? { source: stated.source, date: stated.date } : {}),
  };
  const about = {
    base: standing,
    ...contractOf(sides, stated),
    ...workingDaysOf(sides, judgement),
    among: null,
  };
  const { level, looks } = judgement;
  const options = { level, looks, smallest: smallestOf(asked.metric, stat, judgement.smallest) };
  const against = base.missing === null ? (stated?.value ?? then?.evidence ?? null) : null;
  const judged = judge(side.evidence, against, options);
  if (judged !== null) return { ...judged, ...about, missing: null };
  return { ...unjudged(side.n, judgement), ...about, missing: whyNot(side, base, then, stated !== null) };
}

function statedFor(
  { asked, stat, base, filters, period }: Sides,
  { targets, benchmarks = [] }: Judgement,
): Target | Benchmark | null {
  const subject = { metric: asked.metric, stat, filters, from: period?.from ?? null };
  if (base.kind === 'target') return targetFor(subject, targets);
  return base.kind === 'benchmark' ? benchmarkFor(subject, benchmarks) : null;
}

/** The contract does not care whether a gap is within chance. */
function contractOf(
  { asked, side }: Sides,
  stated: Target | Benchmark | null,
): Pick<FigureComparison, 'contract'> {
  if (stated === null || !('contract' in stated) || side.value === null) return {};
  const missed = asked.metric.better === 'down' ? side.value > stated.value : side.value < stated.value;
  return { contract: { name: stated.contract ?? '', breached: missed } };
}

/** Said of counts, which grow with the days that there are. */
function workingDaysOf(
  { asked, stat, base, period }: Sides,
  { workingDays }: Judgement,
): Pick<FigureComparison, 'workingDays'> {
  const then = base.window?.period ?? null;
  if (workingDays === undefined || period === null || then === null || stat !== 'count') return {};
  if (asked.metric.stock !== undefined || base.kind === 'segment') return {};
  const adjusted = asked.question.perWorkingDay === true;
  return { workingDays: { current: workingDays(period), base: workingDays(then), adjusted } };
}

function judge(
  current: Evidence | null,
  base: Evidence | number | null,
  options: CompareOptions,
): Comparison | null {
  if (current === null || base === null) return null;
  return typeof base === 'number'
    ? compareWithConstant(current, base, options)
    : compare(current, base, options);
}

/** A statistic in another unit than the metric's own is held against a tenth of itself. */
export function smallestOf(
  metric: MetricDefinition,
  stat: Statistic,
  smallest: Judgement['smallest'],
): SmallestChange {
  const own = metric.units?.[stat] === undefined || metric.units[stat] === metric.unit;
  return own ? (smallest[metric.name] ?? metric.smallest) : { by: 0.1, relative: true };
}

/** Nothing to judge: no difference, and no claim either way. */
const unjudged = (n: number, { looks }: Judgement) => ({
  difference: null,
  interval: null,
  verdict: 'cannot_tell_yet' as const,
  among: null,
  p: 1,
  smallest: 0,
  n,
  method: 'none',
  looks,
  moreNeeded: null,
});

function whyNot(side: Side, base: Base, then: Side | null, stated: boolean): string {
  if (base.kind === 'target' || base.kind === 'benchmark')
    return stated ? (side.missing ?? 'not_comparable') : `no_${base.kind}`;
  return base.missing ?? side.missing ?? then?.missing ?? 'not_comparable';
}

const identity = (figure: Figure, { base }: FigureComparison): string =>
  JSON.stringify([
    figure.rows,
    figure.stat,
    figure.segment,
    figure.from,
    base.kind,
    base.from,
    base.value,
    base.where,
  ]);

/** All comparisons of a call are one family; one that was asked for twice is in it once. */
export function judgeTogether(figures: readonly (readonly Figure[])[]): readonly (readonly Figure[])[] {
  const family = new Map<string, Comparison>();
  for (const figure of figures.flat()) {
    for (const comparison of figure.comparisons) {
      const { difference, interval } = comparison;
      if (difference === null || interval === null) continue;
      family.set(identity(figure, comparison), { ...comparison, difference, interval });
    }
  }
  const verdicts = among([...family.values()]);
  const judged = new Map([...family.keys()].map((key, i) => [key, verdicts[i] ?? null]));
  return figures.map((list) =>
    list.map((figure) => ({
      ...figure,
      comparisons: figure.comparisons.map((each) => ({
        ...each,
        among: judged.get(identity(figure, each)) ?? null,
      })),
    })),
  );
}
