/** Stays in which a case is in somebody's hands; a status that nobody knows is an open one. */
import { sql } from 'kysely';
import type { Sql } from '../definition.ts';

export const stillOpen = (status: Sql): Sql =>
  sql`(${status} is null or (${status} <> 'resolved' and ${status} <> 'closed'))`;
