/** Comparisons of figures: with an earlier period, with last year, with a target; each with its verdict. */
import {
  among,
  type CompareOptions,
  type Comparison,
  compare,
  compareWithConstant,
  type Evidence,
  type SmallestChange,
} from '../chance/index.ts';
import type { Asked } from './check-question.ts';
import type { MetricDefinition } from './definition.ts';
import type { Figure, FigureComparison } from './figure.ts';
import type { Base } from './plan/occasion.ts';
import type { Statistic } from './question.ts';

export interface Target {
  readonly metric: string;
  readonly stat?: Statistic;
  readonly value: number;
}

/** How comparisons are judged. */
export interface Judgement {
  readonly targets: readonly Target[];
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
}

export function compareWith(
  { asked, stat, side, base, then }: Sides,
  judgement: Judgement,
): FigureComparison {
  const target = base.kind === 'target' ? targetFor(asked, stat, judgement.targets) : null;
  const standing = {
    kind: base.kind,
    from: then?.from ?? null,
    to: then?.to ?? null,
    value: target ?? then?.value ?? null,
    n: then?.n ?? 0,
    interval: then?.interval ?? null,
  };
  const { level, looks } = judgement;
  const options = { level, looks, smallest: smallestOf(asked.metric, stat, judgement.smallest) };
  const against = base.missing === null ? (target ?? then?.evidence ?? null) : null;
  const judged = judge(side.evidence, against, options);
  if (judged !== null) return { ...judged, base: standing, among: null, missing: null };
  return { ...unjudged(side.n, judgement), base: standing, missing: whyNot(side, base, then, target) };
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

const targetFor = ({ metric }: Asked, stat: Statistic, targets: readonly Target[]): number | null =>
  targets.find((target) => target.metric === metric.name && (target.stat ?? metric.headline[0]) === stat)
    ?.value ?? null;

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

function whyNot(side: Side, base: Base, then: Side | null, target: number | null): string {
  if (base.kind === 'target') return target === null ? 'no_target' : (side.missing ?? 'not_comparable');
  return base.missing ?? side.missing ?? then?.missing ?? 'not_comparable';
}

const identity = (figure: Figure, { base }: FigureComparison): string =>
  JSON.stringify([figure.rows, figure.stat, figure.segment, figure.from, base.kind, base.from, base.value]);

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
