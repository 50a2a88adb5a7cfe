import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DuckDbWarehouse, Row } from '../index.ts';
import { warehouseWith } from '../testing.ts';

let warehouse: DuckDbWarehouse;
let facts: readonly Row[];
const contact = (id: string): Row => facts.find((row) => row.id === id) ?? {};

const at = (time: string) => `2025-03-03T${time}Z`;
const call = { channel: 'phone', arrived_at: at('09:00:00') };

beforeAll(async () => {
  warehouse = await warehouseWith({
    cases: [
      { id: 'c1', opened_at: at('09:00:00'), category: 'billing', customer_id: 'k1' },
      { id: 'spam', opened_at: at('09:00:00'), left_out: 'spam' },
      { id: 'gone', opened_at: at('09:00:00') },
    ],
    events: [{ case_id: 'gone', at: at('09:30:00'), kind: 'merged', to_value: 'c1' }],
    customers: [{ id: 'k1', segment: 'business', country: 'IT' }],
    agents: [{ id: 'anna', team: 'first line', department: 'service' }],
    interactions: [
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
      { ...call, id: 'of a merged case', case_id: 'gone', outcome: 'answered' },
    ],
  });
  facts = await warehouse.rows(warehouse.db.selectFrom('contact_facts').selectAll());
});
afterAll(() => warehouse.close());

test('a contact that a person took was answered and offered', () => {
  expect(contact('taken')).toMatchObject({ answered: true, offered: true, outcome: 'answered' });
});

test('a caller who left in the menu was not offered and waited for nobody', () => {
  expect(contact('in menu')).toMatchObject({ answered: false, offered: false, wait_s: null });
});

test('a caller who left the queue was offered, and waited until the end', () => {
  expect(contact('in queue')).toMatchObject({ answered: false, offered: true, wait_s: 90 });
});

test('a stated outcome is believed before the times', () => {
  expect(contact('hung up')).toMatchObject({ answered: false, answered_at: null, talk_s: null });
});

test('without an outcome, or with a foreign word, the times tell who was answered', () => {
  expect(contact('no outcome').answered).toBe(true);
  expect(contact('foreign word').answered).toBe(true);
});

test('the wait of the answered is as stated, else from queue to answer, else none', () => {
  expect(contact('stated wait').wait_s).toBe(12);
  expect(contact('taken').wait_s).toBe(30);
  expect(contact('at once').wait_s).toBe(0);
});

test('a duration below zero is unknown', () => {
  expect(contact('taken').hold_s).toBeNull();
  expect(contact('hung up').wait_s).toBeNull();
});

test('talk of zero seconds without a start was not recorded', () => {
  expect(contact('taken').talk_s).toBe(260);
  expect(contact('at once').talk_s).toBeNull();
});

test('customer 6.02E+11 and agent 0 are nobody', () => {
  expect(contact('in menu').customer_id).toBeNull();
  expect(contact('at once').agent_id).toBeNull();
});

test('what the contact does not say comes from its case, its agent and its customer', () => {
  expect(contact('taken')).toMatchObject({
    category: 'billing',
    team: 'first line',
    department: 'service',
    segment: 'business',
    country: 'IT',
    customer_id: 'k1',
  });
});

test('outbound contacts and contacts of spam or merged cases are left out, with the reason', () => {
  expect(contact('going out').left_out).toBe('outbound');
  expect(contact('junk').left_out).toBe('spam');
  expect(contact('of a merged case').left_out).toBe('merged');
  expect(contact('taken').left_out).toBeNull();
});

test('a contact that was passed on says so', () => {
  expect(contact('passed on')).toMatchObject({ transferred: true, answered: true });
  expect(contact('taken').transferred).toBe(false);
});
