/** Random small worlds for tests: rows of each fact as the warehouse would make them, unknowns and ties included. */
import fc from 'fast-check';
import type { FactName } from '../../warehouse/facts.ts';
import { among, instant, maybe } from './arbitrary.ts';
import { workRows } from './work-worlds.ts';

const seconds = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 500_000 }).map((x) => x / 4),
);
const shared = {
  left_out: fc.option(among('spam', 'merged'), { freq: 1 }).map((value) => value),
  customer_id: maybe(among('ada', 'ben', 'eva')),
  channel: maybe(among('email', 'chat')),
};

const cases = fc
  .record({
    ...shared,
    opened_at: instant,
    responded: maybe(fc.boolean()),
    response_s: maybe(seconds),
    resolved: fc.boolean(),
    resolution_s: seconds,
    again_s: maybe(seconds),
    again_any_s: maybe(seconds),
    handle_s: maybe(seconds),
    closed: fc.boolean(),
    reopens: maybe(fc.nat(2)),
    reassignments: maybe(fc.nat(4)),
    team_handovers: maybe(fc.nat(2)),
    returned: maybe(fc.nat(1)),
    channels: maybe(fc.nat(2)),
    agents: maybe(fc.nat(2)),
    customer_messages: maybe(fc.nat(3)),
    agent_messages: maybe(fc.nat(3)),
    resolver_id: maybe(among('anna', 'otto')),
    first_contact_one_touch: maybe(fc.boolean()),
    first_contact_not_again: maybe(fc.boolean()),
    first_contact_closed_once: maybe(fc.boolean()),
    first_contact_missing: maybe(among('too_early', 'not_resolved', 'no_customer')),
    sla_response: maybe(among('met', 'missed', 'running')),
    sla_resolution: maybe(among('met', 'missed', 'running')),
  })
  .map(({ closed, ...row }) => {
    const done = new Date(Date.parse(row.opened_at) + row.resolution_s * 1000).toISOString();
    return {
      ...row,
      response_business_s: row.response_s === null ? null : row.response_s / 2,
      resolution_business_s: row.resolution_s / 2,
      last_resolved_at: row.resolved ? done : null,
      first_resolved_at: row.resolved || (row.reopens ?? 0) > 0 ? done : null,
      closed_at: closed ? done : null,
      close_s: closed ? row.resolution_s : null,
    };
  });

const contacts = fc
  .record({
    ...shared,
    arrived_at: instant,
    answered: fc.boolean(),
    queued: fc.boolean(),
    outcome: maybe(among('abandoned_in_queue', 'voicemail', 'failed', 'other')),
    wait_s: maybe(seconds),
    talk_s: maybe(seconds),
    hold_s: maybe(seconds),
    wrap_s: maybe(seconds),
    transferred: maybe(fc.boolean()),
  })
  .map(({ queued, ...row }) => ({
    ...row,
    answered_at: row.answered ? row.arrived_at : null,
    offered: row.answered || queued,
    outcome: row.answered ? 'answered' : row.outcome,
  }));

const surveys = fc
  .record({
    ...shared,
    kind: among('csat', 'nps', 'ces'),
    scale: among([1, 5], [0, 10], [0, 1], [1, 7], [1, 3]),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    answered: fc.boolean(),
    sent_at: maybe(instant),
    answered_at: maybe(instant),
  })
  .map(({ scale: [low = 0, high = 10], share, answered, ...row }) => ({
    ...row,
    scale_min: row.kind === 'nps' ? 0 : low,
    scale_max: row.kind === 'nps' ? 10 : high,
    score: answered
      ? Math.round((row.kind === 'nps' ? 0 : low) + share * ((row.kind === 'nps' ? 10 : high) - low))
      : null,
    answered_at: answered ? row.answered_at : null,
  }));

const messages = fc.record({
  ...shared,
  at: instant,
  author_id: maybe(among('anna', 'otto')),
  author_kind: maybe(among('agent', 'customer', 'bot', 'system')),
  direction: maybe(among('inbound', 'outbound', 'internal')),
});

export type PlainRow = Readonly<Record<string, unknown>>;

const rows = (row: fc.Arbitrary<PlainRow>): fc.Arbitrary<readonly PlainRow[]> =>
  fc.array(row, { minLength: 1, maxLength: 30 });

export const worldOf = fc.record({
  case_facts: rows(cases),
  contact_facts: rows(contacts),
  survey_facts: rows(surveys),
  message_facts: rows(messages),
  presence_facts: rows(workRows.presence_facts),
  outage_facts: rows(workRows.outage_facts),
  touchpoint_facts: rows(workRows.touchpoint_facts),
  review_facts: rows(workRows.review_facts),
  customer_facts: rows(workRows.customer_facts),
  volume_facts: rows(workRows.volume_facts),
}) satisfies fc.Arbitrary<Partial<Record<FactName, readonly PlainRow[]>>>;

/** After the last instant that any row can have. */
export const dataThrough = '2025-04-20T00:00:00Z';
