/** Times whose cases may still be open: all of them with the open ones censored, or only those that are finished. */
import { sql } from 'kysely';
import type { Measure, Rules, Sql } from '../definition.ts';

interface Waiting {
  /** Rows of which the value is known, final or so far. */
  readonly known: Sql;
  readonly value: Sql;
  readonly happened: Sql;
  readonly countedOut?: Readonly<Record<string, Sql>>;
  /** Why the value of the others is not known. */
  readonly rest: string;
  /** Why a row is counted out when only finished ones are asked for. */
  readonly reason: string;
}

export function finishedOrAll(
  { known, value, happened, countedOut = {}, rest, reason }: Waiting,
  rules: Rules,
): Measure {
  if (rules.open_cases !== 'finished_only') return { population: known, countedOut, rest, value, happened };
  return {
    population: sql`(${known} and ${happened})`,
    countedOut: { ...countedOut, [reason]: sql`(${known} and not ${happened})` },
    rest,
    value,
  };
}
