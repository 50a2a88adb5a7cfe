import { expect, test } from 'vitest';
import type { SomeRecords } from '../testing.ts';
import { dataReach, factsOf, march } from './facts-of.ts';

const resolvedOn4th = { case_id: 'a', kind: 'resolved', at: march(4), actor_id: 'anna' };
const message = (author_kind: string, at: string, body = 'text') => ({ case_id: 'a', author_kind, at, body });
const plain: SomeRecords = {
  cases: [{ id: 'a', opened_at: march(3), customer_id: 'k', category: 'billing' }, dataReach(20)],
  events: [resolvedOn4th],
  messages: [message('customer', march(3)), message('agent', march(3, '10:00'))],
};
const more = (records: SomeRecords): SomeRecords => ({
  ...plain,
  cases: [...(plain.cases ?? []), ...(records.cases ?? [])],
  events: [...(plain.events ?? []), ...(records.events ?? [])],
  messages: [...(plain.messages ?? []), ...(records.messages ?? [])],
});
const rules = async (records: SomeRecords) => {
  const { a } = await factsOf('case_facts', records);
  return [
    a?.first_contact_one_touch,
    a?.first_contact_not_again,
    a?.first_contact_closed_once,
    a?.first_contact_missing,
  ];
};

test('one answer, resolved, nobody came back: resolved at first contact by every rule', async () => {
  expect(await rules(plain)).toEqual([true, true, true, null]);
});

test('a further question of the customer takes the one touch, thanks do not', async () => {
  const asks = more({ messages: [message('customer', march(3, '11:00'), 'and the second invoice?')] });
  const thanks = more({ messages: [message('customer', march(3, '11:00'), 'Grazie mille, perfetto!')] });
  expect(await rules(asks)).toEqual([false, true, true, null]);
  expect(await rules(thanks)).toEqual([true, true, true, null]);
});

test('a second answer takes the one touch, words after the resolution do not', async () => {
  const second = more({ messages: [message('agent', march(3, '12:00'))] });
  const after = more({ messages: [message('agent', march(5))] });
  expect(await rules(second)).toEqual([false, true, true, null]);
  expect(await rules(after)).toEqual([true, true, true, null]);
});

test('a chat is one answer with all its lines, unless the customer asks on or it is passed on', async () => {
  const line = (author_kind: string, clock: string) => ({
    ...message(author_kind, march(3, clock)),
    channel: 'chat',
  });
  const contact = {
    case_id: 'a',
    channel: 'chat',
    arrived_at: march(3),
    answered_at: march(3, '09:01'),
    ended_at: march(3, '09:30'),
    outcome: 'answered',
  };
  const lines = [line('customer', '09:00'), line('agent', '09:02'), line('agent', '09:06')];
  expect(await rules({ ...plain, messages: lines, interactions: [contact] })).toEqual([
    true,
    true,
    true,
    null,
  ]);
  const asks = [...lines, line('customer', '09:04')];
  expect(await rules({ ...plain, messages: asks, interactions: [contact] })).toEqual([
    false,
    true,
    true,
    null,
  ]);
  const passed = { ...contact, transferred_to: 'second line' };
  expect(await rules({ ...plain, messages: lines, interactions: [passed] })).toEqual([
    false,
    true,
    true,
    null,
  ]);
});

test('a transfer takes the one touch', async () => {
  const moved = more({
    events: [{ case_id: 'a', kind: 'team_changed', at: march(3, '11:00'), from_value: 'x', to_value: 'y' }],
  });
  expect(await rules(moved)).toEqual([false, true, true, null]);
});

test('a reopening takes all three', async () => {
  const reopened = more({
    events: [
      { case_id: 'a', kind: 'reopened', at: march(5) },
      { case_id: 'a', kind: 'resolved', at: march(6) },
    ],
  });
  expect(await rules(reopened)).toEqual([false, false, false, null]);
});

test('a new case within seven days of the resolution: same category for one touch, any for not again', async () => {
  const again = (category: string, on: number) =>
    more({ cases: [{ id: 'b', opened_at: march(on), customer_id: 'k', category }] });
  expect(await rules(again('billing', 11))).toEqual([false, false, true, null]);
  expect(await rules(again('delivery', 11))).toEqual([true, false, true, null]);
  expect(await rules(again('billing', 12))).toEqual([true, true, true, null]);
});

test('a case younger than the window is too early to tell', async () => {
  const young = { ...plain, cases: [{ id: 'a', opened_at: march(3), customer_id: 'k' }, dataReach(10)] };
  expect(await rules(young)).toEqual([null, null, null, 'too_early']);
});

test('without a customer, or unresolved, no rule can tell', async () => {
  const nobody = { ...plain, cases: [{ id: 'a', opened_at: march(3), customer_id: '0' }, dataReach(20)] };
  expect(await rules(nobody)).toEqual([null, null, null, 'no_customer']);
  expect(await rules({ ...plain, events: [] })).toEqual([null, null, null, 'not_resolved']);
});

test('without messages only one touch cannot be told', async () => {
  const { messages, ...silent } = plain;
  expect(messages).toHaveLength(2);
  expect(await rules(silent)).toEqual([null, true, true, 'no_messages']);
});
