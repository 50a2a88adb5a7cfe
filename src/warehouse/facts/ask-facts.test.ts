import { expect, test } from 'vitest';
import { dataReach, factsOf, march } from './facts-of.ts';

const call = (id: string, customer_id: string | null, clock: string, more: object) => ({
  id,
  customer_id,
  channel: 'phone',
  arrived_at: march(3, clock),
  queued_at: march(3, clock),
  ...more,
});
const gone = { outcome: 'abandoned_in_queue' };
const taken = { outcome: 'answered' };

test('who hung up and reached somebody later, by any channel, was served in the end', async () => {
  const asks = await factsOf('ask_facts', {
    cases: [
      { id: 'mail', opened_at: march(3, '11:00'), customer_id: 'eva', channel: 'email' },
      dataReach(20),
    ],
    messages: [{ case_id: 'mail', at: march(3, '12:00'), author_kind: 'agent', direction: 'outbound' }],
    interactions: [
      call('ada', 'ada', '09:00', gone),
      call('ada again', 'ada', '10:00', taken),
      call('ben', 'ben', '09:00', gone),
      call('eva', 'eva', '09:00', gone),
      call('nobody', null, '09:00', gone),
      call('menu', 'ida', '09:00', { outcome: 'abandoned_in_menu', queued_at: null }),
    ],
  });
  expect(asks.ada).toMatchObject({ kind: 'contact', outcome: 'abandoned', served_s: 3600 });
  expect(asks['ada again']).toMatchObject({ outcome: 'served', left_at: null, served_s: null });
  expect(asks.ben).toMatchObject({ outcome: 'abandoned', served_s: null });
  expect(asks.eva).toMatchObject({ outcome: 'abandoned', served_s: 3 * 3600 });
  expect(asks.nobody).toMatchObject({ outcome: 'abandoned', served_s: null });
  expect(asks.menu).toMatchObject({ outcome: null });
  expect(asks.mail).toMatchObject({ kind: 'case', outcome: 'served' });
});

test('a contact that belongs to a case is part of it, and a case that the system closed unsolved is not served', async () => {
  const asks = await factsOf('ask_facts', {
    cases: [
      { id: 'a', opened_at: march(3), customer_id: 'ada' },
      { id: 'b', opened_at: march(3), customer_id: 'ben', resolved_at: march(4) },
      dataReach(20),
    ],
    interactions: [call('call', 'ada', '09:00', { ...gone, case_id: 'a' })],
    events: [{ case_id: 'a', at: march(9), kind: 'closed', actor_kind: 'system' }],
  });
  expect(Object.keys(asks).sort()).toEqual(['a', 'b', 'end']);
  expect(asks.a).toMatchObject({ outcome: 'unanswered', left_at: march(9) });
  expect(asks.b).toMatchObject({ outcome: 'served' });
});
