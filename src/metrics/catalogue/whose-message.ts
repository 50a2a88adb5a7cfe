/** Who wrote a message: the customer, a person of the team, or nobody who counts. */
import { sql } from 'kysely';
import type { Sql } from '../definition.ts';

/** Where the author's kind is not known, the direction tells. */
export const byCustomer = (authorKind: Sql, direction: Sql): Sql =>
  sql`(coalesce(${authorKind}, case when ${direction} = 'inbound' then 'customer' else '' end) = 'customer')`;

/** A public answer of a person; bots, systems and internal notes are not. */
export const byPerson = (authorKind: Sql, direction: Sql): Sql =>
  sql`(coalesce(${authorKind}, case when ${direction} = 'outbound' then 'agent' else '' end) = 'agent'
    and coalesce(${direction}, 'outbound') <> 'internal')`;

/** Either of the two; told in one look at a row. */
export const betweenPeople = (authorKind: Sql, direction: Sql): Sql =>
  sql`(case coalesce(${authorKind}, case ${direction} when 'inbound' then 'customer' when 'outbound' then 'agent' end)
    when 'customer' then true when 'agent' then coalesce(${direction}, 'outbound') <> 'internal' else false end)`;
