/** The statement builder in this engine's words. */
import { type Kysely, PostgresQueryCompiler } from 'kysely';
import { statementsBy } from '../statements-by.ts';
import type { Tables } from '../warehouse.ts';

/** DuckDB reads PostgreSQL's spelling: `$1` for bound values, double quotes around names. */
export const statements = (): Kysely<Tables> => statementsBy(() => new PostgresQueryCompiler());
