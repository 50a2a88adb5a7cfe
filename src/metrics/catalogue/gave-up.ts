/** Who gave up waiting: not answered, and not served in another way (voicemail, call-back) nor lost to a fault. */
import { sql } from 'kysely';
import type { Sql } from '../definition.ts';

export const gaveUp = (answered: Sql, outcome: Sql): Sql =>
  sql`(not ${answered} and coalesce(${outcome} not in ('voicemail', 'callback', 'failed'), true))`;
