/** Steps from one version of the tables to the next; a warehouse remembers which ones it has taken. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { danglingFromScratch } from './loading/dangling.ts';
import { newerWarehouse } from './problems.ts';
import { danglingTable, emptyWarehouse, grownWarehouse } from './schema.ts';

interface Migration {
  readonly version: number;
  readonly about: string;
  readonly statements: readonly string[];
}

const migrations: readonly Migration[] = [
  { version: 1, about: 'records, facts and the books of the door', statements: emptyWarehouse },
  { version: 2, about: 'shifts, states, outages, reviews, trainings, volumes', statements: grownWarehouse },
  { version: 3, about: 'names that name nothing', statements: [danglingTable, ...danglingFromScratch] },
  { version: 4, about: 'services in opening hours', statements: grownWarehouse },
  { version: 5, about: 'openings beside messages and turns', statements: grownWarehouse },
  { version: 6, about: 'who waits on, beside turns', statements: grownWarehouse },
];

const known = Math.max(...migrations.map(({ version }) => version));

/** The version of the tables in a file; 0 while it is empty. */
async function versionOf(connection: DuckDBConnection): Promise<number> {
  const tables = await connection.runAndReadAll(
    "select 1 from duckdb_tables() where table_name = 'migrations'",
  );
  if (tables.currentRowCount === 0) return 0;
  const rows = await connection.runAndReadAll('select max(version)::integer from migrations');
  return Number(rows.getRows()[0]?.[0] ?? 0);
}

/** Whether a file has every step behind it. @throws Problem `warehouse_newer` */
export async function isCurrent(connection: DuckDBConnection, path: string): Promise<boolean> {
  const version = await versionOf(connection);
  if (version > known) throw newerWarehouse(path);
  return version === known;
}

/** Takes the steps that are missing, all or none. @throws Problem `warehouse_newer` */
export async function migrate(connection: DuckDBConnection, path: string, now: Date): Promise<void> {
  if (await isCurrent(connection, path)) return;
  const version = await versionOf(connection);
  await connection.run('begin');
  try {
    await connection.run(
      'create table if not exists migrations (version INTEGER, about VARCHAR, "at" TIMESTAMPTZ)',
    );
    const [first, ...later] = migrations.filter((migration) => migration.version > version);
    if (first !== undefined) await take(connection, first, now);
    // An empty file gets the tables of today at once: every later step is behind it.
    for (const step of later) await (version === 0 ? note : take)(connection, step, now);
    await connection.run('commit');
  } catch (error) {
    await connection.run('rollback');
    throw error;
  }
}

async function take(connection: DuckDBConnection, step: Migration, now: Date): Promise<void> {
  for (const statement of step.statements) await connection.run(statement);
  await note(connection, step, now);
}

async function note(connection: DuckDBConnection, step: Migration, now: Date): Promise<void> {
  await connection.run('insert into migrations values ($1, $2, $3::timestamptz)', [
    step.version,
    step.about,
    now.toISOString(),
  ]);
}
