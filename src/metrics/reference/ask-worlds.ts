/** Random rows of the facts about what customers ask, and what every fact has beside its own. */
import fc from 'fast-check';
import { among, instant, maybe, seconds } from './arbitrary.ts';

/** Whether a row counts, and the dimensions that most facts share. */
export const anyone = {
  left_out: fc.option(among('spam', 'merged'), { freq: 1 }).map((value) => value),
  customer_id: maybe(among('ada', 'ben', 'eva')),
  channel: maybe(among('email', 'chat')),
  category: maybe(among('bill', 'parcel')),
  segment: maybe(among('club', 'partner')),
  attributes: among(null, '{"region":"north"}', '{"region":"south","tier":2}', '{}'),
};

const turns = fc
  .record({
    ...anyone,
    follow_up: fc.boolean(),
    only_thanks: maybe(fc.boolean()),
    asked_at: instant,
    answered: fc.boolean(),
    wait_s: maybe(seconds),
    agent_id: maybe(among('anna', 'otto')),
  })
  .map((row) => ({
    ...row,
    answered_at: row.answered
      ? new Date(Date.parse(row.asked_at) + (row.wait_s ?? 0) * 1000).toISOString()
      : null,
    wait_business_s: row.wait_s === null ? null : row.wait_s / 2,
  }));

const asks = fc
  .record({
    ...anyone,
    kind: among('case', 'contact'),
    asked_at: instant,
    outcome: maybe(among('served', 'abandoned', 'unanswered', 'unresolved')),
    served_s: maybe(fc.integer({ min: 0, max: 1_200_000 })),
  })
  .map((row) => ({ ...row, left_at: row.outcome === 'served' ? null : row.asked_at }));

export const askRows = { turn_facts: turns, ask_facts: asks } as const;
