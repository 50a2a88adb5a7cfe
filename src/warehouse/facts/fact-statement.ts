/** The frame of every fact: what is stale goes out, what is made again comes in, each column by its name. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { FactName, facts } from '../facts.ts';
import type { RefreshContext } from '../refresh-context.ts';
import type { Compilable, Tables } from '../warehouse.ts';

/** A piece of a statement; never made of a user's words. */
export type Sql = RawBuilder<unknown>;

/** One expression for every column of a fact: the compiler says which is missing. */
export type FactColumns<Name extends FactName> = Readonly<
  Record<keyof (typeof facts)[Name]['columns'] & string, Sql>
>;

/** A step of a statement: `name as (body)`. */
export interface Step {
  readonly name: string;
  readonly body: Sql;
}

/** Where a fact comes from: named steps, one SELECT's columns, and its FROM with what follows. */
export interface FactStatement<Name extends FactName> {
  readonly steps: readonly Step[];
  readonly columns: FactColumns<Name>;
  readonly from: Sql;
}

export const compilable = (fragment: Sql, db: Kysely<Tables>): Compilable => ({
  compile: () => fragment.compile(db),
});

/** Which touched keys a fact goes by, and the columns of its own that hold them. */
export interface Keys {
  readonly table: 'touched_cases' | 'touched_interactions' | 'touched_surveys';
  readonly column: 'case_id' | 'id';
  readonly own: 'case_id' | 'id';
}

/** A condition that keeps what was touched, or nothing where everything is made again. */
export function onlyTouched({ touched }: RefreshContext, alias: string, { table, column, own }: Keys): Sql {
  if (touched.all) return sql``;
  return sql`and exists (select 1 from ${sql.table(table)} as t
    where t.source = ${sql.ref(`${alias}.source`)} and t.${sql.ref(column)} = ${sql.ref(`${alias}.${own}`)})`;
}

/** Takes the touched rows of a fact out and puts the new ones in. */
export async function remake<Name extends FactName>(
  context: RefreshContext,
  name: Name,
  keys: Keys,
  statement: FactStatement<Name>,
): Promise<void> {
  const run = (fragment: Sql) => context.execute(compilable(fragment, context.db));
  await run(sql`delete from ${sql.table(name)} as f where true ${onlyTouched(context, 'f', keys)}`);
  await run(insert(name, statement));
}

function insert<Name extends FactName>(name: Name, { steps, columns, from }: FactStatement<Name>): Sql {
  const entries = Object.entries<Sql>(columns);
  const names = sql.join(entries.map(([column]) => sql.ref(column)));
  const values = sql.join(entries.map(([column, value]) => sql`${value} as ${sql.ref(column)}`));
  return sql`insert into ${sql.table(name)} (${names}) ${withSteps(steps)} select ${values} from ${from}`;
}

function withSteps(steps: readonly Step[]): Sql {
  if (steps.length === 0) return sql``;
  return sql`with ${sql.join(steps.map(({ name, body }) => sql`${sql.ref(name)} as (${body})`))}`;
}
