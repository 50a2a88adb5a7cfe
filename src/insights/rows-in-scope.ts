/** Rows of a fact that a report is about, for kinds that read rows themselves. */
import { type RawBuilder, sql } from 'kysely';
import { startOfDay } from '../model/index.ts';
import { type FactName, factTable } from '../warehouse/index.ts';
import type { Place } from './insight.ts';
import { type Desk, filtersOf, type Scope } from './kind.ts';

interface Wanted {
  readonly fact: FactName;
  /** The column that is held against the period; the fact's first anchor where nothing is said. */
  readonly at?: string;
  readonly place?: Place;
}

/** The condition of a WHERE; null where the report is filtered by something that these rows do not know. */
export function inScope(
  { fact, at, place = {} }: Wanted,
  { period, zone, where }: Scope,
  { warehouse: { functions } }: Pick<Desk, 'warehouse'>,
): RawBuilder<boolean> | null {
  const { dimensions, anchors } = factTable(fact);
  const filters = [...where, ...filtersOf(place)];
  if (filters.some(({ dimension }) => !(dimension in dimensions))) return null;
  const column = sql.ref(at ?? Object.values(anchors)[0] ?? '');
  const parts = [
    sql<boolean>`left_out is null`,
    ...(period === 'all'
      ? []
      : [
          sql<boolean>`${column} >= ${functions.instant(startOfDay(period.from, zone))}`,
          sql<boolean>`${column} < ${functions.instant(startOfDay(period.to, zone))}`,
        ]),
    ...filters.map(({ dimension, values }) => oneOf(dimensions[dimension] ?? dimension, values)),
  ];
  return sql<boolean>`(${sql.join(parts, sql` and `)})`;
}

function oneOf(column: string, values: readonly (string | null)[]): RawBuilder<boolean> {
  const known = values.filter((value) => value !== null);
  const unknown = sql<boolean>`${sql.ref(column)} is null`;
  if (known.length === 0) return unknown;
  const among = sql<boolean>`${sql.ref(column)} in (${sql.join(known)})`;
  return values.includes(null) ? sql<boolean>`(${unknown} or ${among})` : among;
}
