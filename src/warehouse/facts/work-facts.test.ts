import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordKind } from '../../model/index.ts';
import { defaultFactSettings, type Row } from '../index.ts';
import { factsOf, march } from './facts-of.ts';
import { everyFact, loaded } from './fixture-loads.ts';
import type { Arrival } from './fixture-worlds.ts';

const reach = { id: 'end', opened_at: march(6, '12:00') };

test('outages of a service that overlap count once, and a day without one is a day that it was up', async () => {
  const facts = await factsOf('outage_facts', {
    cases: [reach, { id: 'first', opened_at: march(3) }],
    outages: [
      { service: 'shop', from: march(3, '10:00'), to: march(3, '12:00') },
      { service: 'shop', from: march(3, '11:00'), to: march(3, '11:30') },
      { service: 'shop', from: march(3, '11:30'), to: march(3, '13:00') },
      { service: 'shop', from: march(3, '23:00'), to: march(4, '01:00') },
      { service: 'mail', from: march(6, '09:00') },
    ],
  });
  expect(facts['shop/2025-03-03']).toMatchObject({ watched_s: 86_400, down_s: 4 * 3600 });
  expect(facts['shop/2025-03-04']?.down_s).toBe(3600);
  expect(facts['mail/2025-03-04']).toMatchObject({ watched_s: 86_400, down_s: 0 });
  // The data end at noon, and the mail is still down then.
  expect(facts['mail/2025-03-06']).toMatchObject({ watched_s: 43_200, down_s: 3 * 3600 });
});

test('a service is also watched in opening hours, where the company has stated them for everything', async () => {
  const outages = [
    { service: 'shop', from: march(3, '08:00'), to: march(3, '10:00') },
    { service: 'shop', from: march(3, '09:30'), to: march(3, '10:30') },
    { service: 'shop', from: march(4, '17:30'), to: march(4, '23:00') },
  ];
  const hours = { mon: ['09:00-13:00', '14:00-18:00'], tue: ['09:00-18:00'] };
  const calendar = { zone: 'UTC', hours, holidays: [] };
  const records = { cases: [reach, { id: 'first', opened_at: march(2) }], outages };
  const facts = await factsOf('outage_facts', records, { calendars: [{ name: 'all', calendar, where: {} }] });
  expect(facts['shop/2025-03-02']).toMatchObject({ watched_open_s: 0, down_open_s: 0 });
  expect(facts['shop/2025-03-03']).toMatchObject({
    watched_open_s: 8 * 3600,
    down_open_s: 5400,
    down_s: 9000,
  });
  expect(facts['shop/2025-03-04']).toMatchObject({ watched_open_s: 9 * 3600, down_open_s: 1800 });
  const without = await factsOf('outage_facts', records);
  expect(without['shop/2025-03-03']).toMatchObject({ watched_open_s: null, down_open_s: null });
});

test('a step outside service knows its customer', async () => {
  const facts = await factsOf('touchpoint_facts', {
    customers: [{ id: 'k1', segment: 'club', country: 'IT' }],
    touchpoints: [{ id: 'o1', customer_id: 'k1', at: march(3), kind: 'order', value: 90 }],
  });
  expect(facts['o1']).toMatchObject({ segment: 'club', country: 'IT', kind: 'order', value: 90 });
});

test('a review belongs to who did the work: as stated, else who took the contact, else who resolved the case', async () => {
  const review = { at: march(5), criterion: 'tone', score: 4, max: 5 };
  const facts = await factsOf('review_facts', {
    cases: [{ id: 'c1', opened_at: march(3), channel: 'email', category: 'billing' }],
    events: [{ case_id: 'c1', at: march(4), kind: 'resolved', actor_id: 'rosa', actor_kind: 'agent' }],
    interactions: [{ id: 'i1', arrived_at: march(3), channel: 'phone', agent_id: 'anna', case_id: 'c1' }],
    agents: [{ id: 'rosa', team: 'second line' }],
    reviews: [
      { ...review, id: 'r1', case_id: 'c1' },
      { ...review, id: 'r2', interaction_id: 'i1' },
      { ...review, id: 'r3', case_id: 'c1', agent_id: 'otto' },
    ],
  });
  expect(facts['r1']).toMatchObject({
    agent_id: 'rosa',
    team: 'second line',
    channel: 'email',
    reviewed: 'case c1',
  });
  expect(facts['r2']).toMatchObject({
    agent_id: 'anna',
    channel: 'phone',
    category: 'billing',
    reviewed: 'contact i1',
  });
  expect(facts['r3']?.agent_id).toBe('otto');
});

