/** Carries rows between the scratch and the cluster, as Parquet files and never row by row. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writer } from '../../duckdb/warehouse.ts';
import { folderOf, type Ground, locationOf, workSchema, workTable } from '../ground.ts';
import type { Change } from '../in-turn.ts';
import { columnList } from '../make-tables.ts';
import { type TableShape, tableNamed } from '../schema.ts';
import { literal, quoted } from '../types.ts';

/** Both ends of the way. */
export interface Carrier {
  readonly ground: Ground;
  readonly change: Change;
  readonly writer: Writer;
  /** Where the scratch may read and write files. */
  readonly folder: string;
}

/** The cluster's types, as the embedded engine calls them. */
const embedded: Readonly<Record<string, string>> = {
  'timestamp(6) with time zone': 'timestamptz',
  'array(varchar)': 'varchar[]',
};

const typeHere = (type: string): string => embedded[type] ?? type;

type Columns = TableShape['columns'];

/** A column that the statement lacks is not carried. */
const exactly = (columns: Columns, select: string): string => {
  const list = Object.entries(columns).map(
    ([name, type]) => `cast(${quoted(name)} as ${typeHere(type)}) as ${quoted(name)}`,
  );
  return `select ${list.join(', ')} from (${select})`;
};

/**
 * Writes rows to a Parquet file and answers how many. It gets no Bloom filters: where 0 is all that is known in a column
 * of doubles, Trino looks for −0 in such a filter, which is its lower bound, and passes over the rows.
 */
export const writeParquet = (
  writer: Writer,
  { columns, select, file }: { columns: Columns; select: string; file: string },
): Promise<number> =>
  writer.execute(
    `copy (${exactly(columns, select)}) to ${literal(file)} (format parquet, compression zstd, write_bloom_filter false)`,
  );

async function writeFile({ writer, folder }: Carrier, columns: Columns, select: string) {
  const file = join(folder, `${crypto.randomUUID()}.parquet`);
  return { file, rows: await writeParquet(writer, { columns, select, file }) };
}

/** What is left to do on the cluster, where several things are done at once. */
export type Work = () => Promise<unknown>;

/**
 * Adds rows of the scratch to a table of the warehouse. Where the table is in one part the file itself becomes part of it;
 * else the cluster sorts its rows into their months.
 */
export async function append(carrier: Carrier, table: string, select: string): Promise<readonly Work[]> {
  const shape = tableNamed(table);
  const { ground, change } = carrier;
  const { file, rows } = await writeFile(carrier, shape.columns, select);
  if (rows === 0) {
    await rm(file, { force: true });
    return [];
  }
  change.touch(table);
  const add = async (): Promise<void> => {
    if (shape.month === undefined)
      await addFile(
        ground,
        quoted(table),
        file,
        `${folderOf(ground, table)}/data/load-${crypto.randomUUID()}`,
      );
    else await sortIn(ground, shape, file);
    await rm(file, { force: true });
  };
  return [add];
}

async function sortIn(ground: Ground, { name, columns }: TableShape, file: string): Promise<void> {
  const laid = `rows_of_${name}`;
  await layFile(ground, { name: laid, columns }, file);
  const list = Object.keys(columns).map(quoted).join(', ');
  await ground.execute(
    `insert into ${quoted(name)} (${list}) select ${list} from ${workTable(ground, laid)}`,
  );
}

async function addFile(ground: Ground, table: string, file: string, name: string): Promise<void> {
  await ground.store.put(file, `${name}/rows.parquet`);
  await ground.execute(
    `alter table ${table} execute add_files(location => ${literal(locationOf(ground, name))}, format => 'PARQUET')`,
  );
}

type Laid = Pick<TableShape, 'name' | 'columns'>;

/** Lays rows of the scratch down on the cluster as a table for the length of the work. */
export async function lay(carrier: Carrier, table: Laid, select: string): Promise<number> {
  const { file, rows } = await writeFile(carrier, table.columns, select);
  await layFile(carrier.ground, table, rows > 0 ? file : null);
  await rm(file, { force: true });
  return rows;
}

/** The same, to be done beside other things. */
export async function laying(carrier: Carrier, table: Laid, select: string): Promise<Work> {
  const { file, rows } = await writeFile(carrier, table.columns, select);
  return async () => {
    await layFile(carrier.ground, table, rows > 0 ? file : null);
    await rm(file, { force: true });
  };
}

async function layFile(ground: Ground, { name, columns }: Laid, file: string | null): Promise<void> {
  const own = `${workSchema(ground)}/${name}-${crypto.randomUUID()}`;
  await ground.execute(
    `create table ${workTable(ground, name)} (${columnList({ columns })}) with (location = ${literal(locationOf(ground, own))})`,
  );
  if (file !== null) await addFile(ground, workTable(ground, name), file, `${own}/data/rows`);
}

/** What a statement on the cluster finds, as a temporary table of the scratch. */
export async function fetchInto(
  { ground, writer, folder }: Carrier,
  { name, columns }: Laid,
  select: string,
): Promise<void> {
  const own = `${workSchema(ground)}/${name}-${crypto.randomUUID()}`;
  const there = workTable(ground, name);
  await ground.execute(
    `create table ${there} with (location = ${literal(locationOf(ground, own))}) as ${select}`,
  );
  const found = await ground.rows(
    `select file_path from ${quoted(workSchema(ground))}.${quoted(`${name}$files`)}`,
  );
  const files: string[] = [];
  for (const { file_path } of found) {
    const file = join(folder, `${crypto.randomUUID()}.parquet`);
    await ground.store.fetch(String(file_path), file);
    files.push(file);
  }
  await writer.execute(`create or replace temp table ${quoted(name)} as ${reading(columns, files)}`);
  for (const file of files) await rm(file, { force: true });
  await ground.execute(`drop table ${there}`);
}

function reading(columns: Columns, files: readonly string[]): string {
  if (files.length > 0)
    return exactly(columns, `select * from read_parquet([${files.map(literal).join(', ')}])`);
  const none = Object.entries(columns).map(
    ([name, type]) => `cast(null as ${typeHere(type)}) as ${quoted(name)}`,
  );
  return `select ${none.join(', ')} where false`;
}
