/** One row per written turn: who wrote it, to whom, and the dimensions of its case. */
import { type RawBuilder, sql } from 'kysely';
import { caseDimensions, joinCustomer, joinMerged, leftOut } from './case-dimensions.ts';
import type { FactStatement, Keys } from './fact-statement.ts';
import { somebody } from './somebody.ts';
import { onlyThanks } from './thanks.ts';

export const messageKeys: Keys = {
  records: 'messages',
  table: 'touched_cases',
  column: 'case_id',
  own: 'case_id',
};

/** As stated; else known from who the author is; else from the direction. */
const authorKind: RawBuilder<string | null> = sql`coalesce(m.author_kind, case
    when m.author_id = c.customer_id then 'customer'
    when a.id is not null then 'agent'
    when m.direction = 'inbound' then 'customer'
    when m.direction in ('outbound', 'internal') then 'agent' end)`;

const direction: RawBuilder<string | null> = sql`coalesce(m.direction, case
    when ${authorKind} = 'customer' then 'inbound'
    when m.is_public = false then 'internal'
    when ${authorKind} in ('agent', 'bot', 'system') then 'outbound' end)`;

/** Auto-replies and bounces are no messages of anybody. */
const messageLeftOut = sql`coalesce(${leftOut}, case when ${authorKind} = 'system' then 'system' end)`;

/** Needs `the_messages`. */
export const messageFacts: FactStatement<'message_facts'> = {
  columns: {
    ...caseDimensions,
    source: sql`m.source`,
    id: sql`m.id`,
    left_out: messageLeftOut,
    channel: sql`coalesce(m.channel, c.channel)`,
    team: sql`coalesce(a.team, c.team)`,
    attributes: sql`m.attributes`,
    case_id: sql`m.case_id`,
    at: sql`m.at`,
    author_id: somebody(sql.ref('m.author_id')),
    author_kind: authorKind,
    direction,
    is_public: sql`coalesce(m.is_public, ${direction} <> 'internal')`,
    only_thanks: sql`case when ${authorKind} = 'customer' then ${onlyThanks(sql.ref('m.body'))} else false end`,
    sentiment: sql`case when m.sentiment between -1 and 1 then m.sentiment end`,
  },
  from: sql`the_messages m
      left join cases c on c.source = m.source and c.id = m.case_id
      left join agents a on a.source = m.source and a.id = m.author_id
      ${joinCustomer} ${joinMerged}`,
};
