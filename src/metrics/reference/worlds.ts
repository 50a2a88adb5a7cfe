/** Random small worlds for tests: rows of each fact as the warehouse would make them, unknowns and ties included. */
import fc from 'fast-check';
import type { FactName } from '../../warehouse/facts.ts';
import { among, instant, maybe, seconds } from './arbitrary.ts';
import { anyone, askRows } from './ask-worlds.ts';
import { workRows } from './work-worlds.ts';

const person = maybe(among('anna', 'otto'));
const people = fc.option(fc.subarray(['anna', 'otto', 'rita']), { freq: 5 });
const shared = anyone;

const cases = fc
  .record({
    ...shared,
    opened_at: instant,
    responded: maybe(fc.boolean()),
    response_s: maybe(seconds),
    resolved: fc.boolean(),
    resolution_s: seconds,
    again_s: maybe(seconds),
    merged_by_log: among(...Array<boolean>(15).fill(false), true),
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
    resolver_id: person,
    first_responder_id: person,
    owner_id: person,
    agent_ids: people,
    tags: fc.option(fc.array(among('vip', 'bug', 'refund'), { maxLength: 3 }), { freq: 5 }),
    priority: maybe(among('urgent', 'high', 'normal', 'low')),
    first_team: maybe(among('first', 'second')),
    status: maybe(among('open', 'resolved')),
    visibility: maybe(among('public', 'private')),
    bot_messages: maybe(fc.nat(2)),
    escalated: maybe(fc.boolean()),
    given_up: fc.boolean(),
    handed_over: fc.boolean(),
    solved_before: fc.boolean(),
    first_contact_one_touch: maybe(fc.boolean()),
    first_contact_not_again: maybe(fc.boolean()),
    first_contact_closed_once: maybe(fc.boolean()),
    first_contact_missing: maybe(among('too_early', 'not_resolved', 'no_customer')),
  })
  .map(({ closed, given_up, handed_over, solved_before, ...row }) => {
    const waited = row.response_s ?? 0;
    const early = row.resolution_s / (solved_before ? 4 : 1);
    const first = row.resolved || (row.reopens ?? 0) > 0;
    const gone = given_up && !row.resolved && row.responded === false;
    const done = new Date(Date.parse(row.opened_at) + row.resolution_s * 1000).toISOString();
    return {
      ...row,
      asked_at: row.opened_at,
      first_response_at: row.responded
        ? new Date(Date.parse(row.opened_at) + waited * 1000).toISOString()
        : null,
      response_handover_s: handed_over && row.response_s !== null ? waited / 8 : null,
      response_handover_business_s: handed_over && row.response_s !== null ? waited / 16 : null,
      first_resolution_s: first ? early : null,
      first_resolution_business_s: first ? early / 2 : null,
      given_up: given_up && !row.resolved,
      given_up_s: gone ? waited + 1000 : null,
      given_up_business_s: gone ? waited + 500 : null,
      response_business_s: row.response_s === null ? null : row.response_s / 2,
      resolution_business_s: row.resolution_s / 2,
      last_resolved_at: row.resolved ? done : null,
      first_resolved_at: first ? done : null,
      closed_at: closed ? done : null,
      close_s: closed ? row.resolution_s : null,
    };
  });

/**
 * Each case of a customer knows the customer's next one. What is left out knows none and is none, but for cases of which
 * only the log tells that they were merged.
 */
function followed(all: readonly Case[]): readonly PlainRow[] {
  const order = [...all.keys()].sort(
    (a, b) => openingOf(all[a]) - openingOf(all[b]) || (String(a + 1) < String(b + 1) ? -1 : 1),
  );
  return all.map(({ merged_by_log, ...row }, i) => {
    const own = order.filter((j) => all[j]?.customer_id === row.customer_id && isLinked(all[j]));
    const place = own.indexOf(i);
    const next = place < 0 ? undefined : own[place + 1];
    return {
      ...row,
      customer_history: place < 0 ? null : place > 0 ? 'returning' : 'new',
      again_any_s: next === undefined ? null : (openingOf(all[next]) - openingOf(row)) / 1000,
    };
  });
}

type Case = Readonly<Record<'opened_at' | 'customer_id' | 'left_out', string | null>> & {
  readonly merged_by_log: boolean;
};

const openingOf = (row: Pick<Case, 'opened_at'> | undefined): number => Date.parse(row?.opened_at ?? '');

const isLinked = (row: Case | undefined): boolean =>
  row !== undefined &&
  row.customer_id !== null &&
  (row.left_out === null || (row.left_out === 'merged' && row.merged_by_log));

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
    queue: maybe(among('sales', 'help')),
    agent_id: person,
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
    satisfied_from: maybe(among(2, 3)),
    about: among('contact', 'relationship'),
    agent_id: person,
    first_responder_id: person,
    owner_id: person,
    agent_ids: people,
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
  sentiment: maybe(among(-1, -0.25, 0, 0.5)),
});

const promises = fc.record({
  ...shared,
  opened_at: instant,
  started_at: instant,
  target: among(
    'first_response',
    'next_response',
    'periodic_update',
    'resolution',
    'agent_work',
    'requester_wait',
  ),
  state: maybe(among('met', 'missed', 'running', 'paused')),
});

const stages = fc.record({
  ...shared,
  opened_at: instant,
  from: instant,
  to: maybe(instant),
  status: maybe(among('open', 'pending', 'resolved', 'closed')),
});

export type PlainRow = Readonly<Record<string, unknown>>;

const rows = <T extends PlainRow>(row: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
  fc.array(row, { minLength: 1, maxLength: 30, size: 'max' });

export const worldOf = fc.record({
  case_facts: rows(cases).map(followed),
  contact_facts: rows(contacts),
  survey_facts: rows(surveys),
  message_facts: rows(messages),
  sla_facts: rows(promises),
  stages: rows(stages),
  turn_facts: rows(askRows.turn_facts),
  ask_facts: rows(askRows.ask_facts),
  presence_facts: rows(workRows.presence_facts),
  outage_facts: rows(workRows.outage_facts),
  touchpoint_facts: rows(workRows.touchpoint_facts),
  review_facts: rows(workRows.review_facts),
  customer_facts: rows(workRows.customer_facts),
  volume_facts: rows(workRows.volume_facts),
}) satisfies fc.Arbitrary<Partial<Record<FactName, readonly PlainRow[]>>>;

/** After the last instant that any row can have. */
export const dataThrough = '2025-04-20T00:00:00Z';
