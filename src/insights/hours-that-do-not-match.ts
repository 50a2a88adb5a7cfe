/** A channel whose demand and staffing do not match by hour: at some hours far more callers give up than at the others. */
import { wilsonInterval } from '../chance/index.ts';
import type { Figure } from '../metrics/figure.ts';
import { count, type Fact, list, placed, share, told } from './fact.ts';
import type { Insight, Message } from './insight.ts';
import { about, type InsightKind, type StaffedHour } from './kind.ts';

/** Contacts of an hour, over the whole period, below which nothing is said of it. */
const fewest = 30;
/** Surely so many times as many give up as at the other hours. */
const times = 1.5;
/** Points of difference below which it does not matter. */
const matters = 0.03;

export const hoursThatDoNotMatch: InsightKind = {
  name: 'hours-that-do-not-match',
  questions: (scope) =>
    scope.metrics.includes('abandonment_rate')
      ? [
          about(scope, ['abandonment_rate'], {
            by: scope.dimensions.includes('channel') ? ['channel', 'hour'] : ['hour'],
          }),
        ]
      : [],
  async look(desk, scope, { answers: [cells = []] }) {
    const channels = Map.groupBy(cells.filter(isKnown), ({ segment }) => segment['channel'] ?? '');
    const found = [...channels.values()].flatMap((hours) => {
      const tight = hours.filter((hour) => isTight(hour, hours));
      return tight.length === 0 ? [] : [{ hours, tight }];
    });
    if (found.length === 0) return { insights: [] };
    const staffed = await desk.staffed(scope);
    return { insights: found.map((one) => insight(one, staffed)) };
  },
};

const isKnown = ({ stat, value, segment }: Figure): boolean =>
  stat === 'share' && value !== null && segment['channel'] !== null && segment['hour'] != null;

const hits = ({ value, n }: Figure): number => (value ?? 0) * n;
const sum = (figures: readonly Figure[], of: (figure: Figure) => number): number =>
  figures.reduce((total, figure) => total + of(figure), 0);
const rateOf = (figures: readonly Figure[]): number =>
  sum(figures, hits) /
  Math.max(
    1,
    sum(figures, ({ n }) => n),
  );

function isTight(hour: Figure, all: readonly Figure[]): boolean {
  if (hour.n < fewest || all.length < 3) return false;
  // Callers of one hour share its queue: the level allows for the days of it, and for as many looks as there are hours.
  const { low } = wilsonInterval(Math.round(hits(hour)), hour.n, { level: 0.999 });
  const others = rateOf(all.filter((each) => each !== hour));
  return (low ?? 0) > others * times && (low ?? 0) > others + matters;
}

interface Tight {
  readonly hours: readonly Figure[];
  readonly tight: readonly Figure[];
}

function insight({ hours, tight }: Tight, staffed: readonly StaffedHour[]): Insight {
  const others = hours.filter((hour) => !tight.includes(hour));
  const rate = rateOf(tight);
  const elsewhere = rateOf(others);
  const channel = tight[0]?.segment['channel'];
  const place = channel == null ? {} : { channel };
  const inOrder = tight.toSorted((a, b) => hourOf(a) - hourOf(b));
  const facts = {
    where: channel == null ? 'whole' : 'place',
    place: placed(place),
    hours: list(inOrder.map((hour) => clock(hourOf(hour)))),
    share: share(rate),
    elsewhere: share(elsewhere),
    n: count(sum(tight, ({ n }) => n)),
    ofAll: share(
      sum(tight, ({ n }) => n) /
        Math.max(
          1,
          sum(hours, ({ n }) => n),
        ),
    ),
  };
  return {
    kind: 'hours-that-do-not-match',
    headline: { name: 'insight.hours', facts },
    because: [{ name: 'insight.hours.because', facts }, ...presence(inOrder, staffed)],
    advice: { name: 'insight.hours.advice', facts },
    audience: 'planning',
    good: false,
    size: { value: (rate - elsewhere) * sum(tight, ({ n }) => n), unit: 'customers' },
    certainty: 0.99,
    subject: { metric: 'abandonment_rate', segment: place },
    evidence: inOrder,
  };
}

const hourOf = ({ segment }: Figure): number => Number(segment['hour']);
const clock = (hour: number): Fact => told({ name: 'insight.hours.clock', facts: { hour: String(hour) } });

/** People who were there at these hours, and people whom the contacts needed. */
function presence(tight: readonly Figure[], staffed: readonly StaffedHour[]): readonly Message[] {
  const own = staffed.filter(
    ({ hour, there }) => there > 0 && tight.some((figure) => hourOf(figure) === hour),
  );
  const rest = staffed.filter(({ hour, there }) => there > 0 && !own.some((each) => each.hour === hour));
  if (own.length === 0 || rest.length === 0) return [];
  const busy = (hours: readonly StaffedHour[]): number =>
    hours.reduce((all, { needed }) => all + needed, 0) / hours.reduce((all, { there }) => all + there, 0);
  if (busy(own) <= busy(rest)) return [];
  return [
    {
      name: 'insight.hours.staffed',
      facts: { busy: share(busy(own)), elsewhere: share(busy(rest)) },
    },
  ];
}
