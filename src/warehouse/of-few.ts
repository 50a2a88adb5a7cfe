/** The rows of a big table that belong to few keys, without reading what the others hold beside their key. */
import { type RawBuilder, sql } from 'kysely';

type Sql = RawBuilder<unknown>;

export interface Few {
  /** A list of keys: `source`, and a column of this name. */
  readonly list: Sql;
  readonly name: string;
  /** The column of the big table that holds the key. */
  readonly column: string;
}

/**
 * What follows FROM: the rows, as `x`. Keys may be listed more than once.
 *
 * The engine sieves a big table while it reads it where the join goes by one equality alone, and what it is joined with has
 * a condition of its own. So the source is compared afterwards, and there is a condition that every key meets. The other
 * columns are then read of the few rows only.
 *
 * @example sql`select x.* from ${ofFew('events', { list: sql.table('touched_cases'), name: 'case_id', column: 'case_id' })}`
 */
export const ofFew = (table: string, { list, name, column }: Few): Sql => sql`${sql.table(table)} as x
  join (select distinct source, ${sql.ref(name)} as few_key from ${list} few_keys where ${isKey(name)}) few
    on few.few_key = ${sql.ref(`x.${column}`)}
  where coalesce(few.source = x.source, false)`;

/**
 * A condition on a big table, for the same sieve: its column holds one of the values `name` of a list.
 *
 * @param key a column of the list that holds a text in every row
 * @example sql`delete from stages as f where ${holdsOneOf('f.opened_at', { list: 'openings', name: 'opened_at', key: 'case_id' })}`
 */
export const holdsOneOf = (
  column: string,
  { list, name, key }: { readonly list: string; readonly name: string; readonly key: string },
): Sql => sql`${sql.ref(column)} in (select ${sql.ref(name)} from ${sql.table(list)} where ${isKey(key)})`;

/**
 * A key that is compared after all else. The engine sieves a big table by the keys of a join before it looks at other
 * conditions; where these leave few rows, it would read the keys of all for nothing.
 *
 * @example sql`update turn_facts as f set … from clocks where clocks.turn = ${afterwards('f.id')} and f.waiting`
 */
export const afterwards = (key: string): Sql => sql`${sql.ref(key)} || ''`;

/** Every key meets it. */
const isKey = (name: string): Sql => sql`length(${sql.ref(name)}) >= 0`;
