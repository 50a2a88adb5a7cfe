/** Runs statements written by hand, one after the other: what a benchmark is held against. */
import { sql } from 'kysely';
import { rowsOf, type Warehouse } from '../../src/warehouse/index.ts';

export async function runBare(warehouse: Warehouse, statements: readonly string[]): Promise<void> {
  for (const text of statements) await rowsOf(warehouse, sql.raw(text));
}
