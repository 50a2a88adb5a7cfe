/** Where rows rest. */
export { type OpenOptions, openWarehouse } from './duckdb/open.ts';
export type { DuckDbWarehouse, Writer } from './duckdb/warehouse.ts';
export { refreshFacts } from './facts/refresh.ts';
export { type FactName, type FactTable, factNames, facts, factTable } from './facts.ts';
export { factsStanding } from './facts-standing.ts';
export {
  CountsDiffer,
  type FileCounts,
  type LoadableWarehouse,
  type LoadedFile,
  type LoadOrder,
  type OpenBooks,
  type StagedFile,
} from './loading.ts';
export {
  defaultFactSettings,
  type FactSettings,
  type RefreshContext,
  type RefreshFacts,
} from './refresh-context.ts';
export { rowsOf } from './rows-of.ts';
export { isTrinoAddress } from './trino/address.ts';
export type {
  AskOptions,
  Compilable,
  EngineFunctions,
  Row,
  Tables,
  Warehouse,
  WarehouseState,
} from './warehouse.ts';
