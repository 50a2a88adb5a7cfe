/** Random rows of the facts about people, services and customers. */
import fc from 'fast-check';
import { among, instant, maybe } from './arbitrary.ts';

const hours = fc.integer({ min: 0, max: 40 }).map((quarters) => quarters * 900);
const aDay = fc
  .integer({ min: 0, max: 35 })
  .map((days) => new Date(Date.UTC(2025, 2, 1 + days)).toISOString());
const none = { left_out: fc.constant(null) };
const team = maybe(among('first', 'second'));
const segment = maybe(among('club', 'partner'));

const presence = fc
  .record({
    ...none,
    team,
    day_begins: aDay,
    paid_s: maybe(hours),
    planned_s: maybe(hours),
    kept: fc.double({ min: 0, max: 1, noNaN: true }),
    states: fc.boolean(),
    available_s: hours,
    talking_s: hours,
    wrap_s: hours,
    contacts: maybe(fc.nat(20)),
  })
  .map(({ kept, states, available_s, talking_s, wrap_s, ...row }) => ({
    ...row,
    day: row.day_begins.slice(0, 10),
    served_s: states && row.paid_s !== null ? row.paid_s * kept : null,
    adhered_s: states && row.planned_s !== null ? row.planned_s * kept : null,
    ...(states ? { available_s, talking_s, wrap_s } : {}),
  }));

const outages = fc
  .record({
    ...none,
    service: among('shop', 'mail'),
    day_begins: aDay,
    down_s: hours,
    watched_open_s: maybe(among(0, 28_800)),
    down_open_s: among(0, 900),
  })
  .map((row) => ({ ...row, day: row.day_begins.slice(0, 10), watched_s: 86_400 }));

const touchpoints = fc.record({
  ...none,
  segment,
  at: instant,
  kind: maybe(among('order', 'referral', 'return')),
});

const reviews = fc.record({
  ...none,
  team,
  reviewed: among('case 1', 'case 2', 'contact 1'),
  at: instant,
  score: maybe(fc.nat(5)),
  max: among(0, 5, 10),
});

const customers = fc.record({
  ...none,
  segment,
  month_begins: aDay,
  month_ends: instant,
  contacts: fc.nat(2),
  watched_from: maybe(instant),
  until: maybe(instant),
  stayed: maybe(fc.boolean()),
});

const volumes = fc
  .record({
    ...none,
    channel: maybe(among('email', 'chat')),
    from: instant,
    offered: maybe(fc.nat(9)),
    abandoned: maybe(fc.nat(3)),
  })
  .map((row) => ({ ...row, day: row.from.slice(0, 10) }));

export const workRows = {
  presence_facts: presence,
  outage_facts: outages,
  touchpoint_facts: touchpoints,
  review_facts: reviews,
  customer_facts: customers,
  volume_facts: volumes,
} as const;
