/** Which planted truths the reports name, at which level, and with which advice. */
import type { Insight } from '../../src/insights/insight.ts';
import type { Truth } from '../demo-score/year.ts';
import type { Month } from './months.ts';

type Place = Readonly<Record<string, string | null>>;

interface Expected {
  readonly id: string;
  /** Months whose reports can tell it. */
  readonly months: readonly string[];
  readonly kind: string;
  /** What must be said of it, as the name of the headline begins. */
  readonly headline?: string;
  /** The smallest place that holds it; null where it is about people or the whole. */
  readonly place: Place | null;
  /** Told once in these months, or in every one of them. */
  readonly every?: true;
}

const all = Array.from({ length: 11 }, (_, i) => `2025-${String(i + 2).padStart(2, '0')}`);
const until = (month: string): readonly string[] => all.filter((each) => each < month);

export const expected: readonly Expected[] = [
  {
    id: 'watch-fault',
    months: ['2025-05'],
    kind: 'growing-issue',
    place: { product: 'Vetta GPS watch', category: 'warranty_fault' },
  },
  { id: 'digital-desk', months: ['2025-07'], kind: 'work-moved', place: { team: 'Digital Desk' } },
  {
    id: 'phone-hole',
    months: ['2025-09'],
    kind: 'too-few-people',
    headline: 'insight.staff.fewer',
    place: { channel: 'phone', team: 'Base Camp' },
  },
  {
    id: 'email-drift',
    months: ['2025-10', '2025-11', '2025-12'],
    kind: 'early-warning',
    place: { team: 'Orders & Delivery', channel: 'email' },
  },
  {
    id: 'invoice-article',
    months: ['2025-11', '2025-12'],
    kind: 'recorded-change',
    headline: 'insight.recorded.worked',
    place: { category: 'invoice' },
  },
  {
    id: 'returns-form',
    months: ['2025-12'],
    kind: 'recorded-change',
    headline: 'insight.recorded.worked',
    place: { category: 'return_exchange' },
  },
  { id: 'long-lunch', months: ['2025-10'], kind: 'less-there', place: { team: 'Gear Lab' } },
  {
    id: 'refund-loop',
    months: all,
    kind: 'hand-over-loop',
    place: { category: 'refund', channel: 'web_form' },
    every: true,
  },
  {
    id: 'partner-integrations',
    months: all,
    kind: 'messages-per-customer',
    headline: 'insight.messages.hard',
    place: { category: 'partner_integration' },
    every: true,
  },
  {
    id: 'invoice-questions',
    months: until('2025-10'),
    kind: 'messages-per-customer',
    headline: 'insight.messages.simple',
    place: { category: 'invoice' },
    every: true,
  },
  {
    id: 'quick-and-liked',
    months: ['2025-12'],
    kind: 'people-apart',
    headline: 'insight.people.liked',
    place: null,
  },
  {
    id: 'speed-without-service',
    months: ['2025-12'],
    kind: 'people-apart',
    headline: 'insight.people.disliked',
    place: null,
  },
];

export interface Found {
  readonly id: string;
  /** How often it could have been told, and was: months, or people. */
  readonly of: number;
  readonly told: number;
  /** Of these at exactly the place where it was planted. */
  readonly exact: number;
  /** Names of the advice that was given. */
  readonly advice: readonly string[];
  readonly audience: readonly string[];
}

export function foundIn(months: readonly Month[], truth: Truth): readonly Found[] {
  return expected.map((wanted) => {
    const people = [truth.planted.find(({ id }) => id === wanted.id)?.where['agent'] ?? []].flat();
    if (wanted.place === null) return ofPeople(wanted, months, people);
    const own = months.filter(({ month }) => wanted.months.includes(month));
    const hits = own.flatMap(({ insights }) =>
      insights.filter((insight) => tells(insight, wanted)).slice(0, 1),
    );
    const exact = hits.filter(({ subject }) => isSame(subject.segment, wanted.place ?? {}));
    return {
      id: wanted.id,
      of: wanted.every === true ? own.length : 1,
      told: wanted.every === true ? hits.length : Math.min(1, hits.length),
      exact: wanted.every === true ? exact.length : Math.min(1, exact.length),
      ...advised(hits),
    };
  });
}

function ofPeople(wanted: Expected, months: readonly Month[], people: readonly string[]): Found {
  const hits = months
    .filter(({ month }) => wanted.months.includes(month))
    .flatMap(({ insights }) => insights.filter(({ headline }) => headline.name === wanted.headline));
  const named = hits.flatMap(({ subject }) => subject.segment['people']?.split(',') ?? []);
  const told = people.filter((id) => named.includes(id)).length;
  return { id: wanted.id, of: people.length, told, exact: told, ...advised(hits) };
}

const advised = (hits: readonly Insight[]) => ({
  advice: [...new Set(hits.map(({ advice }) => advice.name))],
  audience: [...new Set(hits.map(({ audience }) => audience))],
});

/** The right kind, at a place that shares a dimension with the planted one and contradicts none. */
function tells({ kind, headline, subject }: Insight, wanted: Expected): boolean {
  if (kind !== wanted.kind || (wanted.headline !== undefined && headline.name !== wanted.headline))
    return false;
  return touches(subject.segment, wanted.place ?? {});
}

export function touches(place: Place, planted: Place): boolean {
  const shared = Object.keys(planted).filter((dimension) => dimension in place);
  return shared.length > 0 && shared.every((dimension) => place[dimension] === planted[dimension]);
}

const isSame = (a: Place, b: Place): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
