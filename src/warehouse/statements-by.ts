/** A statement builder that prints statements in an engine's words, and never runs them. */
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, type QueryCompiler } from 'kysely';
import type { Tables } from './warehouse.ts';

export const statementsBy = (compiler: () => QueryCompiler): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: compiler,
    },
  });
