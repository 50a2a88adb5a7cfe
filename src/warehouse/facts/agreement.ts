/** Whether a target of the service agreement was met, was missed, or is still running. */
import { sql } from 'kysely';
import type { FactSettings } from '../refresh-context.ts';
import type { Sql } from './fact-statement.ts';

type Policy = FactSettings['sla'][number];

/** A clock that the agreement may run on, and whether what it measures has happened or can still happen. */
export interface Measured {
  readonly calendarSeconds: Sql;
  readonly businessSeconds: Sql;
  readonly done: Sql;
  readonly over: Sql;
}

/**
 * `met`: done within the target. `missed`: done later, or not done and past the target already. `running`: not done and
 * within the target. Null without a target, and where the case ended before either. A business clock that nobody has
 * stated gives way to the calendar clock.
 */
export function agreement(
  policies: readonly Policy[],
  target: (policy: Policy) => number | undefined,
  { calendarSeconds, businessSeconds, done, over }: Measured,
): Sql {
  const branches = policies.flatMap((policy) => {
    const limit = target(policy);
    if (limit === undefined) return [];
    const elapsed =
      policy.clock === 'business' ? sql`coalesce(${businessSeconds}, ${calendarSeconds})` : calendarSeconds;
    return [
      sql`when c.priority = ${policy.priority} then case
        when ${elapsed} > ${limit} then 'missed' when ${elapsed} <= ${limit} and ${done} then 'met'
        when ${elapsed} <= ${limit} and not ${over} then 'running' end`,
    ];
  });
  return branches.length === 0 ? sql`cast(null as varchar)` : sql`case ${sql.join(branches, sql` `)} end`;
}
