/** Which planted changes the alarm finds in the charts where they are, and how long after they began. */
import { answer, type Control, controlPage, type Figure } from '../../src/metrics/index.ts';
import { addDays, daysBetween } from '../../src/model/index.ts';
import { where, type Year } from './year.ts';

interface Watch {
  readonly id: string;
  readonly metric: string;
  readonly direction: 'up' | 'down';
  /** Where the planted change shows; by default where the truth says. */
  readonly where?: Readonly<Record<string, string | readonly string[]>>;
}

/** The charts in which the planted changes of a time of their own can be seen. */
const watches: readonly Watch[] = [
  { id: 'watch-fault', metric: 'cases_opened', direction: 'up' },
  { id: 'watch-fault', metric: 'csat', direction: 'down' },
  {
    id: 'digital-desk',
    metric: 'first_response_time',
    direction: 'up',
    where: { channel: ['chat', 'social'] },
  },
  { id: 'phone-hole', metric: 'abandonment_rate', direction: 'up', where: { channel: 'phone' } },
  { id: 'phone-hole', metric: 'speed_of_answer', direction: 'up', where: { channel: 'phone' } },
  { id: 'email-drift', metric: 'csat', direction: 'down' },
  { id: 'invoice-article', metric: 'cases_opened', direction: 'down' },
];

export interface AlarmScore {
  readonly id: string;
  readonly metric: string;
  /** By the end of the year: by week, by day, by either. */
  readonly found: { readonly week: boolean; readonly day: boolean };
  /** Days from the beginning until the alarm, looked at every Monday, first said so; null where it never did. */
  readonly days: number | null;
}

const grains = ['week', 'day'] as const;
const year = { from: '2025-01-01', to: '2026-01-01' };
/** Days that a date may be off. */
const slack = 14;

export async function foundByAlarm({ warehouse, truth, context, ask }: Year): Promise<readonly AlarmScore[]> {
  const scores: AlarmScore[] = [];
  for (const watch of watches) {
    const planted = truth.planted.find(({ id }) => id === watch.id);
    if (planted?.from == null) continue;
    const filter = { where: where(watch.where ?? planted.where) };
    const questions = grains.map((grain) => ask(watch.metric, year, { ...filter, grain }));
    const answers = (await answer(warehouse, questions, context)).map((figures) =>
      figures.filter(({ stat }) => stat === figures[0]?.stat),
    );
    const span = { from: planted.from, to: planted.to ?? year.to };
    const seen = (figures: readonly Figure[] | undefined, grain: 'week' | 'day'): boolean =>
      controlPage([{ figures: figures ?? [], grain }]).some((chart) => shows(chart, watch.direction, span));
    scores.push({
      id: watch.id,
      metric: watch.metric,
      found: { week: seen(answers[0], 'week'), day: seen(answers[1], 'day') },
      days: soonest(span, (until) => grains.some((grain, i) => seen(before(answers[i] ?? [], until), grain))),
    });
  }
  return scores;
}

const before = (figures: readonly Figure[], until: string): readonly Figure[] =>
  figures.filter(({ to }) => (to?.slice(0, 10) ?? '') <= until);

/** Every Monday from the beginning until four weeks after the end. */
function soonest({ from, to }: typeof year, seen: (until: string) => boolean): number | null {
  const end = addDays(to, 28);
  for (let monday = nextMonday(from); monday <= end && monday <= year.to; monday = addDays(monday, 7)) {
    if (seen(monday)) return daysBetween(from, monday);
  }
  return null;
}

function nextMonday(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, ((8 - weekday) % 7) + (weekday === 1 ? 7 : 0));
}

/** A shift or a spike in the right direction, within the time of the change. */
function shows({ signals, points }: Control, direction: 'up' | 'down', { from, to }: typeof year): boolean {
  return signals.some((signal) => {
    const date = points[signal.at]?.figure.from?.slice(0, 10) ?? '';
    const up = signal.kind === 'shift' ? signal.after > signal.before : signal.value > signal.expected;
    const early = signal.kind === 'shift' ? addDays(from, -slack) : from;
    return up === (direction === 'up') && date >= early && date < to;
  });
}
