import { expect, test } from 'vitest';
import { dataReach, factsOf, march } from './facts-of.ts';

const c = (id: string, more = {}) => ({
  id,
  opened_at: march(3),
  origin: 'customer',
  customer_id: 'k',
  ...more,
});
const from = (author_kind: string, case_id: string, clock: string, more = {}) => ({
  case_id,
  author_kind,
  at: march(3, clock),
  direction: author_kind === 'customer' ? 'inbound' : 'outbound',
  author_id: author_kind === 'customer' ? 'k' : 'anna',
  ...more,
});

test('the first public answer of a human is the first response; bots, systems and internal notes are not', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a')],
    messages: [
      from('bot', 'a', '09:01', { author_id: 'robo' }),
      from('system', 'a', '09:02'),
      from('agent', 'a', '09:05', { direction: 'internal', is_public: false }),
      from('agent', 'a', '09:10'),
      from('agent', 'a', '09:30', { author_id: 'otto' }),
    ],
  });
  expect(a).toMatchObject({
    responded: true,
    first_response_at: march(3, '09:10'),
    first_responder_id: 'anna',
    response_s: 600,
    agent_messages: 2,
    bot_messages: 1,
    customer_messages: 0,
  });
});

test('of two answers in one instant the one with the lower id is the first', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a')],
    messages: [
      from('agent', 'a', '09:10', { id: 'm2', author_id: 'otto' }),
      from('agent', 'a', '09:10', { id: 'm1', author_id: 'anna' }),
    ],
  });
  expect(a?.first_responder_id).toBe('anna');
});

test("a case that an agent opened is asked at the customer's first message", async () => {
  const { a, silent } = await factsOf('case_facts', {
    cases: [c('a', { origin: 'agent' }), c('silent', { origin: 'agent' })],
    messages: [
      from('agent', 'a', '09:00'),
      from('customer', 'a', '10:00'),
      from('agent', 'a', '10:05'),
      from('agent', 'silent', '09:00'),
    ],
  });
  expect(a).toMatchObject({ asked_at: march(3, '10:00'), response_s: 300 });
  expect(silent).toMatchObject({ asked_at: null, responded: null, response_s: null });
});

test('an unanswered case has waited so far until the end of the data, or until it ended', async () => {
  const { open, shut } = await factsOf('case_facts', {
    cases: [c('open'), c('shut', { resolved_at: march(4) }), dataReach(5)],
    messages: [from('customer', 'open', '09:00')],
  });
  expect(open).toMatchObject({ responded: false, response_s: 2 * 86_400 });
  expect(shut).toMatchObject({ responded: false, response_s: 86_400 });
});

test('a stated first response counts where no message tells it', async () => {
  const { a, b } = await factsOf('case_facts', {
    cases: [
      c('a', { first_response_at: march(3, '09:20') }),
      c('b', { first_response_at: march(3, '09:20') }),
    ],
    messages: [from('agent', 'b', '09:07')],
  });
  expect(a).toMatchObject({ responded: true, response_s: 1200, first_responder_id: null });
  expect(b).toMatchObject({ responded: true, response_s: 420 });
});

test('a source without messages, contacts and stated responses knows nothing of responses', async () => {
  const { a } = await factsOf('case_facts', { cases: [c('a'), dataReach(9)] });
  expect(a).toMatchObject({ responded: null, response_s: null, customer_messages: null, interactions: null });
});

test('a call that was taken answers its case, also where the case was opened during the call', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a', { channel: 'phone' })],
    interactions: [
      {
        case_id: 'a',
        arrived_at: march(3, '08:55'),
        answered_at: march(3, '08:57'),
        outcome: 'answered',
        agent_id: 'anna',
      },
    ],
  });
  expect(a).toMatchObject({ responded: true, response_s: 0, first_responder_id: 'anna', interactions: 1 });
});

test('an author without a kind is known by who it is, then by the direction', async () => {
  const messages = await factsOf('message_facts', {
    cases: [c('a')],
    agents: [{ id: 'anna' }],
    messages: [
      { id: 'by customer', case_id: 'a', at: march(3), author_id: 'k' },
      { id: 'by agent', case_id: 'a', at: march(3), author_id: 'anna', is_public: false },
      { id: 'by direction', case_id: 'a', at: march(3), direction: 'inbound' },
      { id: 'by nobody', case_id: 'a', at: march(3), author_id: '0' },
    ],
  });
  expect(messages['by customer']).toMatchObject({
    author_kind: 'customer',
    direction: 'inbound',
    is_public: true,
  });
  expect(messages['by agent']).toMatchObject({
    author_kind: 'agent',
    direction: 'internal',
    is_public: false,
  });
  expect(messages['by direction']).toMatchObject({ author_kind: 'customer' });
  expect(messages['by nobody']).toMatchObject({ author_kind: null, author_id: null });
});

test('messages of systems and of cases that are out are left out, with the reason', async () => {
  const messages = await factsOf('message_facts', {
    cases: [c('a'), c('b', { left_out: 'spam' })],
    messages: [from('system', 'a', '09:00', { id: 'auto' }), from('customer', 'b', '09:00', { id: 'junk' })],
  });
  expect(messages.auto?.left_out).toBe('system');
  expect(messages.junk?.left_out).toBe('spam');
});
