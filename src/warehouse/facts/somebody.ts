/** A placeholder is nobody, not one very busy somebody. */
import { type RawBuilder, sql } from 'kysely';
import type { Sql } from './fact-statement.ts';

/** What a spreadsheet leaves of a long id: 6.02E+11. */
const spoilt = '^[0-9]([.,][0-9]+)?[eE][+][0-9]+$';

/**
 * An id, or null where it names nobody: empty, `0`, or spoilt by a spreadsheet. Only ids with a plus are looked at closely,
 * which keeps millions of sound ones cheap.
 *
 * @example somebody(sql.ref('i.customer_id')) // '0' → null, '3.27E+11' → null, '9664491' → '9664491'
 */
export const somebody = (id: Sql): RawBuilder<string | null> =>
  sql<string | null>`case when ${id} in ('', '0')
    or (${id} like '%+%' and regexp_replace(${id}, ${spoilt}, '') = '') then null else ${id} end`;
