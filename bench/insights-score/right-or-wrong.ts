/** Everything that a year's reports say, held against the truth: planted, true for another known reason, a bare fact, or wrong. */
import type { Insight } from '../../src/insights/insight.ts';
import { addMonths } from '../../src/model/index.ts';
import type { Truth } from '../demo-score/year.ts';
import type { Month } from './months.ts';
import { expected, touches } from './planted.ts';

export interface Claim {
  readonly seed: number;
  readonly month: string;
  readonly kind: string;
  /** `fact`: it only counts what is there, and no truth is needed for it. */
  readonly verdict: 'planted' | 'known' | 'fact' | 'wrong';
  readonly told: string;
  readonly metric: string | null;
  readonly place: Readonly<Record<string, string | null>>;
  readonly way: 'up' | 'down' | null;
  /** When what it judges began; null where the month is held against the one before. */
  readonly since: string | null;
  /** It says that something changed. */
  readonly change: boolean;
  readonly quiet: boolean;
}

/** What of `truth.json` is needed besides the planted causes. */
interface Known extends Truth {
  readonly cases: { readonly by_month: Readonly<Record<string, { readonly counted: number }>> };
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly difficulty: { readonly hold: number; readonly rounds: number };
        readonly customers: number;
        readonly customer_messages: number;
      }
    >
  >;
  readonly nps: Readonly<Record<string, unknown>>;
  readonly season: readonly (readonly [string, number])[];
}

const changes: readonly string[] = [
  'real-change',
  'growing-issue',
  'too-few-people',
  'less-there',
  'speed-without-service',
  'work-moved',
  'recorded-change',
  'early-warning',
  'towards-target',
];

export function claimsOf(months: readonly Month[], of: Truth): readonly Claim[] {
  const truth = of as Known;
  return months.flatMap(({ seed, month, insights }) =>
    insights.map((insight) => ({
      seed,
      month,
      kind: insight.kind,
      verdict: verdictOf(insight, month, truth),
      told: `${insight.subject.metric} ${insight.headline.name} ${insight.subject.way ?? ''} ${JSON.stringify(insight.subject.segment)}`,
      metric: insight.subject.metric,
      place: insight.subject.segment,
      way: insight.subject.way ?? null,
      since: insight.kind === 'recorded-change' ? sinceOf(insight) : null,
      change: changes.includes(insight.kind) && insight.advice.name !== 'insight.realChange.mix',
      quiet: truth.quiet_months.includes(month),
    })),
  );
}

/** The day that an answer about a recorded change names. */
function sinceOf({ headline }: Insight): string | null {
  const told = headline.facts['day'];
  return typeof told === 'object' && told !== null && 'as' in told && told.as === 'day' ? told.day : null;
}

function verdictOf(insight: Insight, month: string, truth: Known): Claim['verdict'] {
  if (isPlanted(insight, month, truth)) return 'planted';
  const { kind, subject, headline, advice } = insight;
  if (
    [
      'promises-at-risk',
      'urgent-waiting',
      'left-for-another',
      'data-problem',
      'hours-that-do-not-match',
    ].includes(kind)
  )
    return 'fact';
  if (advice.name === 'insight.realChange.mix') return asksForNps(month, truth) ? 'known' : 'wrong';
  const category = truth.categories[subject.segment['category'] ?? ''];
  if (kind === 'messages-per-customer' && category !== undefined)
    return messagesAgree(headline.name, category, truth) ? 'known' : 'wrong';
  if (kind === 'hold-up' && category !== undefined) return holdsUp(category, truth) ? 'known' : 'wrong';
  if (kind === 'real-change' && isVolume(subject.metric))
    return volumeAgrees(insight, month, truth) ? 'known' : 'wrong';
  // The drift makes one team different from November on; until then the teams were made equal enough.
  if (kind === 'luck') return month < '2025-11' ? 'known' : 'wrong';
  if (kind === 'people-apart') return skillAgrees(insight, truth) ? 'known' : 'wrong';
  return 'wrong';
}

