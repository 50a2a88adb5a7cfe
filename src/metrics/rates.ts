/** What an hour of work costs: the company's own rates, by team and channel and from a date on. */
import { sql } from 'kysely';
import type { Columns, MetricDefinition, Scene, Sql } from './definition.ts';

export interface Rate {
  /** In the currency, for an hour of work. */
  readonly perHour: number;
  readonly team?: string;
  readonly channel?: string;
  /** Local date from which it holds. */
  readonly from?: string;
}

export interface Rates {
  /** ISO 4217, such as EUR. */
  readonly currency: string;
  /** The first that fits a row counts. */
  readonly hourly: readonly Rate[];
}

export const noRates: Rates = { currency: 'EUR', hourly: [] };

/** The metrics with the company's rates in them; those that cost nothing to know stay as they are. */
export const priced = (
  metrics: readonly MetricDefinition[],
  rates: Rates | null,
): readonly MetricDefinition[] =>
  rates === null ? metrics : metrics.map((metric) => metric.priced?.(rates) ?? metric);

type Placed = Pick<Columns<'contact_facts'>, 'team' | 'channel'>;

/** The rate of a row at an instant; null where none fits. */
export function rateOf({ hourly }: Rates, row: Placed, at: Sql, { fn }: Pick<Scene, 'fn'>): Sql {
  const branches = inTurn(hourly).map((rate) => {
    const conditions = [
      ...(rate.team === undefined ? [] : [sql`coalesce(${row.team} = ${rate.team}, false)`]),
      ...(rate.channel === undefined ? [] : [sql`coalesce(${row.channel} = ${rate.channel}, false)`]),
      ...(rate.from === undefined ? [] : [sql`${at} >= ${fn.instant(`${rate.from}T00:00:00Z`)}`]),
    ];
    const fits = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
    return sql`when ${fits} then ${sql.lit(rate.perHour)}`;
  });
  return branches.length === 0
    ? sql`cast(null as double)`
    : sql`cast(case ${sql.join(branches, sql` `)} end as double)`;
}

/** Of rates for the same work the one that began last; else as they are written. */
function inTurn(hourly: readonly Rate[]): readonly Rate[] {
  const groups = Map.groupBy(hourly, ({ team, channel }) => JSON.stringify([team, channel]));
  return [...groups.values()].flatMap((same) =>
    same.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1)),
  );
}
