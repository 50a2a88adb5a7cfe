/** Something that the business changed on purpose, and whether it worked: told from the fifth week on, for a quarter. */
import {
  type ChangeEffect,
  catalogue,
  didItWork,
  expectationKept,
  findMetric,
  type RecordedChange,
  recordedChanges,
} from '../metrics/index.ts';
import { scopeFilter } from '../metrics/recorded-change.ts';
import { addDays, Problem } from '../model/index.ts';
import { apart, count, day, type Fact, metricOf, oneIn, share, told } from './fact.ts';
import type { Insight, Message, Place } from './insight.ts';
import { about, type Desk, type Found, type InsightKind, type Scope } from './kind.ts';

/** Before that there are too few weeks on its side. */
const youngest = 35;
/** After that the answer has been given. */
const oldest = 126;

export const recordedChange: InsightKind = {
  name: 'recorded-change',
  async look(desk, scope) {
    if (scope.period === 'all') return { insights: [] };
    const { to } = scope.period;
    const recent = (await recordedChanges(desk.warehouse, scope.zone)).filter(
      ({ on, expected }) => expected !== null && on < to && on >= addDays(to, -oldest),
    );
    const found = await Promise.all(recent.map((change) => judged(change, scope, desk, to)));
    return {
      insights: found.flatMap(({ insights }) => insights),
      untold: found.flatMap(({ untold = [] }) => untold),
    };
  },
};

async function judged(change: RecordedChange, scope: Scope, desk: Desk, until: string): Promise<Found> {
  const early = { insights: [], untold: [{ name: 'insight.recorded.early', facts: factsOf(change) }] };
  if (change.on > addDays(until, -youngest)) return early;
  try {
    const question = about(scope, [change.expected?.metric ?? ''], { where: scope.where });
    const effect = await didItWork(desk.warehouse, question, { id: change.id, until }, desk.context);
    if (effect.verdict.verdict === 'cannot_tell_yet')
      return { insights: [], untold: [{ name: 'insight.recorded.unclear', facts: effectFacts(effect) }] };
    return { insights: [insight(effect, await touched(effect, scope, desk))] };
  } catch (error) {
    if (error instanceof Problem) return early;
    throw error;
  }
}

const factsOf = ({ what, on }: RecordedChange) => ({ what, day: day(on) });

/** Sizes as shares of what would have come, or in the metric's own unit. */
function effectFacts(effect: ChangeEffect) {
  const { relative, verdict, change, weeks, metric, stat, unit } = effect;
  const size = (value: number | null): Fact =>
    value === null ? '–' : relative ? share(Math.abs(value)) : apart({ unit }, value);
  const signed = (value: number | null): Fact =>
    told({
      name: 'insight.recorded.end',
      facts: { sign: (value ?? 0) < 0 ? 'minus' : 'plus', size: size(value) },
    });
  return {
    ...factsOf(change),
    metric: metricOf({ metric, stat, unit }),
    difference: size(verdict.difference),
    way: verdict.difference > 0 ? 'up' : 'down',
    low: signed(verdict.interval.low),
    high: signed(verdict.interval.high),
    smallest: size(verdict.smallest),
    times: oneIn(verdict.p),
    before: count(weeks.before),
    after: count(weeks.after),
  };
}

function insight(effect: ChangeEffect, rows: number): Insight {
  const { metric, verdict, comparison, unit, relative, before, weeks } = effect;
  const outcome = outcomeOf(effect);
  const facts = effectFacts(effect);
  const grounds: Message = {
    name: `insight.recorded.${comparison === null ? 'alone' : 'against'}`,
    facts: {
      ...facts,
      dimension: comparison === null ? '' : { as: 'dimension', dimension: comparison.dimension },
    },
  };
  const each = Math.abs(verdict.difference) * (relative ? before : 1);
  return {
    kind: 'recorded-change',
    headline: { name: `insight.recorded.${outcome}`, facts },
    because: [{ name: `insight.recorded.${outcome === 'nothing' ? 'within' : 'size'}`, facts }, grounds],
    advice: { name: `insight.recorded.${outcome}Advice`, facts },
    audience: 'team',
    good: outcome === 'nothing' ? null : outcome === 'worked' || outcome === 'short',
    size:
      unit === 'count'
        ? { value: each * weeks.after, unit: 'cases' }
        : unit === 'seconds'
          ? {
              value: each * rows,
              unit: metric === 'handle_time' || metric === 'talk_time' ? 'work' : 'seconds',
            }
          : { value: each * rows, unit: 'customers' },
    certainty: outcome === 'nothing' ? 0.95 : 1 - verdict.p,
    subject: { metric, segment: placeOf(effect), way: verdict.difference > 0 ? 'up' : 'down' },
    evidence: [],
  };
}

/** `short`: it moved the right way, but less than was expected. */
function outcomeOf({ change, ...effect }: ChangeEffect): 'worked' | 'short' | 'opposite' | 'nothing' {
  if (effect.verdict.verdict !== 'signal' || change.expected === null) return 'nothing';
  const kept = expectationKept(change.expected, effect);
  return kept === 'kept' ? 'worked' : kept === 'short' ? 'short' : 'opposite';
}

function placeOf({ change, metric }: ChangeEffect): Place {
  const filter = scopeFilter(change.scope, findMetric(metric, catalogue));
  const [value] = filter?.values ?? [];
  return filter === null || value === undefined || filter.values.length > 1
    ? {}
    : { [filter.dimension]: value };
}

/** How many rows of this period the effect is felt in. */
async function touched({ metric, stat, change }: ChangeEffect, scope: Scope, desk: Desk): Promise<number> {
  const filter = scopeFilter(change.scope, findMetric(metric, desk.context.metrics ?? catalogue));
  const where = [...scope.where, ...(filter === null ? [] : [filter])];
  const [[figure] = []] = await desk.ask([about(scope, [metric], { stats: [stat], where })]);
  return figure?.n ?? 0;
}