/** The kinds that may speak of a cause while it lasts, and of its end in the month after. */
function isPlanted({ kind, subject }: Insight, month: string, truth: Known): boolean {
  const own = expected.filter(
    ({ kind: wanted, place }) => place !== null && (wanted === kind || changes.includes(kind)),
  );
  return own.some(({ id, place, kind: wanted }) => {
    const planted = truth.planted.find((each) => each.id === id);
    const [from, to] = [planted?.from ?? '2025-01-01', planted?.to ?? '2026-01-01'];
    const lasts = `${month}-01` < addMonths(to, 2).slice(0, 8).concat('01') && `${month}-31` >= from;
    const sameNature = changes.includes(wanted) === changes.includes(kind);
    return lasts && sameNature && touches(subject.segment, place ?? {});
  });
}

const asksForNps = (month: string, { nps }: Known): boolean => {
  const before = addMonths(`${month}-01`, -1).slice(0, 7);
  const asked = (each: string): boolean => Object.keys(nps).some((day) => day.startsWith(each));
  return asked(month) !== asked(before);
};

const isVolume = (metric: string | null): boolean =>
  ['cases_opened', 'contacts_arrived', 'messages_received', 'customers_contacting'].includes(metric ?? '');

/** Cases a day moved the same way by at least a twentieth, or the season that was put in by at least three in a hundred. */
function volumeAgrees({ subject }: Insight, month: string, { cases, season }: Known): boolean {
  const before = addMonths(`${month}-01`, -1).slice(0, 7);
  const sign = subject.way === 'up' ? 1 : -1;
  if (sign * (seasonOf(month, season) / seasonOf(before, season) - 1) >= 0.03) return true;
  const daily = (each: string): number =>
    (cases.by_month[each]?.counted ?? 0) /
    new Date(Number(each.slice(0, 4)), Number(each.slice(5)), 0).getDate();
  const change = daily(month) / daily(before) - 1;
  return sign * change >= 0.05;
}

/** Mean of the points between which the season was drawn, at the 5th, 15th and 25th of a month. */
function seasonOf(month: string, season: Known['season']): number {
  const at = (day: string): number => {
    const place = season.findIndex(([point]) => point >= day);
    const [next, last] = [season[place], season[Math.max(0, place - 1)]];
    if (next === undefined || last === undefined || next[0] === last[0]) return next?.[1] ?? 1;
    const days = (date: string): number => Date.parse(`2025-${date}`) / 86_400_000;
    return last[1] + ((next[1] - last[1]) * (days(day) - days(last[0]))) / (days(next[0]) - days(last[0]));
  };
  return ['05', '15', '25'].reduce((sum, day) => sum + at(`${month.slice(5)}-${day}`), 0) / 3;
}

type Category = Known['categories'][string];

function messagesAgree(headline: string, category: Category, { categories }: Known): boolean {
  const all = Object.values(categories);
  const perCustomer = (each: Category): number => each.customer_messages / each.customers;
  const usual = all.reduce((sum, each) => sum + perCustomer(each), 0) / all.length;
  return headline === 'insight.messages.simple'
    ? perCustomer(category) < usual
    : perCustomer(category) > 2 * usual;
}

function holdsUp({ difficulty }: Category, { categories }: Known): boolean {
  const usual = Object.values(categories).map((each) => each.difficulty.hold);
  return difficulty.hold > 1.5 * (usual.reduce((sum, hold) => sum + hold, 0) / usual.length);
}

/** Everybody who is named is quicker than usual, and more or less liked as it is said. */
function skillAgrees({ subject, headline }: Insight, { agents }: Known): boolean {
  const named = subject.segment['people']?.split(',') ?? [];
  const liked = headline.name === 'insight.people.liked';
  return named.every((id) => {
    const { speed_times: speed = 1, quality_logit: quality = 0 } = agents[id] ?? {};
    return speed < 1 && (liked ? quality > 0 : quality < 0);
  });
}
