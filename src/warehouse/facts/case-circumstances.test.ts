import { expect, test } from 'vitest';
import { dataReach, factsOf, march } from './facts-of.ts';

const message = (case_id: string, at: string, author_kind: string, more: object = {}) => ({
  case_id,
  at,
  author_kind,
  direction: author_kind === 'customer' ? 'inbound' : 'outbound',
  ...more,
});

test('a bot hands over with its last word before the first human answer; later words of it change nothing', async () => {
  const { a, b } = await factsOf('case_facts', {
    cases: [
      { id: 'a', opened_at: march(3, '09:00') },
      { id: 'b', opened_at: march(3, '09:00') },
      dataReach(5),
    ],
    messages: [
      message('a', march(3, '09:00'), 'customer'),
      message('a', march(3, '09:01'), 'bot'),
      message('a', march(3, '09:10'), 'bot'),
      message('a', march(3, '10:00'), 'agent', { author_id: 'anna' }),
      message('a', march(3, '11:00'), 'bot'),
      message('b', march(3, '10:00'), 'agent', { author_id: 'otto' }),
    ],
  });
  expect(a).toMatchObject({ handover_at: march(3, '09:10'), response_s: 3600, response_handover_s: 3000 });
  expect(b).toMatchObject({ handover_at: null, response_s: 3600, response_handover_s: null });
});

test('what was given up without an answer counts as never answered, up to the end of the data', async () => {
  const { gone, open } = await factsOf('case_facts', {
    cases: [
      { id: 'gone', opened_at: march(3) },
      { id: 'open', opened_at: march(3) },
      { id: 'solved', opened_at: march(3), resolved_at: march(4) },
      dataReach(10),
    ],
    messages: [message('gone', march(3), 'customer')],
    events: [{ case_id: 'gone', at: march(6), kind: 'closed', actor_kind: 'system' }],
  });
  expect(gone).toMatchObject({
    given_up: true,
    responded: false,
    given_up_s: 7 * 86_400,
    response_s: 3 * 86_400,
  });
  expect(open).toMatchObject({ given_up: false, given_up_s: null });
});

test('the first resolution keeps its own time where the case came back', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [{ id: 'a', opened_at: march(3, '09:00') }, dataReach(9)],
    events: [
      { case_id: 'a', at: march(3, '10:00'), kind: 'resolved' },
      { case_id: 'a', at: march(4, '09:00'), kind: 'reopened' },
      { case_id: 'a', at: march(5, '09:00'), kind: 'resolved' },
    ],
  });
  expect(a).toMatchObject({ first_resolution_s: 3600, resolution_s: 2 * 86_400 });
});

test('a customer is new once; nobody is neither new nor returning', async () => {
  const facts = await factsOf('case_facts', {
    cases: [
      { id: 'first', opened_at: march(3), customer_id: 'ada' },
      { id: 'second', opened_at: march(4), customer_id: 'ada' },
      { id: 'nobody', opened_at: march(4), customer_id: '0' },
    ],
  });
  const told = ['first', 'second', 'nobody'].map((id) => facts[id]?.customer_history);
  expect(told).toEqual(['new', 'returning', null]);
});

test('escalations and everybody who worked on a case are known where the source tells them, and unknown elsewhere', async () => {
  const cases = [
    { id: 'a', opened_at: march(3), is_public: false },
    { id: 'b', opened_at: march(3) },
  ];
  const told = await factsOf('case_facts', {
    cases,
    events: [
      { case_id: 'a', at: march(3, '10:00'), kind: 'escalated', actor_kind: 'agent', actor_id: 'otto' },
      { case_id: 'a', at: march(3, '11:00'), kind: 'assigned', to_value: 'anna' },
    ],
  });
  expect(told.a).toMatchObject({
    escalated: true,
    agents: 2,
    agent_ids: ['anna', 'otto'],
    visibility: 'private',
  });
  expect(told.b).toMatchObject({ escalated: false, visibility: null });
  const silent = await factsOf('case_facts', { cases });
  expect(silent.a).toMatchObject({ escalated: null });
});

test('a source that never tells of a transfer knows nothing of transfers; one that does knows who was not', async () => {
  const call = (id: string, more: object) => ({ id, arrived_at: march(3), outcome: 'answered', ...more });
  const silent = await factsOf('contact_facts', { interactions: [call('x', {}), call('y', {})] });
  expect([silent.x?.transferred, silent.y?.transferred]).toEqual([null, null]);
  const telling = await factsOf('contact_facts', {
    interactions: [call('x', { transferred_to: 'second line' }), call('y', {})],
  });
  expect([telling.x?.transferred, telling.y?.transferred]).toEqual([true, false]);
});
