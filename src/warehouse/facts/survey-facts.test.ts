import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DuckDbWarehouse, Row } from '../index.ts';
import { warehouseWith } from '../testing.ts';

let warehouse: DuckDbWarehouse;
let facts: readonly Row[];
const survey = (id: string): Row => facts.find((row) => row.id === id) ?? {};

const opened_at = '2025-03-03T09:00:00Z';
const later = '2025-03-04T09:00:00Z';
const csat = { kind: 'csat', scale_min: 1, scale_max: 5 };
const resolution = { case_id: 'c1', at: '2025-03-03T10:00:00Z', kind: 'resolved' };

beforeAll(async () => {
  warehouse = await warehouseWith({
    cases: [
      { id: 'c1', opened_at, channel: 'email', category: 'billing', customer_id: 'k1', owner_id: 'otto' },
      { id: 'c2', opened_at, left_out: 'test' },
    ],
    events: [{ ...resolution, actor_id: 'rosa', actor_kind: 'agent' }],
    interactions: [{ id: 'i1', arrived_at: opened_at, channel: 'phone', agent_id: 'anna' }],
    agents: [
      { id: 'rosa', team: 'second line' },
      { id: 'anna', team: 'first line' },
    ],
    surveys: [
      { ...csat, id: 's1', case_id: 'c1', score: 5, channel: 'sms', answered_at: later },
      { ...csat, id: 's2', case_id: 'c1', score: 1, agent_id: 'anna', sent_at: later },
      { ...csat, id: 's3', interaction_id: 'i1', sent_at: later },
      { ...csat, id: 's4', score: 3, channel: 'web_form' },
      { ...csat, id: 's5', case_id: 'c2', score: 3 },
    ],
  });
  facts = await warehouse.rows(warehouse.db.selectFrom('survey_facts').selectAll());
});
afterAll(() => warehouse.close());

test('the one who resolved the case gets the rating, not the owner of today', () => {
  expect(survey('s1')).toMatchObject({ agent_id: 'rosa', team: 'second line' });
});

test('a stated agent gets the rating before the resolver', () => {
  expect(survey('s2').agent_id).toBe('anna');
});

test('a survey about a contact goes to the agent who took it', () => {
  expect(survey('s3')).toMatchObject({ agent_id: 'anna', team: 'first line', channel: 'phone' });
});

test('the channel is the one of the service, not the way of asking, unless nothing else is known', () => {
  expect(survey('s1')).toMatchObject({ channel: 'email', category: 'billing', customer_id: 'k1' });
  expect(survey('s4').channel).toBe('web_form');
});

test('an answer without an instant counts from its invitation; without both it is undated', () => {
  expect(survey('s2').answered_at).toBe('2025-03-04T09:00:00.000Z');
  expect(survey('s4')).toMatchObject({ answered_at: null, dated: false, score: 3 });
});

test('an invitation without an answer has no score and no instant of answering', () => {
  expect(survey('s3')).toMatchObject({ score: null, answered_at: null, dated: true });
});

test('a survey about a case that is out of every figure is out as well', () => {
  expect(survey('s5').left_out).toBe('test');
});
