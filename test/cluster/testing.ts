/** What the suites of the cluster share: where it is, and a copy there of what an embedded warehouse holds. */
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDbWarehouse } from '../../src/warehouse/duckdb/warehouse.ts';
import { writeParquet } from '../../src/warehouse/trino/loading/carry.ts';
import { type ClusterOptions, connectTo, openTrino } from '../../src/warehouse/trino/open.ts';
import { type TableShape, tables } from '../../src/warehouse/trino/schema.ts';
import { quoted } from '../../src/warehouse/trino/types.ts';
import type { Warehouse } from '../../src/warehouse/warehouse.ts';

/** Named by `npm run test:cluster`, which starts it, or by hand. */
export const cluster = {
  url: process.env.TIDEMARK_TEST_TRINO ?? '',
  /** The folder behind `local:///`. */
  store: process.env.TIDEMARK_TEST_TRINO_STORE ?? '',
  keeper: process.env.TIDEMARK_TEST_TRINO_KEEPER ?? '',
};

/** The same cluster with a schema of its own for each caller. */
export const ownSchema = (url = cluster.url): ClusterOptions => ({
  warehouse: url.replace(/[^/]*$/, `t_${randomBytes(5).toString('hex')}`),
});

interface Copying {
  readonly to?: ClusterOptions;
  readonly only?: readonly string[];
  /** The folder behind `local:///`. */
  readonly store?: string;
}

/** Tables as they stand, put where the cluster reads them, as one commit; the caller closes both. */
export async function copied(
  from: DuckDbWarehouse,
  { to: options = ownSchema(), only = tables.map(({ name }) => name), store = cluster.store }: Copying = {},
): Promise<Warehouse> {
  const connection = await connectTo(options);
  const { catalog, schema } = connection.address;
  const run = (sql: string) => connection.execute({ sql, parameters: [] });
  await run(`create schema ${catalog}.${schema}`);
  const snapshots: Record<string, string> = {};
  await Promise.all(
    tables
      .filter(({ name }) => only.includes(name))
      .map(async (table) => {
        const columns = Object.entries(table.columns).map(([name, type]) => `"${name}" ${type}`);
        await run(`create table ${table.name} (${columns.join(', ')}) with (format = 'PARQUET')`);
        const place = `copied/${schema}/${table.name}`;
        if (await written(from, table, join(store, place)))
          await run(
            `alter table ${table.name} execute add_files(location => 'local:///${place}', format => 'PARQUET')`,
          );
        const newest = `select snapshot_id from "${table.name}$snapshots" order by committed_at desc limit 1`;
        const [row] = await connection.rows({ sql: newest, parameters: [] });
        if (row !== undefined) snapshots[table.name] = String(row['snapshot_id']);
      }),
  );
  await run('create table head (no bigint, snapshots varchar)');
  await connection.execute({
    sql: 'insert into head values (1, ?)',
    parameters: [JSON.stringify(snapshots)],
  });
  connection.close();
  return await openTrino(options);
}

/** Whether there was anything to write. */
async function written(
  from: DuckDbWarehouse,
  { name, columns }: TableShape,
  folder: string,
): Promise<boolean> {
  const file = join(from.stagingFolder, `${name}.parquet`);
  const select = `select * from ${quoted(name)}`;
  const rows = await from.write((writer) => writeParquet(writer, { columns, select, file }));
  if (rows > 0) {
    mkdirSync(folder, { recursive: true });
    copyFileSync(file, join(folder, 'rows.parquet'));
  }
  rmSync(file);
  return rows > 0;
}
