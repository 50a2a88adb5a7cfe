/** One row per written turn: who wrote it, to whom, and the dimensions of its case. */
import { type RawBuilder, sql } from 'kysely';
import { carriedDimensions } from './case-dimensions.ts';
import type { FactStatement, Keys, Sql } from './fact-statement.ts';
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
    when m.author_id = c.named_customer then 'customer'
    when a.id is not null then 'agent'
    when m.direction = 'inbound' then 'customer'
    when m.direction in ('outbound', 'internal') then 'agent' end)`;

const direction: RawBuilder<string | null> = sql`coalesce(m.direction, case
    when ${authorKind} = 'customer' then 'inbound'
    when m.is_public = false then 'internal'
    when ${authorKind} in ('agent', 'bot', 'system') then 'outbound' end)`;

/** What a message `m` says by itself, of a case `c` and an agent `a`, where there are any; without its long text. */
export const readMessage: Sql = sql`m.source, m.id, m.case_id, m.at, m.channel, a.team as author_team, m.attributes,
  ${somebody(sql.ref('m.author_id'))} as author_id, ${authorKind} as author_kind, ${direction} as direction,
  coalesce(m.is_public, ${direction} <> 'internal') as is_public,
  case when ${authorKind} = 'customer' then ${onlyThanks(sql.ref('m.body'))} else false end as only_thanks,
  case when m.sentiment between -1 and 1 then m.sentiment end as sentiment`;

/** @param messages as `readMessage` leaves them, each under the number of its case among `cases` */
export const messageFacts = (messages: Sql, cases: Sql): FactStatement<'message_facts'> => ({
  columns: {
    ...carriedDimensions,
    source: sql`m.source`,
    id: sql`m.id`,
    // Auto-replies and bounces are no messages of anybody.
    left_out: sql`coalesce(c.left_out, case when m.author_kind = 'system' then 'system' end)`,
    channel: sql`coalesce(m.channel, c.channel)`,
    team: sql`coalesce(m.author_team, c.team)`,
    attributes: sql`m.attributes`,
    case_id: sql`m.case_id`,
    opened_at: sql`c.opened_at`,
    at: sql`m.at`,
    author_id: sql`m.author_id`,
    author_kind: sql`m.author_kind`,
    direction: sql`m.direction`,
    is_public: sql`m.is_public`,
    only_thanks: sql`m.only_thanks`,
    sentiment: sql`m.sentiment`,
  },
  from: sql`${messages} m left join ${cases} c on c.case_no = m.case_no`,
});
