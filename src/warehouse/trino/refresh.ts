/** Makes the facts on the cluster, in the turn of the load that changed what they are made from. */
import type { FactSettings, RefreshFacts } from '../refresh-context.ts';
import type { Compilable, Row } from '../warehouse.ts';
import { statements } from './dialect.ts';
import { functions } from './functions.ts';
import { type Ground, workTable } from './ground.ts';
import type { Change } from './in-turn.ts';
import { respell } from './respell/respell.ts';
import type { Names } from './respell/tables.ts';
import { tokensOf } from './respell/tokens.ts';
import { tables } from './schema.ts';
import { literal as text } from './types.ts';
import { literal } from './values.ts';

export interface Making {
  readonly settings: FactSettings;
  readonly refreshFacts: RefreshFacts;
  readonly restate?: boolean;
  /** Lists of what to make again, in the work schema; null: everything. */
  readonly touched: readonly string[] | null;
  readonly dataThrough: string | null | undefined;
  readonly dataThroughBefore: string | null | undefined;
}

const kept: ReadonlySet<string> = new Set(tables.map(({ name }) => name));

export async function makeFacts(
  ground: Ground,
  change: Change,
  { settings, refreshFacts, restate = false, touched, dataThrough, dataThroughBefore }: Making,
): Promise<void> {
  const db = statements();
  const names: Names = {
    temporary: new Set(touched ?? []),
    place: (name) => workTable(ground, name),
    isKept: (name) => kept.has(name),
  };
  const written = (statement: Compilable | string) =>
    respell(inThisSchema(plainText(statement), ground.connection.address.schema), names);
  await refreshFacts({
    db,
    functions,
    execute: async (statement, options) => {
      const { statements, changes } = written(statement);
      if (changes !== null) change.touch(changes);
      for (const sql of statements) await ground.execute(sql, options);
    },
    rows: async (query, options): Promise<readonly Row[]> => {
      const [sql = ''] = written(query).statements;
      return await ground.rows(sql, options);
    },
    touched: { all: touched === null },
    dataThrough: dataThrough ?? null,
    dataThroughBefore: dataThroughBefore ?? null,
    settings,
    restate,
    now: ground.now(),
  });
}

/** Values are written out, so that a part of a statement can be said twice. */
function plainText(statement: Compilable | string): string {
  if (typeof statement === 'string') return statement;
  const { sql, parameters } = statement.compile();
  let next = 0;
  return tokensOf(sql)
    .map((token) => (token === '?' ? literal(parameters[next++]) : token))
    .join('');
}

/** A catalog lists the tables of all its schemas. */
const inThisSchema = (sql: string, schema: string): string =>
  sql.replaceAll(
    'information_schema.tables where ',
    `information_schema.tables where table_schema = ${text(schema)} and `,
  );

/** The last instant in any record, by the counts of what stands; undefined where nothing stands. */
export async function dataThroughOf(
  rows: (sql: string) => Promise<readonly Row[]>,
): Promise<string | null | undefined> {
  const [found] = await rows('select count(*) as kinds, max(last_at) as last from contents');
  if (Number(found?.['kinds']) === 0) return undefined;
  const last = found?.['last'];
  return typeof last === 'string' ? last : null;
}
