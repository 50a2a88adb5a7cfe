/** An early warning: what customers feel has been getting worse for weeks, at one place, before the whole crosses its target. */
import { type Control, controlPage, type Figure } from '../metrics/index.ts';
import { addDays, type Grain, startOf } from '../model/index.ts';
import { type Change, isDisjoint, isGood } from './change.ts';
import { apart, day, measured, metricOf, placed } from './fact.ts';
import type { Insight, Message, Place } from './insight.ts';
import { about, type Desk, type InsightKind, type Scope } from './kind.ts';
import { themeOf } from './theme.ts';

/** Shares only: cheap to count, and what a reader minds most. Each is watched in the parts that its work is done in. */
const watched = [
  { metric: 'csat', by: ['team', 'channel'] },
  { metric: 'abandonment_rate', by: ['channel'] },
] as const;

const grains = ['week', 'day'] as const satisfies readonly Grain[];
const year = 52 * 7;
/** With fewer points there is no level to speak of. */
const fewest = 13;
/** Days back from the end of the period within which a shift is still news. */
const news = 91;

export const earlyWarning: InsightKind = {
  name: 'early-warning',
  questions: (scope) => asked(scope).map(({ question }) => question),
  look: async (desk, scope, { answers, changes }) => ({
    insights: shiftsIn(answers, scope)
      .filter((shift) => !changes.some((change) => isKnown(change, shift)))
      .map((shift) => insight(shift, desk)),
  }),
};

function asked(scope: Scope) {
  const { period, dataFrom } = scope;
  if (period === 'all' || dataFrom === null) return [];
  const start = startOf('week', addDays(period.to, -year));
  const span = { from: start < dataFrom ? dataFrom : start, to: period.to };
  return watched
    .filter(({ metric }) => scope.metrics.includes(metric))
    .flatMap(({ metric, by }) => {
      const known = by.filter((dimension) => scope.dimensions.includes(dimension));
      return grains.map((grain) => ({
        grain,
        question: about(scope, [metric], { period: span, grain, by: known }),
      }));
    });
}

interface Shift {
  readonly control: Control;
  readonly signal: Extract<Control['signals'][number], { kind: 'shift' }>;
  readonly place: Place;
}

/** What the period shows as a change already needs no early warning. */
const isKnown = (change: Change, { place, control }: Shift): boolean =>
  !isDisjoint(change.place, place) &&
  [change, ...change.also].some(
    ({ figure }) => themeOf(figure.metric) === themeOf(control.points[0]?.figure.metric ?? ''),
  );

/** Shifts for the worse that still last, strongest first, each place once. */
function shiftsIn(answers: readonly (readonly Figure[])[], scope: Scope): readonly Shift[] {
  if (scope.period === 'all') return [];
  const since = addDays(scope.period.to, -news);
  const page = asked(scope).flatMap(({ grain }, i) =>
    charts(answers[i] ?? []).map((figures) => ({ figures, grain })),
  );
  const shifts = controlPage(page)
    .flatMap(lastShift)
    .filter((shift) => startsAt(shift) >= since && isWorse(shift));
  const told: Shift[] = [];
  for (const shift of shifts.sort((a, b) => strengthOf(b) - strengthOf(a)))
    if (!told.some((other) => isSame(other, shift))) told.push(shift);
  return told;
}

/** One series a place, those with enough points. */
function charts(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const own = figures.filter(({ stat }) => stat === figures[0]?.stat);
  return [...Map.groupBy(own, ({ segment }) => JSON.stringify(segment)).values()].filter(
    (series) =>
      series.filter(({ value }) => value !== null).length >= fewest &&
      Object.values(series[0]?.segment ?? {}).every((value) => value !== null),
  );
}

function lastShift(control: Control): readonly Shift[] {
  const signal = control.signals.filter((each) => each.kind === 'shift').at(-1);
  const [first] = control.points;
  return signal === undefined || first === undefined
    ? []
    : [{ control, signal, place: first.figure.segment }];
}

const figureAt = ({ control, signal }: Shift): Figure | undefined => control.points[signal.at]?.figure;
const startsAt = (shift: Shift): string => figureAt(shift)?.from?.slice(0, 10) ?? '';
const isWorse = (shift: Shift): boolean =>
  isGood(figureAt(shift)?.metric ?? '', shift.signal.difference) === false;
const strengthOf = ({ signal: { difference, low, high } }: Shift): number =>
  high > low ? Math.abs(difference) / (high - low) : 0;
const isSame = (a: Shift, b: Shift): boolean =>
  figureAt(a)?.metric === figureAt(b)?.metric && !isDisjoint(a.place, b.place);

function insight(shift: Shift, desk: Desk): Insight {
  const { control, signal, place } = shift;
  const figure = figureAt(shift);
  if (figure === undefined) throw new RangeError('a shift is at a point of its chart');
  const since = control.points.slice(signal.at).map((point) => point.figure);
  const n = since.reduce((sum, each) => sum + each.n, 0);
  const facts = {
    metric: metricOf(figure),
    place: placed(place),
    day: day(startsAt(shift)),
    before: measured(figure, signal.before),
    value: measured(figure, signal.after),
    low: apart(figure, Math.min(Math.abs(signal.low), Math.abs(signal.high))),
    high: apart(figure, Math.max(Math.abs(signal.low), Math.abs(signal.high))),
    way: signal.difference > 0 ? 'up' : 'down',
  };
  return {
    kind: 'early-warning',
    headline: { name: 'insight.early', facts },
    because: [{ name: 'insight.early.because', facts }, ...targetLine(figure, signal.after, desk)],
    advice: { name: 'insight.early.advice', facts },
    audience: 'team',
    good: false,
    size: { value: Math.abs(signal.difference) * n, unit: 'customers' },
    certainty: 0.95,
    subject: { metric: figure.metric, segment: place, way: signal.difference > 0 ? 'up' : 'down' },
    evidence: since.slice(-1),
  };
}

/** Where a target was stated for the whole, on which side of it this place now is. */
function targetLine(figure: Figure, level: number, { context }: Desk): readonly Message[] {
  const target = (context.targets ?? []).find(
    ({ metric, where = [] }) => metric === figure.metric && where.length === 0,
  );
  if (target === undefined) return [];
  const missed = isGood(figure.metric, target.value - level) === true;
  return [
    {
      name: `insight.early.${missed ? 'missed' : 'kept'}`,
      facts: { target: measured(figure, target.value) },
    },
  ];
}
