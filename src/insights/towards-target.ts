/** A forecast that crosses a target: the figure still keeps it, but its trend does not. */
import { type TrendAhead, trendAhead } from '../chance/index.ts';
import { catalogue, type Figure, findMetric } from '../metrics/index.ts';
import { type Target, targetFor } from '../metrics/stated-values.ts';
import { wholeSlices } from '../metrics/watch.ts';
import { addDays, startOf } from '../model/index.ts';
import { affectedBy } from './affected.ts';
import { isEverywhere } from './change-words.ts';
import { count, day, measured, metricOf, oneIn, placed } from './fact.ts';
import type { Insight, Place } from './insight.ts';
import { about, type Desk, type InsightKind, type Scope } from './kind.ts';

/** Weeks that the trend is read from, and looked ahead. */
const weeks = 26;
const fewest = 13;
const ahead = 8;
/** Chance of seeing a trend towards any target though there is none. */
const error = 0.01;

export const towardsTarget: InsightKind = {
  name: 'towards-target',
  async look(desk, scope) {
    const aims = aimsOf(desk, scope);
    const answers = await desk.ask(aims.map((aim) => weekly(aim, scope)));
    return {
      insights: aims.flatMap((aim, i) => headingPast(aim, answers[i] ?? [], error / aims.length)),
    };
  },
};

/** A target that this report's figures can be held against, with the part of the work it is for. */
interface Aim {
  readonly target: Target;
  readonly stat: Figure['stat'];
  readonly better: 'up' | 'down';
  readonly place: Place;
}

/** Of several targets for one thing the one that holds when the period ends. */
function aimsOf({ context }: Desk, { metrics, period, where: scoped }: Scope): readonly Aim[] {
  const { targets = [], metrics: known = catalogue } = context;
  if (period === 'all' || scoped.length > 0) return [];
  return targets.flatMap((target) => {
    const metric = findMetric(target.metric, known);
    const stat = target.stat ?? metric.headline[0];
    const { where = [] } = target;
    const holds =
      stat !== undefined &&
      targetFor({ metric, stat, filters: where, from: period.to }, targets) === target &&
      metrics.includes(metric.name) &&
      where.every(({ values }) => values.length === 1);
    if (!holds || metric.better === 'neither' || metric.stock !== undefined) return [];
    const place = Object.fromEntries(where.map(({ dimension, values }) => [dimension, values[0] ?? null]));
    return [{ target, stat, better: metric.better, place }];
  });
}

function weekly({ target, stat }: Aim, scope: Scope) {
  const { period } = scope;
  const until =
    period === 'all' ? period : { from: startOf('week', addDays(period.to, -7 * weeks)), to: period.to };
  return about(scope, [target.metric], {
    stats: [stat],
    grain: 'week',
    period: until,
    where: [...scope.where, ...(target.where ?? [])],
  });
}

function headingPast(aim: Aim, figures: readonly Figure[], limit: number): readonly Insight[] {
  const whole = wholeSlices(figures, 'week').filter(({ value }) => value !== null);
  if (whole.length < fewest) return [];
  const trend = trendAhead(
    whole.map(({ value }) => value ?? 0),
    ahead,
  );
  const isPast = (level: number): boolean =>
    aim.better === 'up' ? level < aim.target.value : level > aim.target.value;
  const surely = isPast(trend.later.low) && isPast(trend.later.high);
  const told = trend.isStraight && trend.slope.p < limit && !isPast(trend.now) && surely;
  return told ? [insight(aim, whole, trend)] : [];
}

function insight({ target, place, better }: Aim, figures: readonly Figure[], trend: TrendAhead): Insight {
  const figure = figures.at(-1);
  if (figure === undefined) throw new RangeError('a trend is made of weeks');
  const steps = Math.ceil((target.value - trend.now) / trend.slope.estimate);
  const until = addDays(figure.to?.slice(0, 10) ?? '', 7 * steps);
  // As many rows will see it as saw the weeks before.
  const seen = figures.slice(-ahead).reduce((sum, { n }) => sum + n, 0);
  const facts = {
    metric: metricOf(figure),
    where: isEverywhere(place) ? 'whole' : 'place',
    place: placed(place),
    target: measured(figure, target.value),
    day: day(until),
    weeks: count(figures.length),
    ahead: count(ahead),
    now: measured(figure, trend.now),
    later: measured(figure, trend.later.estimate),
    low: measured(figure, trend.later.low),
    high: measured(figure, trend.later.high),
    times: oneIn(trend.slope.p),
  };
  return {
    kind: 'towards-target',
    headline: { name: 'insight.towards', facts },
    because: [{ name: 'insight.towards.because', facts }],
    advice: { name: 'insight.towards.advice', facts },
    audience: 'team',
    good: false,
    size: affectedBy({ ...figure, n: seen }, trend.later.estimate - trend.now),
    certainty: 1 - trend.slope.p,
    subject: { metric: figure.metric, segment: place, way: better === 'up' ? 'down' : 'up' },
    evidence: [figure],
  };
}
