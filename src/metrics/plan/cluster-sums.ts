/** Ratios over clusters (messages ÷ customers): first one row a cluster, then the moments that the delta method needs. */
import { sql } from 'kysely';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Measure, Sql } from '../definition.ts';
import { clusterRows, clustersInCells, moments, ofCluster } from './clusters-in-cells.ts';
import { inTurn } from './in-turn.ts';
import { type Builder, type Place, placeOf, type Slice, tellingNames, windowColumn } from './slice.ts';
import type { Sums } from './tally-statement.ts';

export function clusterStatement(warehouse: Builder, slice: Slice, measure: Measure) {
  const told = tellingNames(slice);
  const names = told.map((name) => sql.ref(name));
  const sums = warehouse.db
    .with('picked', () => clusterRows(warehouse, slice, measure))
    .with('clusters', (db) =>
      db
        .selectFrom('picked')
        .select([...columnsOf(told), ...ofCluster(measure.per)])
        .groupBy([...names, sql`cluster`]),
    )
    .selectFrom('clusters')
    .select([
      windowColumn(slice.layer),
      ...columnsOf(told.filter((name) => name !== '_w')),
      ...Object.entries(moments).map(([name, sum]) => sum.as(name)),
    ]);
  return names.length > 0 ? sums.groupBy(names) : sums.having(sql<boolean>`count(*) > 0`);
}

const columnsOf = (names: readonly string[]) => names.map((name) => sql.ref(name).as(name));

/** From here on most clusters are small, and lie in one cell. */
const many = 20_000;

export async function clusterSums(
  warehouse: Warehouse,
  slice: Slice,
  measure: Measure,
): Promise<readonly { readonly place: Place; readonly sums: Sums }[]> {
  const statement = (await areMany(warehouse, slice, measure.per?.cluster))
    ? clustersInCells
    : clusterStatement;
  return await inTurn(warehouse, slice, async (part) => {
    const rows = await warehouse.rows(statement(warehouse, part, measure));
    return rows.map((row) => ({
      place: placeOf(row, part),
      sums: Object.fromEntries(Object.keys(moments).map((name) => [name, Number(row[name] ?? 0)])),
    }));
  });
}

/** Whether clusters are to be told apart by several dimensions, and are many. */
export async function areMany(
  { db, functions, rows }: Warehouse,
  { fact, groupings }: Slice,
  cluster: Sql | undefined,
): Promise<boolean> {
  if (groupings === undefined || cluster === undefined) return false;
  const variety = functions.variety(cluster).as('variety');
  const [row] = await rows(db.selectFrom(fact).select(variety).limit(1));
  return Number(row?.variety ?? 0) > many;
}
