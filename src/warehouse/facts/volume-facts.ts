/** One row per count that arrived already summed, with the handle time of all its contacts together. */
import { sql } from 'kysely';
import type { RefreshContext } from '../refresh-context.ts';
import { type FactStatement, type Keys, onlyTouched } from './fact-statement.ts';

export const volumeKeys: Keys = { records: 'volumes', table: 'touched_volumes', column: 'id', own: 'id' };

export const volumeFacts = (context: RefreshContext): FactStatement<'volume_facts'> => ({
  columns: {
    source: sql`v.source`,
    id: sql`v.id`,
    left_out: sql`null`,
    attributes: sql`v.attributes`,
    queue: sql`v.queue`,
    channel: sql`v.channel`,
    from: sql`v."from"`,
    to: sql`v."to"`,
    day: context.functions.localStart(sql`v."from"`, 'day', context.settings.zone),
    offered: sql`v.offered`,
    answered: sql`v.answered`,
    abandoned: sql`v.abandoned`,
    handle_s: sql`v.handle_s_mean * v.answered`,
  },
  from: sql`volumes v where true ${onlyTouched(context, 'v', volumeKeys)}`,
});
