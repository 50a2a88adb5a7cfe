/** What the alarm finds in the metrics that are watched: the newest change of each that still stands, if it is bad news. */
import type { Signal } from '../../chance/index.ts';
import { type Control, controlPage, type Figure } from '../../metrics/index.ts';
import type { Question } from '../../metrics/question.ts';
import { addDays, daysBetween, type Grain, type Period, startOf } from '../../model/index.ts';
import type { Mark } from './next-step.ts';
import type { Thing } from './thing.ts';

type MetricThing = Extract<Thing, { kind: 'metric' }>;
type Better = 'up' | 'down' | 'neither';

export interface Change {
  readonly kind: 'change';
  readonly control: Control;
  readonly signal: Signal;
  readonly mark: Extract<Mark, { kind: 'change' }>;
}

/** Weeks see what is slow or rare, days what is short. */
export const grains = ['week', 'day'] as const satisfies readonly Grain[];
const weeks = 52;
/** With fewer points there is no level to speak of. */
const fewest = 13;
/** A level that is older was there to be seen in reports; a single day that is older is past. */
const daysOfShift = 91;
const daysOfSpike = 14;

/** The questions of one thing: its last year by week and by day, up to the end of the last whole day. */
export const questionsOf = ({ metric, where }: MetricThing, to: string, zone: string): readonly Question[] =>
  grains.map((grain) => ({
    asks: [{ metric, stats: [] }],
    period: span(to),
    zone,
    grain,
    by: [],
    where,
    rules: {},
    compare: [],
  }));

const span = (to: string): Period => ({ from: startOf('week', addDays(to, -7 * weeks)), to });

/**
 * All series of one look are judged together, so that many watched things raise no more false alarms than one.
 *
 * @param series for each thing the answers to its questions
 */
export function changesIn(
  series: readonly (readonly (readonly Figure[])[])[],
  { to, betterOf }: { readonly to: string; readonly betterOf: (metric: string) => Better },
): readonly (Change | null)[] {
  const charts = series.flatMap((own, thing) =>
    own.flatMap((figures, i) => {
      const headline = figures.filter(({ stat }) => stat === figures[0]?.stat);
      const grain = grains[i] ?? 'week';
      return known(headline) < fewest ? [] : [{ thing, watched: { figures: sinceFirst(headline), grain } }];
    }),
  );
  const page = controlPage(charts.map(({ watched }) => watched));
  return series.map((_, thing) => {
    const own = page.filter((_, i) => charts[i]?.thing === thing);
    return own.flatMap((control) => newest(control, { to, betterOf }) ?? []).sort(tellingMost)[0] ?? null;
  });
}

const known = (figures: readonly Figure[]): number => figures.filter(({ value }) => value !== null).length;

/** What was not recorded yet is no quiet time. */
function sinceFirst(figures: readonly Figure[]): readonly Figure[] {
  const first = figures.findIndex(({ value, n }) => value !== null && n > 0);
  return first < 0 ? figures : figures.slice(first);
}

/** A level before a single day; of two levels the one whose beginning is better known. */
function tellingMost(a: Change, b: Change): number {
  if (a.signal.kind !== b.signal.kind) return a.signal.kind === 'shift' ? -1 : 1;
  return daysBetween(a.mark.from, a.mark.to) - daysBetween(b.mark.from, b.mark.to);
}

interface Reading {
  readonly to: string;
  readonly betterOf: (metric: string) => Better;
}

/** The newest level, if it is worse than the one before; else a single day of late that stands apart for the worse. */
function newest(control: Control, { to, betterOf }: Reading): Change | null {
  const better = betterOf(control.points[0]?.figure.metric ?? '');
  const day = (place: number, end: 'from' | 'to'): string =>
    control.points[place]?.figure[end]?.slice(0, 10) ?? to;
  const shift = control.signals.findLast(({ kind }) => kind === 'shift');
  if (shift?.kind === 'shift') {
    const mark = { kind: 'change', from: day(shift.earliest, 'from'), to: day(shift.latest, 'to') } as const;
    const isLate = daysBetween(mark.to, to) <= daysOfShift;
    if (isLate && isWorse(shift.before, shift.after, better))
      return { kind: 'change', control, signal: shift, mark };
  }
  const spike = control.signals.findLast(({ kind }) => kind === 'spike');
  if (spike?.kind !== 'spike' || !isWorse(spike.expected, spike.value, better)) return null;
  const mark = { kind: 'change', from: day(spike.at, 'from'), to: day(spike.at, 'to') } as const;
  return daysBetween(mark.to, to) <= daysOfSpike ? { kind: 'change', control, signal: spike, mark } : null;
}

const isWorse = (before: number, after: number, better: Better): boolean =>
  better === 'neither' || (better === 'up' ? after < before : after > before);
