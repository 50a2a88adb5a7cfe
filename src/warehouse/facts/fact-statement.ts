/** The frame of every fact: what is stale goes out, what is made again comes in, each column by its name. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { RecordKind } from '../../model/index.ts';
import type { FactName, facts } from '../facts.ts';
import type { RefreshContext } from '../refresh-context.ts';
import type { Compilable, Tables } from '../warehouse.ts';

/** A piece of a statement; never made of a user's words. */
export type Sql = RawBuilder<unknown>;

/** One expression for every column of a fact: the compiler says which is missing. */
export type FactColumns<Name extends FactName> = Readonly<
  Record<keyof (typeof facts)[Name]['columns'] & string, Sql>
>;

/** A step on the way to a fact: a temporary table. */
export interface Step {
  readonly name: string;
  readonly body: Sql;
  /** Earlier steps that nobody reads after this one: what is not kept need not be written to disk for want of memory. */
  readonly last?: readonly string[];
}

/** Where a fact comes from: one expression a column, and a FROM with what follows. */
export interface FactStatement<Name extends FactName> {
  readonly columns: FactColumns<Name>;
  readonly from: Sql;
}

export const compilable = (fragment: Sql, db: Kysely<Tables>): Compilable => ({
  compile: () => fragment.compile(db),
});

/** Which records a fact is made from, which touched keys it goes by, and the columns of its own that hold them. */
export interface Keys {
  readonly records: RecordKind;
  readonly table:
    | 'touched_cases'
    | 'touched_interactions'
    | 'touched_surveys'
    | 'touched_touchpoints'
    | 'touched_reviews'
    | 'touched_volumes';
  readonly column: 'case_id' | 'id';
  readonly own: 'case_id' | 'id';
}

/** A condition that keeps what was touched, or nothing where everything is made again. */
export function onlyTouched({ touched }: RefreshContext, alias: string, { table, column, own }: Keys): Sql {
  if (touched.all) return sql``;
  return sql`and exists (select 1 from ${sql.table(table)} as t
    where t.source = ${sql.ref(`${alias}.source`)} and t.${sql.ref(column)} = ${sql.ref(`${alias}.${own}`)})`;
}

/** Takes the touched rows of a fact out and puts the new ones in; without records there is nothing to put in. */
export async function remake<Name extends FactName>(
  context: RefreshContext,
  name: Name,
  keys: Keys,
  statement: FactStatement<Name>,
): Promise<void> {
  await takeOut(context, name, keys);
  if (await hasRecords(context, keys.records)) await putIn(context, name, statement);
}

export async function hasRecords(context: RefreshContext, kind: RecordKind): Promise<boolean> {
  const rows = await context.rows(compilable(sql`select 1 from ${sql.table(kind)} limit 1`, context.db));
  return rows.length > 0;
}

export const takeOut = (context: RefreshContext, name: FactName, keys: Keys, further?: Sql): Promise<void> =>
  run(
    context,
    context.touched.all
      ? context.functions.emptying(name)
      : sql`delete from ${sql.table(name)} as f where true ${onlyTouched(context, 'f', keys)} ${further ?? sql``}`,
  );

export function putIn<Name extends FactName>(
  context: RefreshContext,
  name: Name,
  statement: FactStatement<Name>,
  into: Sql = madeIn(context, name),
): Promise<void> {
  const { columns, values } = valuesOf(statement);
  return run(context, sql`insert into ${into} (${columns}) select ${values} from ${statement.from}`);
}

/** Beside a table that stands: what is made there takes its place in the end. */
export const besideIt = (name: string): string => `new_${name}`;

/** The table that holds what is made now. */
export const madeIn = ({ hand }: RefreshContext, name: string): Sql =>
  sql.table(hand === undefined ? name : besideIt(name));

/** The names of a fact's columns, and what each is made of under its name. */
export function valuesOf<Name extends FactName>({ columns }: FactStatement<Name>) {
  const entries = Object.entries<Sql>(columns);
  return {
    columns: sql.join(entries.map(([column]) => sql.ref(column))),
    values: sql.join(entries.map(([column, value]) => sql`${value} as ${sql.ref(column)}`)),
  };
}

/**
 * Makes temporary tables one after the other, does the work that reads them, and takes them away. One small statement
 * a step: in one long statement the engine spends seconds on planning, and holds all of it in memory at once.
 */
export async function withSteps(
  context: RefreshContext,
  steps: readonly Step[],
  work: () => Promise<void>,
): Promise<void> {
  for (const step of steps) {
    await makeStep(context, step);
    await forget(context, step.last ?? []);
  }
  await work();
  const spent = new Set(steps.flatMap(({ last = [] }) => last));
  await forget(
    context,
    steps.map(({ name }) => name).filter((name) => !spent.has(name)),
  );
}

export const makeStep = (context: RefreshContext, { name, body }: Step): Promise<void> =>
  run(context, sql`${newStep(context, name)} as ${body}`);

/** The beginning of a statement that makes the table of a step. */
export const newStep = ({ hand }: RefreshContext, name: string): Sql =>
  sql`create or replace ${hand === 'first' ? sql`` : sql`temp`} table ${sql.table(name)}`;

export async function forget(context: RefreshContext, names: readonly string[]): Promise<void> {
  for (const name of names) await run(context, sql`drop table ${sql.table(name)}`);
}

export const run = (context: RefreshContext, statement: Sql): Promise<void> =>
  context.execute(compilable(statement, context.db));
