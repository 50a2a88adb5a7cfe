import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '../warehouse.ts';
import { smallWorld, type World } from './small-world.ts';

let world: World;
const survey = async (id: string): Promise<Row> =>
  (await world.facts('survey_facts')).find((row) => row.id === id) ?? {};

beforeAll(async () => {
  world = await smallWorld();
  const opened_at = '2025-03-03T09:00:00Z';
  await world.add('cases', {
    id: 'c1',
    opened_at,
    channel: 'email',
    category: 'billing',
    customer_id: 'k1',
    owner_id: 'otto',
  });
  await world.add('cases', { id: 'c2', opened_at, left_out: 'test' });
  await world.add('events', {
    id: 'e1',
    case_id: 'c1',
    at: '2025-03-03T10:00:00Z',
    kind: 'resolved',
    actor_id: 'rosa',
    actor_kind: 'agent',
  });
  await world.add('interactions', { id: 'i1', arrived_at: opened_at, channel: 'phone', agent_id: 'anna' });
  await world.add('agents', { id: 'rosa', team: 'second line' }, { id: 'anna', team: 'first line' });
  const csat = { kind: 'csat', scale_min: 1, scale_max: 5 };
  await world.add(
    'surveys',
    { ...csat, id: 's1', case_id: 'c1', score: 5, channel: 'sms', answered_at: '2025-03-04T09:00:00Z' },
    { ...csat, id: 's2', case_id: 'c1', score: 1, agent_id: 'anna', sent_at: '2025-03-04T09:00:00Z' },
    { ...csat, id: 's3', interaction_id: 'i1', sent_at: '2025-03-04T09:00:00Z' },
    { ...csat, id: 's4', score: 3, channel: 'web_form' },
    { ...csat, id: 's5', case_id: 'c2', score: 3 },
  );
  await world.refresh({ through: '2025-03-05T00:00:00Z' });
});
afterAll(() => world.close());

test('the one who resolved the case gets the rating, not the owner of today', async () => {
  expect(await survey('s1')).toMatchObject({ agent_id: 'rosa', team: 'second line' });
});

test('a stated agent gets the rating before the resolver', async () => {
  expect((await survey('s2')).agent_id).toBe('anna');
});

test('a survey about a contact goes to the agent who took it', async () => {
  expect(await survey('s3')).toMatchObject({ agent_id: 'anna', team: 'first line', channel: 'phone' });
});

test('the channel is the one of the service, not the way of asking, unless nothing else is known', async () => {
  expect(await survey('s1')).toMatchObject({ channel: 'email', category: 'billing', customer_id: 'k1' });
  expect((await survey('s4')).channel).toBe('web_form');
});

test('an answer without an instant counts from its invitation; without both it is undated', async () => {
  expect((await survey('s2')).answered_at).toBe('2025-03-04T09:00:00Z');
  expect(await survey('s4')).toMatchObject({ answered_at: null, dated: false, score: 3 });
});

test('an invitation without an answer has no score and no instant of answering', async () => {
  expect(await survey('s3')).toMatchObject({ score: null, answered_at: null, dated: true });
});

test('a survey about a case that is out of every figure is out as well', async () => {
  expect((await survey('s5')).left_out).toBe('test');
});
