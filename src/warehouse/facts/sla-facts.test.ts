import { expect, test } from 'vitest';
import type { ServiceAgreement, SlaTarget } from '../../model/index.ts';
import type { Row } from '../index.ts';
import type { FactSettings } from '../refresh-context.ts';
import type { SomeRecords } from '../testing.ts';
import { dataReach, factsOf, march } from './facts-of.ts';

const target = (name: SlaTarget['target'], within: SlaTarget['within'], more: Partial<SlaTarget> = {}) =>
  ({ target: name, within, clock: 'calendar', pauseWhile: [], ...more }) as const satisfies SlaTarget;
const policy = (targets: readonly SlaTarget[], more: Partial<ServiceAgreement['policies'][number]> = {}) =>
  ({ name: 'standard', where: {}, validFrom: null, validTo: null, targets, ...more }) as const;
const sla = (...policies: ServiceAgreement['policies']): ServiceAgreement => ({ policies, atRisk: 0.8 });

const c = (id: string, more = {}) => ({ id, opened_at: march(3), priority: 'urgent', ...more });
const e = (at: string, kind: string, more = {}) => ({ case_id: 'a', at, kind, ...more });
const m = (at: string, author_kind: string, more = {}) => ({ case_id: 'a', at, author_kind, ...more });

/** The promises by case, target and place. */
async function promises(records: SomeRecords, agreement: ServiceAgreement, more: Partial<FactSettings> = {}) {
  const found = await factsOf('sla_facts', records, { sla: agreement, ...more });
  return (id: string): Row | undefined => found[id];
}

const hour = 3600;
const first = sla(
  policy([target('first_response', { urgent: 600 }), target('resolution', { urgent: 86_400 })]),
);

test('a promise is kept at its last second and broken after it', async () => {
  const of = await promises(
    {
      cases: [
        c('met', { first_response_at: march(3, '09:10'), resolved_at: march(4) }),
        c('missed', { first_response_at: march(3, '09:11'), resolved_at: march(4, '09:01') }),
      ],
    },
    first,
  );
  expect([of('met/first_response/0')?.state, of('met/resolution/0')?.state]).toEqual(['met', 'met']);
  expect(of('missed/first_response/0')).toMatchObject({
    state: 'missed',
    due_at: march(3, '09:10'),
    elapsed_s: 660,
  });
  expect(of('missed/resolution/0')).toMatchObject({ state: 'missed', due_at: march(4) });
});

test('one that still runs is running in time, and broken beyond it', async () => {
  const of = await promises(
    {
      cases: [
        c('young', { opened_at: march(5, '08:55') }),
        c('old', { first_response_at: march(3, '09:05') }),
        dataReach(5),
      ],
    },
    first,
  );
  expect(of('young/first_response/0')).toMatchObject({
    state: 'running',
    due_at: march(5, '09:05'),
    at_risk_at: march(5, '09:03'),
    elapsed_s: null,
  });
  expect(of('old/first_response/0')?.state).toBe('met');
  expect(of('old/resolution/0')).toMatchObject({ state: 'missed', due_at: march(4), ended_at: null });
});

test('a case that ended unanswered in time has neither kept nor broken it', async () => {
  const of = await promises(
    { cases: [c('a', { resolved_at: march(3, '09:05') }), c('b', { first_response_at: march(3) })] },
    first,
  );
  expect(of('a/first_response/0')).toMatchObject({ state: null, over_at: march(3, '09:05') });
  expect(of('a/resolution/0')?.state).toBe('met');
});

test('a business promise counts business time, and calendar time where no calendar is stated', async () => {
  const records = {
    cases: [c('a', { opened_at: march(3, '16:30'), first_response_at: march(4, '10:15') })],
  };
  const calendar = { zone: 'UTC', hours: { mon: ['09:00-17:00'], tue: ['09:00-17:00'] }, holidays: [] };
  const business = sla(policy([target('first_response', hour, { clock: 'business' })]));
  const [open, around] = [
    await promises(records, business, { calendars: [{ name: 'office', calendar, where: {} }] }),
    await promises(records, business),
  ];
  expect(open('a/first_response/0')).toMatchObject({
    state: 'missed',
    clock: 'business',
    elapsed_s: 1.75 * hour,
    due_at: march(4, '09:30'),
    at_risk_at: march(4, '09:18'),
  });
  expect(around('a/first_response/0')).toMatchObject({
    state: 'missed',
    clock: 'calendar',
    due_at: march(3, '17:30'),
  });
});

test('a priority without a limit, and a case that no policy is for, have no promise', async () => {
  const records = { cases: [c('a', { priority: 'low', channel: 'phone' })] };
  expect((await promises(records, first))('a/first_response/0')).toBeUndefined();
  const mail = sla(policy([target('first_response', 60)], { where: { channel: ['email'] } }));
  expect((await promises(records, mail))('a/first_response/0')).toBeUndefined();
});

test('the first policy whose conditions hold counts', async () => {
  const records = {
    cases: [c('a', { customer_id: 'k', first_response_at: march(3, '09:30') }), c('b'), dataReach(4)],
    customers: [{ id: 'k', segment: 'gold' }],
  };
  const of = await promises(
    records,
    sla(
      policy([target('first_response', hour)], { name: 'gold', where: { segment: ['gold'] } }),
      policy([target('first_response', 60)]),
    ),
  );
  expect(of('a/first_response/0')).toMatchObject({ policy: 'gold', state: 'met', target_s: hour });
  expect(of('b/first_response/0')).toMatchObject({ policy: 'standard', state: 'missed' });
});

