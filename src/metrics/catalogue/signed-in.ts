/** What the facts of presence say of the time in which an agent could serve. */
import { sql } from 'kysely';
import type { Columns, Sql } from '../definition.ts';

type Presence = Pick<Columns<'presence_facts'>, 'available_s' | 'talking_s' | 'wrap_s'>;

/** Seconds with customers and after them. */
export const busy = ({ talking_s, wrap_s }: Presence): Sql => sql`(${talking_s} + ${wrap_s})`;

/** The same, and waiting for work. */
export const signedIn = (row: Presence): Sql => sql`(${busy(row)} + ${row.available_s})`;
