/** Columns that one row alone cannot tell, because they hang on all the others: made when a metric asks for them. */
import { sql } from 'kysely';

export const across = {
  /**
   * When the first less urgent case that was asked later, of the same team at first, had its first answer. An urgent case
   * that waited longer than that was overtaken.
   */
  overtaken_at: sql`min(case when left_out is null and priority in ('high', 'normal', 'low') then first_response_at end)
    over (partition by source, first_team order by asked_at desc groups between unbounded preceding and 1 preceding)`,
} as const;
