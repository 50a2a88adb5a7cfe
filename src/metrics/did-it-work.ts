/** Did a recorded change work? Weeks before it against weeks after, and against the rest of the work where it had a scope. */
import { type Comparison, type Effect, judgeEffect, memoryRegression } from '../chance/index.ts';
import { addDays, nextStart, Problem, startOf } from '../model/index.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { type AnswerContext, answer } from './answer.ts';
import { catalogue } from './catalogue/index.ts';
import { findMetric } from './check-question.ts';
import { smallestOf } from './compare-figures.ts';
import type { Figure } from './figure.ts';
import type { Filter, Question } from './question.ts';
import { type RecordedChange, recordedChange, scopeFilter } from './recorded-change.ts';
import { steadyOthers } from './steady-others.ts';
import { wholeSlices } from './watch.ts';

export interface ChangeEffect {
  readonly change: RecordedChange;
  readonly metric: string;
  readonly stat: Figure['stat'];
  readonly unit: Figure['unit'];
  /** Whole weeks on each side. */
  readonly weeks: { readonly before: number; readonly after: number };
  /** Mean of the weekly figures, before and after. */
  readonly before: number;
  readonly after: number;
  /** The other segments it is held against; null for its own past alone. */
  readonly comparison: { readonly dimension: string; readonly segments: readonly string[] } | null;
  /** `relative`: difference, interval and smallest are shares of what would have come (−0.4 is 40 % less). */
  readonly relative: boolean;
  readonly verdict: Comparison;
  /** Where the two already moved apart before the change, the answer is to be taken with care. */
  readonly driftedBefore: boolean;
}

interface Asked {
  /** A change that the data records; another is handed in as `change`. */
  readonly id?: string;
  readonly change?: RecordedChange;
  /** Weeks looked at on each side. */
  readonly weeks?: number;
  /** The local day from which on nothing is looked at: the end of the period of a report about the past. */
  readonly until?: string;
}

/**
 * The first metric and statistic of a question; its period does not matter. Counts and times are compared as ratios, all
 * else as differences. The week in which the change came is left out unless it began with it.
 *
 * With `until`, only whole weeks before that day.
 *
 * @throws Problem `change_unknown`, `change_too_young` with fewer than 4 weeks on a side
 */
export async function didItWork(
  warehouse: Warehouse,
  question: Question,
  { id = '', change: given, weeks = 13, until }: Asked,
  context: AnswerContext = {},
): Promise<ChangeEffect> {
  const metric = findMetric(question.asks[0]?.metric ?? '', context.metrics ?? catalogue);
  const change = given ?? (await recordedChange(warehouse, id, question.zone));
  const scope = scopeFilter(change.scope, metric);
  const start = startOf('week', change.on) === change.on ? change.on : nextStart('week', change.on);
  const end = addDays(start, 7 * weeks);
  const to = until !== undefined && until < end ? until : end;
  const period = { from: addDays(startOf('week', change.on), -7 * weeks), to };
  const weekly = { ...question, period, grain: 'week' as const, by: [], compare: [] };
  const [touched = [], split = []] = await answer(warehouse, sidesOf(weekly, scope), context);
  const [first] = touched;
  const own = pointsOf(touched, change.on, start);
  const at = own.findIndex(({ week }) => week >= start);
  if (first === undefined || at < fewest || own.length - at < fewest) throw tooYoung(change, at, own.length);
  const relative = first.unit === 'count' || first.unit === 'seconds';
  const others =
    scope === null ? [] : othersOf(split, scope, own, (figures) => pointsOf(figures, change.on, start));
  const found = effectOf({ own, others, at, relative });
  const { before, after } = { before: own.slice(0, at), after: own.slice(at) };
  const counted = { before: before.length, after: after.length };
  const smallest = smallestOf(metric, first.stat, context.smallest ?? {});
  const matters = smallest.relative ? smallest.by * (relative ? 1 : Math.abs(meanOf(before))) : smallest.by;
  return {
    change,
    metric: metric.name,
    stat: first.stat,
    unit: first.unit,
    weeks: counted,
    before: meanOf(before),
    after: meanOf(after),
    comparison:
      scope === null || !found.compared
        ? null
        : { dimension: scope.dimension, segments: others.map(({ segment }) => segment) },
    relative,
    verdict: judgeEffect(relative ? asShare(found.effect) : found.effect, { smallest: matters, ...counted }),
    driftedBefore: found.drifted,
  };
}

