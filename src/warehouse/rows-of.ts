/** Asks a statement that was written by hand: it learns the engine's dialect only here. */
import type { RawBuilder } from 'kysely';
import type { Row, Warehouse } from './warehouse.ts';

export const rowsOf = (warehouse: Warehouse, statement: RawBuilder<unknown>): Promise<readonly Row[]> =>
  warehouse.rows({ compile: () => statement.compile(warehouse.db) });
