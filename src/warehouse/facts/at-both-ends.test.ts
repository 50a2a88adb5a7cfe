import { expect, test } from 'vitest';
import { factsOf, march } from './facts-of.ts';

const c = (id: string, more = {}) => ({ id, opened_at: march(3), ...more });
const e = (case_id: string, at: string, kind: string, from_value: string | null, to_value: string) => ({
  case_id,
  at,
  kind,
  from_value,
  to_value,
});

test('team, owner, priority and category are told at the opening, at the resolution and now', async () => {
  const now = { team: 'Lab', owner_id: 'otto', priority: 'low', category: 'returns' };
  const { a } = await factsOf('case_facts', {
    cases: [c('a', now)],
    events: [
      e('a', march(3, '10:00'), 'assigned', 'anna', 'eva'),
      e('a', march(3, '10:00'), 'team_changed', 'Desk', 'Store'),
      e('a', march(3, '10:00'), 'priority_changed', 'high', 'normal'),
      e('a', march(3, '10:00'), 'category_changed', 'orders', 'delivery'),
      e('a', march(4), 'resolved', null, ''),
      e('a', march(5), 'assigned', 'eva', 'otto'),
      e('a', march(5), 'team_changed', 'Store', 'Lab'),
      e('a', march(5), 'priority_changed', 'normal', 'low'),
      e('a', march(5), 'category_changed', 'delivery', 'returns'),
    ],
  });
  expect(a).toMatchObject({
    ...now,
    team_at_opening: 'Desk',
    owner_at_opening: 'anna',
    priority_at_opening: 'high',
    category_at_opening: 'orders',
    team_at_resolution: 'Store',
    owner_at_resolution: 'eva',
    priority_at_resolution: 'normal',
    category_at_resolution: 'delivery',
  });
});

test('what no log changes was always as it is now, and an open case has no resolution to be told of', async () => {
  const { a, b } = await factsOf('case_facts', {
    cases: [
      c('a', { team: 'Desk', category: 'orders', resolved_at: march(4) }),
      c('b', { team: 'Desk', priority: 'low' }),
    ],
  });
  expect(a).toMatchObject({
    team_at_opening: 'Desk',
    team_at_resolution: 'Desk',
    category_at_resolution: 'orders',
  });
  expect(b).toMatchObject({
    priority_at_opening: 'low',
    team_at_resolution: null,
    category_at_resolution: null,
  });
});
