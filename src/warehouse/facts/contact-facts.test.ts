import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '../warehouse.ts';
import { smallWorld, type World } from './small-world.ts';

let world: World;
const contact = async (id: string): Promise<Row> =>
  (await world.facts('contact_facts')).find((row) => row.id === id) ?? {};

beforeAll(async () => {
  world = await smallWorld();
  const at = (time: string) => `2025-03-03T${time}Z`;
  const call = { channel: 'phone', arrived_at: at('09:00:00') };
  await world.add('cases', { id: 'c1', opened_at: at('09:00:00'), category: 'billing', customer_id: 'k1' });
  await world.add('cases', { id: 'spam', opened_at: at('09:00:00'), left_out: 'spam' });
  await world.add('customers', { id: 'k1', segment: 'business', country: 'IT' });
  await world.add('agents', { id: 'anna', team: 'first line', department: 'service' });
  await world.add(
    'interactions',
    {
      ...call,
      id: 'taken',
      case_id: 'c1',
      queued_at: at('09:00:10'),
      answered_at: at('09:00:40'),
      ended_at: at('09:05:00'),
      outcome: 'answered',
      talk_s: 260,
      hold_s: -1,
      agent_id: 'anna',
    },
    { ...call, id: 'stated wait', outcome: 'answered', wait_s: 12, queued_at: at('09:00:10') },
    { ...call, id: 'at once', outcome: 'answered', talk_s: 0, agent_id: '0' },
    { ...call, id: 'in menu', outcome: 'abandoned_in_menu', customer_id: '6.02E+11' },
    {
      ...call,
      id: 'in queue',
      outcome: 'abandoned_in_queue',
      queued_at: at('09:00:10'),
      ended_at: at('09:01:40'),
    },
    {
      ...call,
      id: 'hung up',
      outcome: 'abandoned_in_queue',
      answered_at: at('09:01:00'),
      talk_s: 5,
      wait_s: -3,
    },
    { ...call, id: 'no outcome', answered_at: at('09:00:05') },
    { ...call, id: 'foreign word', outcome: 'DONE', talk_s: 30 },
    { ...call, id: 'passed on', outcome: 'transferred', transferred_to: 'second line' },
    { ...call, id: 'going out', direction: 'outbound', outcome: 'answered' },
    { ...call, id: 'junk', case_id: 'spam', outcome: 'answered' },
  );
  await world.refresh();
});
afterAll(() => world.close());

test('a contact that a person took was answered and offered', async () => {
  expect(await contact('taken')).toMatchObject({ answered: true, offered: true, outcome: 'answered' });
});

test('a caller who left in the menu was not offered and waited for nobody', async () => {
  expect(await contact('in menu')).toMatchObject({ answered: false, offered: false, wait_s: null });
});

test('a caller who left the queue was offered, and waited until the end', async () => {
  expect(await contact('in queue')).toMatchObject({ answered: false, offered: true, wait_s: 90 });
});

test('a stated outcome is believed before the times', async () => {
  expect(await contact('hung up')).toMatchObject({ answered: false, answered_at: null, talk_s: null });
});

test('without an outcome, or with a foreign word, the times tell who was answered', async () => {
  expect((await contact('no outcome')).answered).toBe(true);
  expect((await contact('foreign word')).answered).toBe(true);
});

test('the wait of the answered is as stated, else from queue to answer, else none', async () => {
  expect((await contact('stated wait')).wait_s).toBe(12);
  expect((await contact('taken')).wait_s).toBe(30);
  expect((await contact('at once')).wait_s).toBe(0);
});

test('a duration below zero is unknown', async () => {
  expect((await contact('taken')).hold_s).toBeNull();
  expect((await contact('hung up')).wait_s).toBeNull();
});

test('talk of zero seconds without a start was not recorded', async () => {
  expect((await contact('taken')).talk_s).toBe(260);
  expect((await contact('at once')).talk_s).toBeNull();
});

test('customer 6.02E+11 and agent 0 are nobody', async () => {
  expect((await contact('in menu')).customer_id).toBeNull();
  expect((await contact('at once')).agent_id).toBeNull();
});

test('what the contact does not say comes from its case, its agent and its customer', async () => {
  expect(await contact('taken')).toMatchObject({
    category: 'billing',
    team: 'first line',
    department: 'service',
    segment: 'business',
    country: 'IT',
    customer_id: 'k1',
  });
});

test('outbound contacts and contacts of spam cases are left out, with the reason', async () => {
  expect((await contact('going out')).left_out).toBe('outbound');
  expect((await contact('junk')).left_out).toBe('spam');
  expect((await contact('taken')).left_out).toBeNull();
});

test('a contact that was passed on says so', async () => {
  expect(await contact('passed on')).toMatchObject({ transferred: true, answered: true });
  expect((await contact('taken')).transferred).toBe(false);
});
