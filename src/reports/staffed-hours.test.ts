import { expect, test } from 'vitest';
import { scope } from '../insights/testing.ts';
import { openWarehouse } from '../warehouse/index.ts';
import { staffedHours } from './staffed-hours.ts';

const warehouse = await openWarehouse({ path: ':memory:', threads: 1 });
const record = { source: 'desk', _load: 1, _file: 1 };
const at = (time: string): string => `2025-03-10T${time}:00Z`;
const state = (id: string, agent_id: string, name: string, from: string, to: string | null) => ({
  ...record,
  id,
  agent_id,
  state: name,
  from: at(from),
  to: to === null ? null : at(to),
});
await warehouse.write(async (writer) => {
  const states = [
    state('1', 'anna', 'talking', '08:00', '08:30'),
    state('2', 'anna', 'available', '08:30', '09:00'),
    state('3', 'otto', 'available', '08:00', null),
    state('4', 'otto', 'break', '08:30', '09:00'),
    state('5', 'ida', 'absent', '08:00', '18:00'),
  ];
  await writer.execute(writer.db.insertInto('agent_states').values(states));
  const agents = ['anna', 'otto'].map((id) => ({ ...record, id, team: id === 'anna' ? 'Milan' : 'Rome' }));
  await writer.execute(writer.db.insertInto('agents').values(agents));
  const contact = {
    source: 'desk',
    offered: true,
    direction: 'inbound',
    team: 'Milan',
    arrived_at: at('08:10'),
  };
  const contacts = [
    { ...contact, id: '1', answered: true, talk_s: 1500, hold_s: null, wrap_s: 300 },
    { ...contact, id: '2', answered: false },
  ];
  for (const row of contacts) await writer.execute(writer.db.insertInto('contact_facts').values(row));
});

test('who talks is busy, who waits is there, and a lost contact would have taken the mean time', async () => {
  // Anna is there an hour and busy half of it, Otto is there half an hour; the lost call would have taken 30 minutes.
  expect(await staffedHours(warehouse, scope({ zone: 'UTC' }))).toEqual([{ hour: 8, needed: 1, there: 1.5 }]);
});

test('a team has its own people and its own contacts', async () => {
  const where = [{ dimension: 'team', values: ['Rome'] }];
  expect(await staffedHours(warehouse, scope({ zone: 'UTC', where }))).toEqual([
    { hour: 8, needed: 0, there: 0.5 },
  ]);
});

test('people cannot be told apart by what the work is about', async () => {
  const where = [{ dimension: 'category', values: ['invoice'] }];
  expect(await staffedHours(warehouse, scope({ zone: 'UTC', where }))).toEqual([]);
});
