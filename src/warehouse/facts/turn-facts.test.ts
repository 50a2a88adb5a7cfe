import { expect, test } from 'vitest';
import { factsOf, march } from './facts-of.ts';

const line = (id: string, at: string, more: object = {}) => ({
  id,
  case_id: 'a',
  at,
  channel: 'email',
  ...more,
});
const theirs = { author_kind: 'customer', direction: 'inbound' };
const ours = { author_kind: 'agent', author_id: 'anna', direction: 'outbound' };

const talk = [
  line('q1', march(3, '09:00'), theirs),
  line('a1', march(3, '10:00'), ours),
  line('q2', march(3, '11:00'), theirs),
  line('q2 more', march(3, '11:05'), theirs),
  line('note', march(3, '11:10'), { ...ours, direction: 'internal' }),
  line('a2', march(3, '11:30'), ours),
  line('q3', march(3, '12:00'), { ...theirs, body: 'Thanks a lot!' }),
];
const cases = [
  { id: 'a', opened_at: march(3, '09:00'), channel: 'email', customer_id: 'k1' },
  { id: 'end', opened_at: march(4), left_out: 'test' },
];

test('the first question of a case and each later one are turns; messages in a row are one', async () => {
  const turns = await factsOf('turn_facts', { cases, messages: talk });
  expect(Object.keys(turns).sort()).toEqual(['q1', 'q2', 'q3']);
  expect(turns.q1).toMatchObject({ follow_up: false, answered: true, wait_s: 3600, agent_id: 'anna' });
  expect(turns.q2).toMatchObject({ follow_up: true, messages: 2, wait_s: 1800, customer_id: 'k1' });
});

test('an internal note answers nothing, and thanks are told apart', async () => {
  const turns = await factsOf('turn_facts', { cases, messages: talk });
  expect(turns.q2?.answered_at).toBe(march(3, '11:30'));
  expect(turns.q3).toMatchObject({ only_thanks: true, answered: false, answered_at: null });
});

test('what waits still counts up to the end of the data; the end of the case ends the wait', async () => {
  const open = await factsOf('turn_facts', { cases, messages: talk });
  expect(open.q3).toMatchObject({ ended_at: null, waiting: true, wait_s: 21 * 3600 });
  const events = [{ case_id: 'a', at: march(3, '13:00'), kind: 'resolved' }];
  const over = await factsOf('turn_facts', { cases, messages: talk, events });
  expect(over.q3).toMatchObject({
    ended_at: march(3, '13:00'),
    waiting: false,
    wait_s: 3600,
    answered: false,
  });
});
