/** The agreement inside the engine: which policy counts, and what it allows, as a small table. */
import { sql } from 'kysely';
import type { SlaPolicy } from '../../model/index.ts';
import type { RefreshContext } from '../refresh-context.ts';
import { newStep, run, type Sql } from './fact-statement.ts';

/**
 * `sla_limits`: one row per policy (numbered in their order), target and priority; without a priority for all that have no
 * row of their own.
 */
export async function makeLimits(context: RefreshContext): Promise<void> {
  await run(
    context,
    sql`${newStep(context, 'sla_limits')} (policy integer, target varchar, priority varchar,
      within_s double, on_business boolean, pending boolean, on_hold boolean)`,
  );
  const rows = context.settings.sla.policies.flatMap((policy, number) => limitsOf(policy, number));
  if (rows.length > 0) await run(context, sql`insert into sla_limits values ${sql.join(rows)}`);
}

function limitsOf({ targets }: SlaPolicy, number: number): Sql[] {
  return targets.flatMap(({ target, within, clock, pauseWhile }) => {
    const limits = typeof within === 'number' ? [[null, within] as const] : Object.entries(within);
    return limits.map(
      ([priority, seconds]) => sql`(${number}, ${target}, ${priority}, ${seconds}, ${clock === 'business'},
        ${pauseWhile.includes('pending')}, ${pauseWhile.includes('on_hold')})`,
    );
  });
}

/**
 * The number of the policy that counts for a clock that started at an instant, of a case `c` in this team and of this
 * priority; null where none does.
 */
export function policyNumber(
  { settings, functions }: RefreshContext,
  { team, priority, started }: Readonly<Record<'team' | 'priority' | 'started', Sql>>,
): Sql {
  const branches = settings.sla.policies.map(({ where, validFrom, validTo }, number) => {
    const conditions = Object.entries(where).map(([dimension, values]) => {
      const value = { team, priority }[dimension] ?? sql.ref(`c.${dimension}`);
      return sql`${value} in (${sql.join(values)})`;
    });
    const since = validFrom === null ? [] : [sql`${started} >= ${functions.instant(validFrom)}`];
    const until = validTo === null ? [] : [sql`${started} < ${functions.instant(validTo)}`];
    const all = [sql`true`, ...conditions, ...since, ...until];
    return sql`when ${sql.join(all, sql` and `)} then ${sql.lit(number)}`;
  });
  return sql`case ${sql.join(branches, sql` `)} end`;
}
