import { expect, test } from 'vitest';
import { dataReach, factsOf, march } from './facts-of.ts';

const day = 86_400;
const c = (id: string, more = {}) => ({ id, opened_at: march(3), ...more });
const e = (case_id: string, kind: string, on: number, more = {}) => ({
  case_id,
  kind,
  at: march(on),
  ...more,
});

test('the resolution that stands at the end is the last one; the first is kept beside it', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a')],
    events: [
      e('a', 'resolved', 4, { actor_id: 'anna', actor_kind: 'agent' }),
      e('a', 'reopened', 5),
      e('a', 'resolved', 7, { actor_id: 'otto', actor_kind: 'agent' }),
    ],
  });
  expect(a).toMatchObject({
    resolved: true,
    first_resolved_at: march(4),
    last_resolved_at: march(7),
    resolution_s: 4 * day,
    resolver_id: 'otto',
    reopens: 1,
    status: 'resolved',
  });
});

test('a case that was reopened and not resolved again is open, and its clock runs on', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a', { resolved_at: march(4) }), dataReach(9)],
    events: [e('a', 'resolved', 4, { actor_id: 'anna' }), e('a', 'reopened', 5)],
  });
  expect(a).toMatchObject({
    resolved: false,
    last_resolved_at: null,
    resolver_id: null,
    resolution_s: 6 * day,
    status: 'open',
  });
});

test('when the system closes days later, the resolution counts and not the closing', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a')],
    events: [e('a', 'resolved', 4, { actor_id: 'anna' }), e('a', 'closed', 8, { actor_kind: 'system' })],
  });
  expect(a).toMatchObject({
    resolution_s: day,
    close_s: 5 * day,
    closed_at: march(8),
    resolver_id: 'anna',
    status: 'closed',
  });
});

test('a case that the system closed without any resolution was given up, and is not resolved', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a'), c('other'), dataReach(20)],
    events: [e('a', 'closed', 8, { actor_kind: 'system' }), e('other', 'resolved', 5)],
  });
  expect(a).toMatchObject({ resolved: false, last_resolved_at: null, status: 'closed', close_s: 5 * day });
  expect(a?.resolution_s).toBe(17 * day);
});

test('a closing by an agent is the resolution where there was none before it', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a')],
    events: [e('a', 'closed', 5, { actor_id: 'anna', actor_kind: 'agent' })],
  });
  expect(a).toMatchObject({ resolved: true, resolution_s: 2 * day, resolver_id: 'anna' });
});

test('a table alone tells resolution, closing and the resolver', async () => {
  const { a, b } = await factsOf('case_facts', {
    cases: [
      c('a', { resolved_at: march(4), closed_at: march(6), owner_id: 'anna' }),
      c('b', { source: 'other desk', closed_at: march(6) }),
    ],
  });
  expect(a).toMatchObject({ resolved: true, resolution_s: day, close_s: 3 * day, resolver_id: 'anna' });
  expect(b).toMatchObject({ resolved: true, resolution_s: 3 * day });
});

test('where the table states more resolutions than the log, the table is believed', async () => {
  const {
    a,
    b,
    c: third,
  } = await factsOf('case_facts', {
    cases: [
      c('a', { resolved_at: march(4), closed_at: march(9) }),
      c('b', { resolved_at: march(5), closed_at: march(9) }),
      c('c', { closed_at: march(9) }),
    ],
    events: [e('a', 'resolved', 3), e('a', 'closed', 9), e('b', 'closed', 9), e('c', 'closed', 9)],
  });
  expect(a?.resolution_s).toBe(day);
  expect(b?.resolution_s).toBe(2 * day);
  expect(third).toMatchObject({
    resolved: true,
    last_resolved_at: null,
    resolution_s: null,
    close_s: 6 * day,
  });
});

test('where the log tells every resolution, it is believed before the table', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a', { resolved_at: march(8) })],
    events: [e('a', 'resolved', 4)],
  });
  expect(a?.resolution_s).toBe(day);
});

test('a log that only tells changes of status tells resolutions and reopenings too', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a')],
    events: [
      e('a', 'status_changed', 4, { to_value: 'resolved', actor_id: 'anna' }),
      e('a', 'status_changed', 5, { to_value: 'open' }),
      e('a', 'status_changed', 6, { to_value: 'resolved', actor_id: 'otto' }),
    ],
  });
  expect(a).toMatchObject({
    reopens: 1,
    resolution_s: 3 * day,
    first_resolved_at: march(4),
    resolver_id: 'otto',
  });
});

test('reopenings come from the log, and what the table states is kept beside them', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a', { reopens: 3 })],
    events: [e('a', 'resolved', 4), e('a', 'reopened', 5), e('a', 'resolved', 6)],
  });
  expect(a).toMatchObject({ reopens: 1, stated_reopens: 3 });
});

test('a table that states when a case was reopened tells of one reopening', async () => {
  const { a, b } = await factsOf('case_facts', {
    cases: [c('a', { reopened_at: march(5), resolved_at: march(6) }), c('b', { resolved_at: march(6) })],
  });
  expect(a).toMatchObject({ reopens: 1, stated_reopens: 1, resolution_s: 3 * day });
  expect(b).toMatchObject({ reopens: 0, stated_reopens: 0 });
});

test('where nothing tells of reopenings, their number is unknown', async () => {
  const { a } = await factsOf('case_facts', { cases: [c('a', { resolved_at: march(6) })] });
  expect(a?.reopens).toBeNull();
});

test('events of one instant go by their sequence, then by their id', async () => {
  const { a, b } = await factsOf('case_facts', {
    cases: [c('a'), c('b')],
    events: [
      e('a', 'reopened', 5, { sequence: 1, id: '9' }),
      e('a', 'resolved', 5, { sequence: 2, id: '8' }),
      e('b', 'reopened', 5, { id: 'b2' }),
      e('b', 'resolved', 5, { id: 'b1' }),
    ],
  });
  expect(a?.resolved).toBe(true);
  expect(b?.resolved).toBe(false);
});

test('a case that was merged into another is left out', async () => {
  const { a, b } = await factsOf('case_facts', {
    cases: [c('a'), c('b')],
    events: [e('a', 'merged', 4, { to_value: 'b' }), e('b', 'merged', 4, { to_value: 'b' })],
  });
  expect(a?.left_out).toBe('merged');
  expect(b?.left_out).toBeNull();
});

test('a resolution before the opening has no duration', async () => {
  const { a } = await factsOf('case_facts', { cases: [c('a', { resolved_at: march(1) })] });
  expect(a).toMatchObject({ resolved: true, resolution_s: null });
});

test('an open case stands as the table says, where the log does not tell statuses', async () => {
  const { a } = await factsOf('case_facts', {
    cases: [c('a', { status: 'pending' }), dataReach(4)],
    events: [e('a', 'assigned', 3, { to_value: 'anna' })],
  });
  expect(a).toMatchObject({ status: 'pending', resolved: false, resolution_s: day });
});
