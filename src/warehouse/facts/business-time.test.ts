import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  businessClock,
  businessSeconds,
  businessSecondsAcross,
  type Calendar,
  openings,
} from '../../model/index.ts';
import { dataReach, factsOf, march } from './facts-of.ts';

const week = ['mon', 'tue', 'wed', 'thu', 'fri'];
const hours = (days: readonly string[], ...intervals: string[]) =>
  Object.fromEntries(days.map((day) => [day, intervals]));
const chicago = { zone: 'UTC', hours: hours([...week, 'sat', 'sun'], '12:00-02:00'), holidays: [] };
const sanFrancisco = { zone: 'UTC', hours: hours(week, '15:00-00:30'), holidays: [] };

const moved = {
  cases: [{ id: 'a', opened_at: '2025-01-14T17:01:38Z', team: 'San Francisco', customer_id: 'k' }],
  events: [
    {
      case_id: 'a',
      at: '2025-01-15T19:01:25Z',
      kind: 'team_changed',
      from_value: 'Chicago',
      to_value: 'San Francisco',
    },
  ],
  messages: [{ case_id: 'a', at: '2025-01-15T19:01:46Z', author_kind: 'agent', direction: 'outbound' }],
};
const companyOf = (calendar: Calendar) => ({ name: 'company', calendar, where: {} });
const teamOf = (team: string, calendar: Calendar) => ({ name: team, calendar, where: { team: [team] } });
const teams = { calendars: [teamOf('San Francisco', sanFrancisco), companyOf(chicago)] };
const minutes = (seconds: unknown): number => Number(seconds) / 60;

test('a case that moves from Chicago to San Francisco counts 960.1333 minutes, each calendar its own time', async () => {
  const { a } = await factsOf('case_facts', moved, teams);
  expect(minutes(a?.response_business_s)).toBeCloseTo(960.1333, 4);
});

test('by the last calendar it counts 690.1333 minutes', async () => {
  const { a } = await factsOf('case_facts', moved, { ...teams, clockRule: 'the_last_one' });
  expect(minutes(a?.response_business_s)).toBeCloseTo(690.1333, 4);
});

test('without a calendar there is no business time, not zero', async () => {
  const { a } = await factsOf('case_facts', moved);
  expect(a).toMatchObject({ response_business_s: null, resolution_business_s: null });
});

test('what still runs counts business time up to the end of the data', async () => {
  const calendar = { zone: 'UTC', hours: hours(week, '09:00-17:00'), holidays: [march(4).slice(0, 10)] };
  const { a } = await factsOf(
    'case_facts',
    { cases: [{ id: 'a', opened_at: march(3, '16:00') }, dataReach(6)] },
    { calendars: [companyOf(calendar)] },
  );
  expect(a?.resolution_business_s).toBe((1 + 8) * 3600);
});

const instant = fc.integer({ min: Date.parse('2025-03-24') / 1000, max: Date.parse('2025-04-07') / 1000 });
const rome = {
  zone: 'Europe/Rome',
  hours: hours(week, '08:30-12:30', '13:30-17:15'),
  holidays: ['2025-04-01'],
};
const night = { zone: 'America/New_York', hours: hours([...week, 'sun'], '22:00-06:00'), holidays: [] };
const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();
const span = [Date.parse('2025-03-20') / 1000, Date.parse('2025-04-10') / 1000] as const;

test('the engine counts what the pure function counts, also across a move and a clock change', async () => {
  const drawn = fc.sample(
    fc.tuple(instant, instant, instant).map((three) => three.toSorted((a, b) => a - b)),
    200,
  );
  const records = {
    cases: drawn.map(([opened = 0, , resolved = 0], id) => ({
      id,
      opened_at: iso(opened),
      resolved_at: iso(resolved),
    })),
    events: drawn.map(([, at = 0], id) => ({
      case_id: id,
      at: iso(at),
      kind: 'team_changed',
      from_value: 'day',
      to_value: 'night',
    })),
  };
  const calendars = [teamOf('night', night), companyOf(rome)];
  const [one, each, last] = [
    await factsOf('case_facts', records, { calendars: [companyOf(rome)] }),
    await factsOf('case_facts', records, { calendars }),
    await factsOf('case_facts', records, { calendars, clockRule: 'the_last_one' }),
  ];
  const [day, late] = [businessClock(openings(rome, ...span)), businessClock(openings(night, ...span))];
  for (const [id, [opened = 0, at = 0, resolved = 0]] of drawn.entries()) {
    const spells = [
      { from: opened, clock: day },
      { from: at, clock: late },
    ];
    expect(one[id]?.resolution_business_s).toBe(businessSeconds(day, opened, resolved));
    expect(each[id]?.resolution_business_s).toBe(businessSecondsAcross(spells, opened, resolved));
    expect(last[id]?.resolution_business_s).toBe(
      businessSecondsAcross(spells, opened, resolved, 'the_last_one'),
    );
  }
});

test('the first calendar whose conditions a case meets counts, and a priority may change it on the way', async () => {
  const round = { zone: 'UTC', hours: hours(week, '00:00-24:00'), holidays: [] };
  const office = { zone: 'UTC', hours: hours(week, '09:00-17:00'), holidays: [] };
  const of = (where: object) => [{ name: 'round', calendar: round, where }, companyOf(office)];
  const c = (id: string, more: object) => ({
    id,
    opened_at: march(3, '16:00'),
    resolved_at: march(4, '10:00'),
    ...more,
  });
  const cases = [c('phone', { channel: 'phone' }), c('mail', { channel: 'email' })];
  const { phone, mail } = await factsOf('case_facts', { cases }, { calendars: of({ channel: ['phone'] }) });
  expect([phone?.resolution_business_s, mail?.resolution_business_s]).toEqual([18 * 3600, 2 * 3600]);
  const raised = {
    cases: [c('a', { priority: 'urgent' })],
    events: [
      {
        case_id: 'a',
        at: march(3, '20:00'),
        kind: 'priority_changed',
        from_value: 'low',
        to_value: 'urgent',
      },
    ],
  };
  const { a } = await factsOf('case_facts', raised, { calendars: of({ priority: ['urgent'] }) });
  expect(a?.resolution_business_s).toBe((1 + 14) * 3600);
});

test('versions and public holidays count in the facts as in the calendar', async () => {
  const calendar = {
    zone: 'Europe/Rome',
    hours: hours(week, '09:00-17:00'),
    holidays: [],
    publicHolidays: ['IT'],
    versions: [
      { from: '2025-04-24', hours: hours(week, '09:00-11:00'), holidays: [], publicHolidays: ['IT'] },
    ],
  };
  const cases = [{ id: 'a', opened_at: '2025-04-20T00:00:00Z', resolved_at: '2025-04-27T00:00:00Z' }];
  const { a } = await factsOf('case_facts', { cases }, { calendars: [companyOf(calendar)] });
  // Easter Monday and 25 April are closed: Tuesday and Wednesday by the old hours, Thursday by the new ones.
  expect(a?.resolution_business_s).toBe((8 + 8 + 2) * 3600);
});
