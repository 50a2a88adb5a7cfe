/** Did a recorded change work? Weeks before it against weeks after, and against the rest of the work where it had a scope. */
import {
  type Comparison,
  differenceInDifferences,
  type Effect,
  interruptedSeries,
  judgeEffect,
} from '../chance/index.ts';
import { addDays, nextStart, Problem, startOf } from '../model/index.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { type AnswerContext, answer } from './answer.ts';
import { catalogue } from './catalogue/index.ts';
import { findMetric } from './check-question.ts';
import { smallestOf } from './compare-figures.ts';
import type { Figure } from './figure.ts';
import type { Filter, Question } from './question.ts';
import { type RecordedChange, recordedChange, scopeFilter } from './recorded-change.ts';
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
  /** What it is held against: the rest of a dimension, or null for its own past alone. */
  readonly comparison: { readonly dimension: string; readonly before: number; readonly after: number } | null;
  /** `relative`: difference, interval and smallest are shares of what would have come (−0.4 is 40 % less). */
  readonly relative: boolean;
  readonly verdict: Comparison;
  /** Where the two already moved apart before the change, the answer is to be taken with care. */
  readonly driftedBefore: boolean;
}

interface Asked {
  readonly id: string;
  /** Weeks looked at on each side. */
  readonly weeks?: number;
}

/**
 * The first metric and statistic of a question; its period does not matter. Counts and times are compared as ratios, all
 * else as differences. The week in which the change came is left out unless it began with it.
 *
 * @throws Problem `change_unknown`, `change_too_young` with fewer than 4 weeks on a side
 */
export async function didItWork(
  warehouse: Warehouse,
  question: Question,
  { id, weeks = 13 }: Asked,
  context: AnswerContext = {},
): Promise<ChangeEffect> {
  const [ask] = question.asks;
  const metric = findMetric(ask?.metric ?? '', context.metrics ?? catalogue);
  const change = await recordedChange(warehouse, id, question.zone);
  const scope = scopeFilter(change.scope, metric);
  const start = startOf('week', change.on) === change.on ? change.on : nextStart('week', change.on);
  const period = { from: addDays(startOf('week', change.on), -7 * weeks), to: addDays(start, 7 * weeks) };
  const weekly = { ...question, period, grain: 'week' as const, by: [], compare: [] };
  const rest = scope === null ? null : await restOf(warehouse, weekly, scope, context);
  const touched = scope === null ? weekly : { ...weekly, where: [...weekly.where, scope] };
  const asked = rest === null ? [touched] : [touched, { ...weekly, where: [...weekly.where, rest] }];
  const answers = await answer(warehouse, asked, context);
  const [own = [], others = []] = answers.map((figures) => pointsOf(figures, change.on, start));
  const pairs = own.flatMap((point) => {
    const other = rest === null ? null : others.find(({ week }) => week === point.week);
    return other === undefined ? [] : [{ ...point, other: other?.value ?? null }];
  });
  const [first] = answers[0] ?? [];
  const at = pairs.findIndex(({ week }) => week >= start);
  if (first === undefined || at < fewest || pairs.length - at < fewest)
    throw tooYoung(change, at, pairs.length);
  const relative = first.unit === 'count' || first.unit === 'seconds';
  const smallest = smallestOf(metric, first.stat, context.smallest ?? {});
  const found = effectOf(pairs, at, relative);
  const before = mean(pairs.slice(0, at).map(({ value }) => value));
  const matters = smallest.relative ? smallest.by * (relative ? 1 : Math.abs(before)) : smallest.by;
  const counted = { before: at, after: pairs.length - at };
  return {
    change,
    metric: metric.name,
    stat: first.stat,
    unit: first.unit,
    weeks: counted,
    before,
    after: mean(pairs.slice(at).map(({ value }) => value)),
    comparison:
      rest === null
        ? null
        : {
            dimension: rest.dimension,
            before: mean(pairs.slice(0, at).map(({ other }) => other ?? 0)),
            after: mean(pairs.slice(at).map(({ other }) => other ?? 0)),
          },
    relative,
    verdict: judgeEffect(relative ? asShare(found.effect) : found.effect, { smallest: matters, ...counted }),
    driftedBefore: found.drifted,
  };
}

const fewest = 4;

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

/** All other values of the scope's dimension; null where there is none. */
async function restOf(
  warehouse: Warehouse,
  { grain: _, ...weekly }: Question,
  { dimension, values }: Filter,
  context: AnswerContext,
): Promise<Filter | null> {
  const [figures = []] = await answer(warehouse, [{ ...weekly, by: [dimension] }], context);
  const others = [...new Set(figures.map(({ segment }) => segment[dimension] ?? null))].filter(
    (value) => value !== null && !values.includes(value),
  );
  return others.length === 0 ? null : { dimension, values: others.slice(0, 1000) };
}

type Pair = Point & { readonly other: number | null };

/** Against the others where there are others; else against where its own past was going. */
function effectOf(
  pairs: readonly Pair[],
  at: number,
  relative: boolean,
): { effect: Effect; drifted: boolean } {
  // Half a case more keeps a week without any on the scale.
  const scaled = (value: number): number => (relative ? Math.log(value + 0.5) : value);
  const own = pairs.map(({ value }) => scaled(value));
  const others = pairs.flatMap(({ other }) => (other === null ? [] : [scaled(other)]));
  if (others.length < own.length) return { effect: interruptedSeries(own, at).jump, drifted: false };
  const gaps = own.map((value, i) => value - (others[i] ?? 0));
  return {
    effect: differenceInDifferences(own, others, at),
    drifted: interruptedSeries(gaps, at).trend.p < 0.01,
  };
}

/** A difference of logarithms as a share more or less. */
const asShare = (effect: Effect): Effect => ({
  ...effect,
  estimate: Math.expm1(effect.estimate),
  low: Math.expm1(effect.low),
  high: Math.expm1(effect.high),
});

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const tooYoung = ({ id, on }: RecordedChange, at: number, all: number): Problem =>
  new Problem('change_too_young', {
    found: `${Math.max(0, at)} whole weeks with a figure before ${id} (${on}) and ${at < 0 ? 0 : all - at} after it`,
    expected: `at least ${fewest} on each side`,
    todo: 'wait, or choose a metric that is known for longer',
  });
