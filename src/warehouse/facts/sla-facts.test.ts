import { expect, test } from 'vitest';
import { dataReach, factsOf, march } from './facts-of.ts';

const sla = [
  { priority: 'urgent', responseS: 600, resolutionS: 86_400, clock: 'calendar' },
  { priority: 'normal', responseS: 3600, clock: 'business' },
] as const;
const c = (id: string, more = {}) => ({ id, opened_at: march(3), priority: 'urgent', ...more });

test('a target is met at its last second and missed after it', async () => {
  const { met, missed } = await factsOf(
    'case_facts',
    {
      cases: [
        c('met', { first_response_at: march(3, '09:10'), resolved_at: march(4) }),
        c('missed', { first_response_at: march(3, '09:11'), resolved_at: march(4, '09:01') }),
      ],
    },
    { sla },
  );
  expect(met).toMatchObject({ sla_response: 'met', sla_resolution: 'met' });
  expect(missed).toMatchObject({ sla_response: 'missed', sla_resolution: 'missed' });
});

test('a case that still runs is running within the target, and missed beyond it', async () => {
  const { young, old } = await factsOf(
    'case_facts',
    {
      cases: [
        c('young', { opened_at: march(5, '08:55') }),
        c('old', { first_response_at: march(3, '09:05') }),
        dataReach(5),
      ],
    },
    { sla },
  );
  expect(young).toMatchObject({ sla_response: 'running', sla_resolution: 'running' });
  expect(old).toMatchObject({ sla_response: 'met', sla_resolution: 'missed' });
});

test('a case that ended unanswered within the target has neither met nor missed it', async () => {
  const { a } = await factsOf(
    'case_facts',
    { cases: [c('a', { resolved_at: march(3, '09:05') }), c('b', { first_response_at: march(3) })] },
    { sla },
  );
  expect(a).toMatchObject({ sla_response: null, sla_resolution: 'met' });
});

test('a business target counts business time, and calendar time where no calendar is stated', async () => {
  const records = {
    cases: [
      c('a', { priority: 'normal', opened_at: march(3, '16:30'), first_response_at: march(4, '09:15') }),
    ],
  };
  const calendar = { zone: 'UTC', hours: { mon: ['09:00-17:00'], tue: ['09:00-17:00'] }, holidays: [] };
  const [withHours, without] = [
    await factsOf('case_facts', records, { sla, calendars: [{ name: 'office', calendar, where: {} }] }),
    await factsOf('case_facts', records, { sla }),
  ];
  expect(withHours.a).toMatchObject({ response_business_s: 2700, sla_response: 'met', sla_resolution: null });
  expect(without.a).toMatchObject({ response_business_s: null, sla_response: 'missed' });
});

test('a priority without a target has no state', async () => {
  const { a } = await factsOf('case_facts', { cases: [c('a', { priority: 'low' })] }, { sla });
  expect(a).toMatchObject({ sla_response: null, sla_resolution: null });
});
