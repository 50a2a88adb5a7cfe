/** For tests: small worlds of records in which everything that can meet does meet, and settings under which all of it counts. */
import fc from 'fast-check';
import { type RecordKind, type SlaTargetName, slaTargets } from '../../model/index.ts';
import { defaultFactSettings, type FactSettings } from '../refresh-context.ts';
import type { Row } from '../warehouse.ts';

export const worldSettings: FactSettings = {
  ...defaultFactSettings,
  calendars: [
    {
      name: 'second',
      calendar: { zone: 'America/New_York', hours: { mon: ['08:00-20:00'] }, holidays: [] },
      where: { team: ['second'] },
    },
    {
      name: 'company',
      calendar: {
        zone: 'Europe/Rome',
        hours: { mon: ['09:00-13:00', '14:00-18:00'], tue: ['22:00-02:00'] },
        holidays: [],
      },
      where: {},
    },
  ],
  sla: {
    atRisk: 0.5,
    policies: [
      {
        name: 'any',
        where: {},
        validFrom: null,
        validTo: null,
        targets: (Object.keys(slaTargets) as SlaTargetName[]).map((target, i) => ({
          target,
          within: i % 2 === 0 ? { urgent: 3600, low: 86_400 } : 40_000,
          clock: i % 3 === 0 ? ('calendar' as const) : ('business' as const),
          pauseWhile: i % 2 === 0 ? (['pending'] as const) : [],
        })),
      },
    ],
  },
};

export interface Arrival {
  readonly kind: RecordKind;
  readonly row: Row;
}

/** Few instants, so that many things happen in the same one. */
const instant = fc
  .integer({ min: 0, max: 30 })
  .map((half) => new Date(Date.UTC(2025, 2, 3, 6 + half * 4)).toISOString());
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 });
const one = (...words: string[]) => fc.constantFrom(...words);
const caseId = one('c0', 'c1', 'c2', 'c3', 'orphan');
const kinds: Readonly<Record<string, fc.Arbitrary<Row>>> = {
  cases: fc.record({
    opened_at: instant,
    customer_id: maybe(one('k0', 'k1', '0')),
    category: maybe(one('billing', 'delivery')),
    origin: maybe(one('customer', 'agent')),
    priority: maybe(one('urgent', 'low')),
    status: maybe(one('open', 'pending', 'closed')),
    team: maybe(one('first', 'second')),
    owner_id: maybe(one('anna', 'otto')),
    first_response_at: maybe(instant),
    resolved_at: maybe(instant),
    reopened_at: maybe(instant),
    closed_at: maybe(instant),
  }),
  events: fc.record({
    case_id: caseId,
    at: instant,
    sequence: maybe(fc.integer({ min: 1, max: 2 })),
    kind: one(
      'opened',
      'assigned',
      'team_changed',
      'status_changed',
      'resolved',
      'reopened',
      'closed',
      'merged',
    ),
    from_value: maybe(one('first', 'anna')),
    to_value: maybe(one('second', 'otto', 'open', 'pending', 'resolved', 'c1')),
    actor_id: maybe(one('anna', 'otto')),
    actor_kind: maybe(one('agent', 'system')),
  }),
  messages: fc.record({
    case_id: caseId,
    at: instant,
    author_id: maybe(one('anna', 'otto', 'k0')),
    author_kind: maybe(one('agent', 'customer', 'bot')),
    direction: maybe(one('inbound', 'outbound', 'internal')),
    body: maybe(one('thanks', 'and now?')),
  }),
  interactions: fc.record({
    case_id: maybe(caseId),
    arrived_at: instant,
    answered_at: maybe(instant),
    outcome: maybe(one('answered', 'abandoned_in_queue')),
    agent_id: maybe(one('anna', 'otto')),
  }),
  surveys: fc.record({
    kind: one('csat'),
    case_id: maybe(caseId),
    score: maybe(fc.integer({ min: 1, max: 5 })),
    sent_at: instant,
  }),
  customers: fc.record({ segment: maybe(one('home', 'business')) }),
};

const arrivals = (kind: string, ids: readonly string[]): fc.Arbitrary<Arrival[]> =>
  fc
    .tuple(
      ...ids.map((id) =>
        (kinds[kind] ?? fc.constant({})).map((row) => ({ kind: kind as RecordKind, row: { ...row, id } })),
      ),
    )
    .map((found) => [...found]);
const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${i}`);

export const world: fc.Arbitrary<readonly Arrival[]> = fc
  .tuple(
    arrivals('cases', numbered('c', 4)),
    arrivals('events', numbered('e', 12)),
    arrivals('messages', numbered('m', 8)),
    arrivals('interactions', numbered('i', 3)),
    arrivals('surveys', numbered('s', 3)),
    arrivals('customers', numbered('k', 2)),
  )
  .map((parts) => parts.flat());

/** Other people's cases, so many that a batch touches only a small part. */
export const others: readonly Arrival[] = numbered('x', 40).map((id) => ({
  kind: 'cases',
  row: { id, opened_at: '2025-03-03T09:00:00Z', customer_id: `customer of ${id}` },
}));
