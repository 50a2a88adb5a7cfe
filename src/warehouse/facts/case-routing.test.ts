import { expect, test } from 'vitest';
import { dataReach, factsOf, march } from './facts-of.ts';

const c = (id: string, more = {}) => ({ id, opened_at: march(3), ...more });
const e = (
  case_id: string,
  kind: string,
  clock: string,
  from_value: string | null,
  to_value: string | null,
) => ({
  case_id,
  kind,
  at: march(3, clock),
  from_value,
  to_value,
});

test('the first owner and team are no reassignment, every later change is', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a', { reassignments: 7 })],
    events: [
      e('a', 'team_changed', '09:00', null, 'first'),
      e('a', 'assigned', '09:01', null, 'anna'),
      e('a', 'assigned', '09:10', 'anna', 'otto'),
      e('a', 'team_changed', '09:20', 'first', 'second'),
      e('a', 'team_changed', '09:30', 'second', 'first'),
    ],
  });
  expect(a).toMatchObject({
    reassignments: 3,
    stated_reassignments: 7,
    team_handovers: 2,
    returned: 1,
    teams: 2,
    agents: 2,
    first_team: 'first',
  });
});

test('owner and team that change in one instant are one reassignment', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a')],
    events: [
      e('a', 'assigned', '09:05', null, 'anna'),
      e('a', 'team_changed', '09:10', 'first', 'second'),
      e('a', 'assigned', '09:10', 'anna', 'otto'),
    ],
  });
  expect(a).toMatchObject({ reassignments: 1, team_handovers: 1 });
});

test('in a log that never names the team before, every change after the opening is a hand-over', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a')],
    events: [
      e('a', 'team_changed', '09:00', null, 'first'),
      e('a', 'team_changed', '09:20', null, 'second'),
      e('a', 'team_changed', '09:40', null, 'second'),
    ],
  });
  expect(a).toMatchObject({ reassignments: 2, team_handovers: 2, returned: 0 });
});

test('without a log the table tells the reassignments; without both they are unknown', async () => {
  const { a, b } = await factsOf('case_facts', {
    cases: [c('a', { reassignments: 4, team: 'first' }), c('b')],
  });
  expect(a).toMatchObject({ reassignments: 4, team_handovers: null, returned: null, teams: 1 });
  expect(b).toMatchObject({ reassignments: null, teams: null, agents: null });
});

test('agents are all who owned it, wrote in it, spoke in it or changed it', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a', { owner_id: 'owner', channel: 'email', customer_id: 'k' })],
    events: [
      { ...e('a', 'other', '11:00', null, null), actor_id: 'k' },
      { ...e('a', 'resolved', '12:00', null, null), actor_id: 'resolver', actor_kind: 'agent' },
    ],
    messages: [
      {
        case_id: 'a',
        at: march(3),
        author_id: 'writer',
        author_kind: 'agent',
        direction: 'outbound',
        channel: 'email',
      },
      { case_id: 'a', at: march(3), author_id: 'k', author_kind: 'customer', channel: 'chat' },
    ],
    interactions: [
      { case_id: 'a', arrived_at: march(3), agent_id: 'speaker', outcome: 'answered', channel: 'phone' },
    ],
  });
  expect(a).toMatchObject({ agents: 4, channels: 3 });
});

test('waiting for the customer and for third parties is counted from the stays in these statuses', async () => {
  const { a, b } = await factsOf('case_facts', {
    cases: [c('a'), c('b'), dataReach(4)],
    events: [
      e('a', 'status_changed', '10:00', 'open', 'pending'),
      e('a', 'status_changed', '10:30', 'pending', 'open'),
      e('a', 'status_changed', '11:00', 'open', 'on_hold'),
      e('a', 'status_changed', '11:10', 'on_hold', 'resolved'),
      e('b', 'status_changed', '10:00', 'open', 'pending'),
    ],
  });
  expect(a).toMatchObject({ pending_s: 1800, on_hold_s: 600 });
  expect(b).toMatchObject({ pending_s: 23 * 3600, on_hold_s: 0 });
});

test('a source that does not tell statuses does not know what was waited for', async () => {
  const { a } = await factsOf('case_facts', { cases: [c('a'), dataReach(4)] });
  expect(a).toMatchObject({ pending_s: null, on_hold_s: null });
});

test('the next case of the same customer is told in seconds from opening to opening', async () => {
  const { a, b, nobody } = await factsOf('case_facts', {
    cases: [
      c('a', { customer_id: 'k', category: 'billing' }),
      c('b', { customer_id: 'k', category: 'delivery', opened_at: march(4) }),
      c('third', { customer_id: 'k', category: 'billing', opened_at: march(6) }),
      c('spam', { customer_id: 'k', category: 'billing', opened_at: march(3, '10:00'), left_out: 'spam' }),
      c('merged', { customer_id: 'k', category: 'billing', opened_at: march(3, '11:00') }),
      c('nobody', { customer_id: '0', category: 'billing' }),
      c('nobody too', { customer_id: '0', category: 'billing', opened_at: march(5) }),
    ],
    events: [{ id: 'm', case_id: 'merged', at: march(3, '12:00'), kind: 'merged', to_value: 'a' }],
  });
  expect(a).toMatchObject({ again_s: 3 * 86_400, again_any_s: 86_400 });
  expect(b).toMatchObject({ again_s: null, again_any_s: 2 * 86_400 });
  expect(nobody).toMatchObject({ again_s: null, again_any_s: null, customer_id: null });
});