const fewest = 4;

/** The part of the work that was touched, and all of it told apart by the same dimension. */
const sidesOf = (weekly: Question, scope: Filter | null): readonly Question[] =>
  scope === null
    ? [weekly]
    : [
        { ...weekly, where: [...weekly.where, scope] },
        { ...weekly, by: [scope.dimension] },
      ];

interface Point {
  readonly week: string;
  readonly value: number;
}

/** Whole weeks with a figure, without the one in which the change came. */
function pointsOf(figures: readonly Figure[], on: string, start: string): readonly Point[] {
  const [first] = figures;
  return wholeSlices(figures, 'week').flatMap(({ stat, from, value }) => {
    const week = from?.slice(0, 10) ?? '';
    const mixed = week <= on && week < start && addDays(week, 7) > on;
    return stat !== first?.stat || value === null || mixed ? [] : [{ week, value }];
  });
}

interface Other {
  readonly segment: string;
  readonly points: readonly Point[];
}

/** Segments that the change did not touch and that have a figure in each of the same weeks. */
function othersOf(
  figures: readonly Figure[],
  { dimension, values }: Filter,
  own: readonly Point[],
  points: (figures: readonly Figure[]) => readonly Point[],
): readonly Other[] {
  const groups = Map.groupBy(figures, ({ segment }) => segment[dimension] ?? null);
  return [...groups].flatMap(([segment, group]) => {
    if (segment === null || values.includes(segment)) return [];
    const known = points(group);
    const same = own.flatMap(({ week }) => known.find((point) => point.week === week) ?? []);
    return same.length === own.length ? [{ segment, points: same }] : [];
  });
}

/** Against the others where there are others; else against where its own past was going. */
function effectOf(of: {
  readonly own: readonly Point[];
  readonly others: readonly Other[];
  readonly at: number;
  readonly relative: boolean;
}): { readonly effect: Effect; readonly drifted: boolean; readonly compared: boolean } {
  const { own, others, at, relative } = of;
  // Half a case more keeps a week without any on the scale.
  const scaled = ({ value }: Point): number => (relative ? Math.log(value + 0.5) : value);
  const touched = own.map(scaled);
  const rest = steadyOthers(others.map(({ segment, points }) => ({ segment, values: points.map(scaled) })));
  // What was there before, its trend, the jump, and how the trend turned.
  const line = own.map((_, t) => [1, t, t >= at ? 1 : 0, Math.max(0, t - at)]);
  if (rest === null) {
    const effect = memoryRegression(line, touched, 2, { method: 'interrupted_series' });
    return { effect, drifted: false, compared: false };
  }
  const gaps = touched.map((value, i) => value - (rest[i] ?? 0));
  const step = own.map((_, t) => [1, t >= at ? 1 : 0]);
  return {
    effect: memoryRegression(step, gaps, 1, { method: 'difference_in_differences' }),
    drifted: memoryRegression(line, gaps, 1).p < 0.01,
    compared: true,
  };
}

/** A difference of logarithms as a share more or less. */
const asShare = (effect: Effect): Effect => ({
  ...effect,
  estimate: Math.expm1(effect.estimate),
  low: Math.expm1(effect.low),
  high: Math.expm1(effect.high),
});

const meanOf = (points: readonly Point[]): number =>
  points.reduce((sum, { value }) => sum + value, 0) / points.length;

const tooYoung = ({ id, on }: RecordedChange, at: number, all: number): Problem =>
  new Problem('change_too_young', {
    found: `${Math.max(0, at)} whole weeks with a figure before ${id} (${on}) and ${at < 0 ? 0 : all - at} after it`,
    expected: `at least ${fewest} on each side`,
    todo: 'wait, or choose a metric that is known for longer',
  });