test('a customer is followed month by month from the first contact, or from the middle where there was none', async () => {
  const facts = await factsOf('customer_facts', {
    cases: [
      { id: 'c1', customer_id: 'k1', opened_at: '2025-01-20T09:00:00Z' },
      { id: 'c2', customer_id: 'k1', opened_at: '2025-01-10T09:00:00Z' },
      { id: 'end', opened_at: march(15), left_out: 'test' },
    ],
    customers: [
      { id: 'k1', since: '2024-05-01T00:00:00Z', until: '2025-02-03T00:00:00Z' },
      { id: 'k2', since: '2025-01-05T00:00:00Z' },
    ],
  });
  expect(facts['k1/2025-01-01']).toMatchObject({
    contacts: 2,
    contacted_word: 'yes',
    watched_from: '2025-01-10T09:00:00.000Z',
    stayed: true,
  });
  expect(facts['k1/2025-02-01']).toMatchObject({ contacts: 0, watched_from: null, stayed: false });
  expect(facts['k1/2025-03-01']).toBeUndefined();
  expect(facts['k2/2025-01-01']).toBeUndefined();
  expect(facts['k2/2025-02-01']).toMatchObject({ watched_from: '2025-02-15T00:00:00.000Z', stayed: true });
  expect(facts['k2/2025-03-01']?.stayed).toBeNull();
});

test('the month is over with the day on which the data end', async () => {
  const facts = await factsOf('customer_facts', {
    cases: [{ opened_at: '2025-01-31T17:00:00Z' }],
    customers: [{ id: 'k1' }, { id: 'k2', until: '2025-02-10T00:00:00Z' }],
  });
  expect(facts['k1/2025-01-01']?.stayed).toBe(true);
});

test('a source that never tells who left does not tell who stayed', async () => {
  const facts = await factsOf('customer_facts', {
    cases: [{ opened_at: '2025-01-20T09:00:00Z' }, { opened_at: march(15) }],
    customers: [{ id: 'k1' }],
  });
  expect(facts['k1/2025-01-01']).toMatchObject({ stayed: null, watched_from: null });
});

const workLoaded = async (batches: readonly (readonly Arrival[])[]): Promise<unknown> =>
  everyFact(await loaded(batches, { settings: defaultFactSettings }), [
    'presence_facts',
    'outage_facts',
    'customer_facts',
    'review_facts',
    'touchpoint_facts',
  ]);

const instant = fc
  .integer({ min: 0, max: 24 * 45 })
  .map((hour) => new Date(Date.UTC(2025, 1, 20, hour)).toISOString());
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 });
const one = (...words: string[]) => fc.constantFrom(...words);
const kinds: Readonly<Record<string, fc.Arbitrary<Row>>> = {
  cases: fc.record({
    opened_at: instant,
    customer_id: one('k0', 'k1'),
    resolved_at: maybe(instant),
    owner_id: one('anna'),
  }),
  shifts: fc.record({
    agent_id: one('anna', 'otto'),
    from: instant,
    to: instant,
    state: maybe(one('break', 'training', 'absent')),
  }),
  agent_states: fc.record({
    agent_id: one('anna', 'otto', '0'),
    from: instant,
    to: maybe(instant),
    state: one('available', 'talking', 'break', 'away', 'lunch'),
  }),
  interactions: fc.record({
    arrived_at: instant,
    agent_id: one('anna', 'otto'),
    outcome: one('answered', 'failed'),
    case_id: one('cases0', 'cases1'),
  }),
  outages: fc.record({ service: one('shop', 'mail'), from: instant, to: maybe(instant) }),
  touchpoints: fc.record({ customer_id: one('k0', 'k1'), at: instant, kind: one('order', 'referral') }),
  reviews: fc.record({
    at: instant,
    score: fc.nat(5),
    max: fc.constant(5),
    case_id: maybe(one('cases0')),
    interaction_id: maybe(one('interactions0')),
  }),
};

const arrivals: fc.Arbitrary<readonly Arrival[]> = fc
  .tuple(
    ...Object.entries(kinds).map(([kind, row]) =>
      fc
        .array(row, { maxLength: 5 })
        .map((rows) =>
          rows.map((each, i) => ({ kind: kind as RecordKind, row: { id: `${kind}${i}`, ...each } })),
        ),
    ),
    fc
      .array(
        fc.record({
          id: one('k0', 'k1'),
          since: maybe(instant),
          until: maybe(instant),
          segment: maybe(one('club')),
        }),
        { maxLength: 2 },
      )
      .map((rows) => rows.map((row) => ({ kind: 'customers' as const, row })))
      .map((all) => all.filter(({ row }, i) => all.findIndex((other) => other.row.id === row.id) === i)),
  )
  .map((lists) => lists.flat());

test('what comes out does not depend on the loads in which the records came', {
  timeout: 120_000,
}, async () => {
  const cut = fc.tuple(arrivals, fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }));
  await fc.assert(
    fc.asyncProperty(cut, async ([records, places]) => {
      const batches = [0, 1, 2].map((batch) => records.filter((_, i) => places[i % 40] === batch));
      expect(await workLoaded(batches.filter((batch) => batch.length > 0))).toEqual(
        await workLoaded([records]),
      );
    }),
    { numRuns: Number(process.env.WORLDS ?? 5), endOnFailure: true },
  );
});