test('a version holds for clocks that start from its date on', async () => {
  const answered = (id: string, day: number) =>
    c(id, { opened_at: march(day), first_response_at: march(day, '09:30') });
  const change = march(4, '00:00');
  const of = await promises(
    { cases: [answered('before', 3), answered('after', 4)] },
    sla(
      policy([target('first_response', hour)], { validTo: change }),
      policy([target('first_response', 600)], { validFrom: change }),
    ),
  );
  expect(of('before/first_response/0')).toMatchObject({ state: 'met', target_s: hour });
  expect(of('after/first_response/0')).toMatchObject({ state: 'missed', target_s: 600 });
});

test('a clock that pauses while the customer is asked runs on afterwards', async () => {
  const records = {
    cases: [c('a', { resolved_at: march(3, '14:00') })],
    events: [
      e(march(3, '10:00'), 'status_changed', { to_value: 'pending' }),
      e(march(3, '12:00'), 'status_changed', { to_value: 'open' }),
    ],
  };
  const pausing = target('resolution', 2 * hour, { pauseWhile: ['pending'] });
  const of = await promises(records, sla(policy([pausing, target('requester_wait', 4 * hour)])));
  expect(of('a/resolution/0')).toMatchObject({
    state: 'missed',
    due_at: march(3, '13:00'),
    elapsed_s: 3 * hour,
  });
  expect(of('a/requester_wait/0')).toMatchObject({ elapsed_s: 5 * hour, due_at: march(3, '13:00') });
});

test('a promise whose clock stands still at the end of the data is paused, not broken', async () => {
  const records = {
    cases: [c('a'), dataReach(9)],
    events: [e(march(3, '10:00'), 'status_changed', { to_value: 'pending' })],
  };
  const of = await promises(
    records,
    sla(policy([target('resolution', 2 * hour, { pauseWhile: ['pending'] })])),
  );
  expect(of('a/resolution/0')).toMatchObject({ state: 'paused', paused: true, due_at: null });
});

test('time in which a case stood resolved before it came back does not count', async () => {
  const records = {
    cases: [c('a')],
    events: [e(march(3, '10:00'), 'resolved'), e(march(5), 'reopened'), e(march(5, '10:00'), 'resolved')],
  };
  const of = await promises(records, sla(policy([target('resolution', 3 * hour)])));
  expect(of('a/resolution/0')).toMatchObject({ state: 'met', elapsed_s: 2 * hour });
});

test('the limit of the moment counts: time already past when a case becomes urgent is past', async () => {
  const records = {
    cases: [c('a', { resolved_at: march(3, '15:00') })],
    events: [e(march(3, '12:00'), 'priority_changed', { from_value: 'low', to_value: 'urgent' })],
  };
  const limits = { low: 8 * hour, urgent: 2 * hour };
  const of = await promises(records, sla(policy([target('resolution', limits)])));
  expect(of('a/resolution/0')).toMatchObject({
    state: 'missed',
    due_at: march(3, '12:00'),
    priority: 'urgent',
  });
});

test('a broken promise belongs to who had the case then, a kept one to who kept it', async () => {
  const events = [
    e(march(3), 'assigned', { to_value: 'anna' }),
    e(march(3), 'team_changed', { to_value: 'Desk' }),
    e(march(3, '11:00'), 'assigned', { to_value: 'otto' }),
    e(march(3, '11:00'), 'team_changed', { from_value: 'Desk', to_value: 'Lab' }),
  ];
  const records = {
    cases: [c('a', { owner_id: 'eva', team: 'Lab' })],
    events: [...events, e(march(3, '15:00'), 'resolved', { actor_id: 'otto', actor_kind: 'agent' })],
    messages: [m(march(3, '09:05'), 'agent', { author_id: 'ida' })],
  };
  const of = await promises(
    records,
    sla(policy([target('first_response', hour), target('resolution', hour), target('agent_work', 9 * hour)])),
  );
  expect(of('a/first_response/0')).toMatchObject({ state: 'met', agent_id: 'ida', team: 'Desk' });
  expect(of('a/resolution/0')).toMatchObject({ state: 'missed', agent_id: 'anna', team: 'Desk' });
  expect(of('a/agent_work/0')).toMatchObject({ state: 'met', agent_id: 'otto', team: 'Lab' });
});

test('each further message that waits, and each silence of ours, is a promise of its own', async () => {
  const records = {
    cases: [c('a'), dataReach(4)],
    messages: [
      m(march(3, '09:00'), 'customer'),
      m(march(3, '09:10'), 'agent', { author_id: 'anna' }),
      m(march(3, '10:00'), 'customer', { body: 'And now?' }),
      m(march(3, '10:20'), 'agent', { author_id: 'otto' }),
      m(march(3, '11:00'), 'customer', { body: 'Thank you!' }),
      m(march(3, '12:00'), 'customer', { body: 'It broke again.' }),
    ],
  };
  const of = await promises(
    records,
    sla(policy([target('next_response', 1200), target('periodic_update', 2 * hour)])),
  );
  expect(of('a/next_response/1')).toMatchObject({
    state: 'met',
    agent_id: 'otto',
    started_at: march(3, '10:00'),
  });
  expect(of('a/next_response/2')).toMatchObject({ state: 'missed', due_at: march(3, '11:20') });
  expect(of('a/periodic_update/1')).toMatchObject({ state: 'met', elapsed_s: 4200 });
  expect(of('a/periodic_update/2')).toMatchObject({ state: 'missed', due_at: march(3, '12:20') });
});
