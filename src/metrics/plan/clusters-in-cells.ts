/** The moments of clusters told apart by several dimensions at once, where most clusters have their rows in one cell. */
import { sql } from 'kysely';
import type { Measure, Sql } from '../definition.ts';
import { type Builder, groupNames, groupNameTexts, picked, type Slice, stacked } from './slice.ts';

/** The sums over clusters that the delta method needs, by name. */
export const moments = {
  clusters: sql`count(*)`,
  y: sql`sum(y)`,
  x: sql`sum(x)`,
  yy: sql`sum(y * y)`,
  xy: sql`sum(x * y)`,
  xx: sql`sum(x * x)`,
} as const;

const momentNames = Object.keys(moments);

/** What a cluster is made of: its rows' numerator and denominator. */
export function ofCluster(per: Measure['per']) {
  const { once, top = 'rows', bottom = 'cluster' } = per ?? {};
  const y = top === 'rows' ? sql`count(*)` : sql`sum(y)`;
  return [
    sql`cast(${once === true ? sql`max(y)` : y} as double)`.as('y'),
    sql`cast(${bottom === 'cluster' ? sql`1` : sql`sum(x)`} as double)`.as('x'),
  ];
}

const each = (side: Sql | 'rows' | 'cluster'): Sql => (typeof side === 'string' ? sql`1` : side);

/** The rows of a population with their cluster, `y` and `x`. */
export const clusterRows = (warehouse: Builder, slice: Slice, { population, per }: Measure) => {
  const { cluster = sql`id`, top = 'rows', bottom = 'cluster' } = per ?? {};
  return picked(warehouse, slice, population, { cluster, y: each(top), x: each(bottom) });
};

/**
 * A customer who came once is in one cell, a combination of all the dimensions: such clusters are summed up by cell, and
 * cells added up for each dimension, as rows are. Only clusters that lie in several cells are looked at dimension by
 * dimension. Where most customers come once that saves most of the work; the sums are the same.
 */
export function clustersInCells(warehouse: Builder, slice: Slice, measure: Measure) {
  const { groupings = [], ...finest } = slice;
  const { db } = warehouse;
  const segments = slice.by.map((_, i) => `_s${i}`);
  const sameSegments = sql<boolean>`${sql.join(
    segments.map((name) => sql`${sql.ref(`r.${name}`)} is not distinct from ${sql.ref(`k.${name}`)}`),
    sql` and `,
  )}`;
  return (
    db
      .with(
        (name) => name('picked').notMaterialized(),
        () => clusterRows(warehouse, finest, measure),
      )
      .with(
        (name) => name('cells').materialized(),
        (from) =>
          from
            .selectFrom('picked')
            .select([...segments.map((name) => sql.ref(name).as(name)), sql`row_number() over ()`.as('cell')])
            .groupBy(segments.map((name) => sql.ref(name))),
      )
      .with(
        (name) => name('placed').notMaterialized(),
        (from) =>
          from
            .selectFrom('picked as r')
            .innerJoin('cells as k', (join) => join.on(sameSegments))
            .select(['_w', 'cell', 'cluster', 'y', 'x'].map((name) => sql.ref(name).as(name))),
      )
      .with(
        (name) => name('clusters').materialized(),
        (from) =>
          from
            .selectFrom('placed')
            .select([sql`_w`.as('_w'), sql`cluster`.as('cluster')])
            .select([sql`min(cell)`.as('cell'), sql`max(cell)`.as('last'), ...ofCluster(measure.per)])
            .groupBy([sql`_w`, sql`cluster`]),
      )
      .with('whole', (from) =>
        from
          .selectFrom('clusters')
          .select([sql`_w`.as('_w'), sql`cell`.as('cell'), ...summed(moments)])
          .where(sql<boolean>`cell = last`)
          .groupBy([sql`_w`, sql`cell`]),
      )
      // The part of a cluster that lies in one of its cells.
      .with('parts', (from) =>
        from
          .selectFrom('placed as r')
          .innerJoin('clusters as k', (join) =>
            join.on(
              sql<boolean>`r._w = k._w and r.cluster is not distinct from k.cluster and k.cell < k.last`,
            ),
          )
          .select([sql`r._w`.as('_w'), sql`r.cell`.as('cell'), sql`r.cluster`.as('cluster')])
          .select([sql`r.y`.as('y'), sql`r.x`.as('x')]),
      )
      .with('split', (from) =>
        from
          .selectFrom(
            stacked(warehouse, inSegments(db, 'parts', segments), groupings, ['cluster', 'y', 'x']).as('r'),
          )
          .select([...named(groupNameTexts(slice)), ...ofCluster(measure.per)])
          .groupBy([...groupNames(slice), sql`cluster`]),
      )
      .with('all_moments', (from) =>
        from
          .selectFrom(stacked(warehouse, inSegments(db, 'whole', segments), groupings, momentNames).as('r'))
          .select([...named(groupNameTexts(slice)), ...named(momentNames)])
          .unionAll(
            from
              .selectFrom('split')
              .select([...named(groupNameTexts(slice)), ...summed(moments)])
              .groupBy(groupNames(slice)),
          ),
      )
      .selectFrom('all_moments')
      .select([
        ...named(groupNameTexts(slice)),
        ...momentNames.map((name) => sql`sum(${sql.ref(name)})`.as(name)),
      ])
      .groupBy(groupNames(slice))
  );
}

/** A step with the segments of its cells in place of their numbers. */
const inSegments = (db: Builder['db'], step: string, segments: readonly string[]) =>
  db
    .selectFrom(`${step} as r`)
    .innerJoin('cells as k', (join) => join.on(sql<boolean>`r.cell = k.cell`))
    .selectAll('r')
    .select(segments.map((name) => sql.ref(`k.${name}`).as(name)));

const named = (names: readonly string[]) => names.map((name) => sql.ref(name).as(name));
const summed = (sums: Readonly<Record<string, Sql>>) =>
  Object.entries(sums).map(([name, sum]) => sum.as(name));
