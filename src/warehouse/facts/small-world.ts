/** A warehouse in memory for tests of the facts: records in as plain rows, facts out as plain rows. */
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import {
  DummyDriver,
  type Expression,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import { type Column, commonColumns, type RecordKind, recordKinds, recordTable } from '../../model/index.ts';
import { type FactName, factNames, factTable } from '../facts.ts';
import { defaultFactSettings, type FactSettings, type RefreshContext } from '../refresh-context.ts';
import type { EngineFunctions, Row, Tables } from '../warehouse.ts';
import { refreshFacts } from './refresh.ts';

const types = {
  text: 'VARCHAR',
  time: 'TIMESTAMPTZ',
  seconds: 'DOUBLE',
  number: 'DOUBLE',
  integer: 'BIGINT',
  boolean: 'BOOLEAN',
  texts: 'VARCHAR[]',
} as const;

const create = (name: string, columns: Readonly<Record<string, Column>>): string =>
  `create table ${name} (${Object.entries(columns)
    .map(([column, { type }]) => `"${column}" ${types[type]}`)
    .join(', ')})`;

const recordColumns = (kind: RecordKind): Record<string, Column> => ({
  ...commonColumns,
  ...recordTable(kind).columns,
  attributes: { type: 'text', about: 'JSON' },
});

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (over) => new PostgresIntrospector(over),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

const unused = (): never => {
  throw new Error('the facts do not use it');
};

const functions: EngineFunctions = {
  localStart: unused,
  localHour: unused,
  localWeekday: unused,
  attribute: unused,
  instant: (iso) => sql`${iso}::timestamptz`,
  secondsBetween: (from: Expression<unknown>, to: Expression<unknown>) =>
    sql`(epoch(${to}) - epoch(${from}))`,
};

export interface World {
  /** Puts records in; `source` is `desk` unless said. */
  add(kind: RecordKind, ...rows: readonly Row[]): Promise<void>;
  /** Makes all facts again, or those of the cases named. */
  refresh(options?: RefreshOptions): Promise<void>;
  /** The rows of a fact, by id. */
  facts(name: FactName): Promise<readonly Row[]>;
  run(statement: string): Promise<readonly Row[]>;
  close(): void;
}

interface RefreshOptions {
  readonly settings?: Partial<FactSettings>;
  readonly through?: string;
  readonly before?: string;
  readonly cases?: readonly string[];
}

export async function smallWorld(): Promise<World> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  for (const kind of recordKinds) await connection.run(create(kind, recordColumns(kind)));
  for (const name of factNames) await connection.run(create(name, factTable(name).columns));
  const rows = reader(connection);
  return {
    run: rows,
    facts: (name) => rows(`select * from ${name} order by id`),
    close: () => connection.closeSync(),
    add: async (kind, ...added) => {
      for (const row of added) await insert(connection, kind, { source: 'desk', ...row });
    },
    refresh: async (options = {}) => {
      await touch(connection, options.cases ?? null);
      await refreshFacts(context(connection, options));
    },
  };
}

async function insert(connection: DuckDBConnection, kind: RecordKind, row: Row): Promise<void> {
  const entries = Object.entries(row);
  const columns = recordColumns(kind);
  const values = entries.map(([name], i) => `$${i + 1}::${types[columns[name]?.type ?? 'text']}`);
  const names = entries.map(([name]) => `"${name}"`);
  const bound = entries.map(([, value]) => (Array.isArray(value) ? `[${value.join(', ')}]` : value));
  await connection.run(
    `insert into ${kind} (${names.join(', ')}) values (${values.join(', ')})`,
    bound as DuckDBValue[],
  );
}

async function touch(connection: DuckDBConnection, cases: readonly string[] | null): Promise<void> {
  if (cases === null) return;
  const list = cases.map((id) => `('desk', '${id}')`).join(', ');
  await connection.run(`create or replace temp table touched_cases as
    select * from (values ${list}) t (source, case_id);
    create or replace temp table touched_interactions as select i.source, i.id from interactions i
      semi join touched_cases t on t.source = i.source and t.case_id = i.case_id;
    create or replace temp table touched_surveys as select s.source, s.id from surveys s
      semi join touched_cases t on t.source = s.source and t.case_id = s.case_id`);
}

const reader =
  (connection: DuckDBConnection) =>
  async (statement: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> => {
    const result = await connection.runAndReadAll(statement, parameters as DuckDBValue[]);
    return result.getRowObjectsJS().map(plain);
  };

/** Values as a warehouse hands them out: numbers, texts, booleans, null; instants as ISO. */
function plain(row: Record<string, unknown>): Row {
  const tidy = (value: unknown): unknown => {
    if (typeof value === 'bigint') return Number(value);
    if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z');
    return value;
  };
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, tidy(value)]));
}

function context(connection: DuckDBConnection, options: RefreshOptions): RefreshContext {
  const { settings = {}, through = null, before = null, cases = null } = options;
  const rows = reader(connection);
  return {
    db,
    functions,
    execute: async (statement) => {
      if (typeof statement === 'string') return void (await connection.run(statement));
      const { sql: text, parameters } = statement.compile();
      await connection.run(text, parameters as DuckDBValue[]);
    },
    rows: (query) => {
      const { sql: text, parameters } = query.compile();
      return rows(text, parameters);
    },
    touched: { all: cases === null },
    dataThrough: through,
    dataThroughBefore: before,
    settings: { ...defaultFactSettings, ...settings },
  };
}
