/** Makes the tables of a warehouse where there are none, and adds the columns that came with later versions. */
import { headTable, makeHead, newestCommit } from './commits.ts';
import { folderOf, type Ground, locationOf, severalAtOnce, snapshotsOf, workSchema } from './ground.ts';
import { inTurn } from './in-turn.ts';
import { type TableShape, tables } from './schema.ts';
import { literal, quoted } from './types.ts';

/** Brings the cluster's tables to those of today. */
export async function makeTables(ground: Ground): Promise<void> {
  const { schema } = ground.connection.address;
  for (const name of [schema, workSchema(ground)])
    await ground.execute(`create schema if not exists ${quoted(name)}`);
  const there = await columnsThere(ground);
  const missing = tables.filter(({ name }) => !there.has(name));
  if (there.has(headTable)) await grow(ground, there);
  else await begin(ground, missing);
}

async function columnsThere(ground: Ground): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await ground.rows(
    `select table_name, column_name from information_schema.columns
     where table_schema = ${literal(ground.connection.address.schema)}`,
  );
  const byTable = Map.groupBy(rows, (row) => String(row['table_name']));
  return new Map(
    [...byTable].map(([name, columns]) => [name, new Set(columns.map((row) => String(row['column_name'])))]),
  );
}

async function begin(ground: Ground, missing: readonly TableShape[]): Promise<void> {
  await severalAtOnce(missing.map((table) => () => ground.execute(creation(ground, table))));
  const snapshots = await snapshotsOf(
    ground,
    tables.map(({ name }) => name),
  );
  try {
    await ground.execute(makeHead(snapshots));
  } catch (error) {
    // Another process may have made it first; the tables are the same.
    if ((await ground.rows(newestCommit).catch(() => [])).length !== 1) throw error;
  }
}

const creation = (ground: Ground, table: TableShape): string =>
  `create table if not exists ${quoted(table.name)} (${columnList(table)}) with (${properties(ground, table)})`;

export const columnList = ({ columns }: Pick<TableShape, 'columns'>): string =>
  Object.entries(columns)
    .map(([name, type]) => `${quoted(name)} ${type}`)
    .join(', ');

const properties = (ground: Ground, { name, month }: TableShape): string =>
  [
    `location = ${literal(locationOf(ground, folderOf(ground, name)))}`,
    ...(month === undefined ? [] : [`partitioning = array[${literal(`month(${quoted(month)})`)}]`]),
  ].join(', ');

/** A table is read with the columns that it had at its snapshot: new ones need a new snapshot. */
async function grow(ground: Ground, there: ReadonlyMap<string, ReadonlySet<string>>): Promise<void> {
  const grown = tables.filter(({ name, columns }) =>
    Object.keys(columns).some((column) => there.get(name)?.has(column) !== true),
  );
  if (grown.length === 0) return;
  await inTurn(ground, async ({ touch }) => {
    for (const { name } of grown) touch(name);
    for (const table of grown) await growOne(ground, table, there.get(table.name));
  });
}

async function growOne(
  ground: Ground,
  table: TableShape,
  there: ReadonlySet<string> | undefined,
): Promise<void> {
  if (there === undefined) return void (await ground.execute(creation(ground, table)));
  const name = quoted(table.name);
  for (const [column, type] of Object.entries(table.columns))
    if (!there.has(column)) await ground.execute(`alter table ${name} add column ${quoted(column)} ${type}`);
  const [key] = Object.entries(table.columns).find(([, type]) => type === 'varchar') ?? [];
  if (key === undefined) throw new Error(`${table.name} has no column of text`);
  await ground.execute(`insert into ${name} (${quoted(key)}) values ('~grown')`);
  await ground.execute(`delete from ${name} where ${quoted(key)} = '~grown'`);
}
