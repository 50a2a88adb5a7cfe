import { expect, test } from 'vitest';
import { factsOf, march } from './facts-of.ts';

const rome = { zone: 'Europe/Rome' };
const shift = (from: string, to: string, state: string | null = null) => ({
  agent_id: 'anna',
  from,
  to,
  state,
});
const reach = { id: 'end', opened_at: march(28) };

test('a break inside a shift takes its piece of it, and time is counted once', async () => {
  const facts = await factsOf('presence_facts', {
    cases: [reach],
    shifts: [
      shift(march(3, '08:00'), march(3, '16:00')),
      shift(march(3, '12:00'), march(3, '12:30'), 'break'),
      shift(march(3, '16:00'), march(3, '17:00'), 'away'),
    ],
    agent_states: [
      shift(march(3, '08:00'), march(3, '10:00'), 'available'),
      shift(march(3, '10:00'), march(3, '12:10'), 'talking'),
      shift(march(3, '12:10'), march(3, '12:40'), 'break'),
      shift(march(3, '12:40'), march(3, '16:30'), 'available'),
    ],
    agents: [{ id: 'anna', team: 'first line' }],
  });
  expect(facts['anna/2025-03-03']).toMatchObject({
    team: 'first line',
    paid_s: 8 * 3600,
    planned_s: 8 * 3600,
    // Ten minutes of talking into the break and ten of a break too long are not as planned.
    adhered_s: 8 * 3600 - 1200,
    served_s: 8 * 3600 - 1800,
    talking_s: 130 * 60,
    break_s: 1800,
    away_s: 0,
    contacts: null,
  });
});

test('an absence is paid and cannot be kept to; a day without any state of the source is unknown, not absent', async () => {
  const facts = await factsOf('presence_facts', {
    cases: [reach],
    shifts: [
      shift(march(3), march(3, '17:00'), 'absent'),
      shift(march(4), march(4, '17:00')),
      { ...shift(march(3), march(3, '17:00')), agent_id: 'otto' },
    ],
    agent_states: [{ ...shift(march(3), march(3, '17:00'), 'available'), agent_id: 'otto' }],
  });
  expect(facts['anna/2025-03-03']).toMatchObject({
    paid_s: 28_800,
    planned_s: 0,
    served_s: 0,
    available_s: 0,
  });
  expect(facts['anna/2025-03-04']).toMatchObject({ paid_s: 28_800, served_s: null, available_s: null });
});

test('a night is parted at the local midnight', async () => {
  const facts = await factsOf(
    'presence_facts',
    { cases: [reach], shifts: [shift(march(3, '21:00'), march(4, '05:00'))] },
    rome,
  );
  expect(facts['anna/2025-03-03']).toMatchObject({ paid_s: 7200, day_begins: '2025-03-02T23:00:00.000Z' });
  expect(facts['anna/2025-03-04']).toMatchObject({ paid_s: 6 * 3600 });
});

test('a state without an end lasts until the next one, and no longer than a day', async () => {
  const facts = await factsOf('presence_facts', {
    cases: [reach],
    agent_states: [
      { agent_id: 'anna', from: march(3, '09:00'), state: 'available' },
      { agent_id: 'anna', from: march(3, '10:00'), state: 'talking' },
      { agent_id: 'anna', from: march(3, '10:05'), state: 'wrap' },
    ],
  });
  expect(facts['anna/2025-03-03']).toMatchObject({ available_s: 3600, talking_s: 300, paid_s: null });
  expect(facts['anna/2025-03-04']).toMatchObject({ wrap_s: 36_300 });
  expect(facts['anna/2025-03-05']).toBeUndefined();
});

test('what is planned beyond the data has not been kept or missed yet', async () => {
  const facts = await factsOf('presence_facts', {
    cases: [{ id: 'end', opened_at: march(3, '12:00') }],
    shifts: [shift(march(3), march(3, '17:00')), shift(march(4), march(4, '17:00'))],
  });
  expect(facts['anna/2025-03-03']).toMatchObject({ paid_s: 3 * 3600 });
  expect(facts['anna/2025-03-04']).toBeUndefined();
});

test('contacts that an agent took are counted on the day they were answered, where any were recorded', async () => {
  const took = { agent_id: 'anna', outcome: 'answered', talk_s: 60 };
  const facts = await factsOf('presence_facts', {
    cases: [reach],
    agent_states: [
      shift(march(3), march(3, '17:00'), 'available'),
      { ...shift(march(3), march(3, '17:00'), 'available'), agent_id: 'otto' },
    ],
    interactions: [
      { ...took, arrived_at: march(3, '10:00') },
      { ...took, arrived_at: march(3, '11:00') },
      { ...took, arrived_at: march(3, '12:00'), direction: 'outbound' },
    ],
  });
  expect(facts['anna/2025-03-03']?.contacts).toBe(2);
  expect(facts['otto/2025-03-03']?.contacts).toBe(0);
});
