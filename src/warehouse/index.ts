/** Where rows rest. */
export { type LoadOptions, type LoadOrder, runLoad, runUndo } from './duckdb/loading/load.ts';
export { CountsDiffer, type FileCounts, type StagedFile } from './duckdb/loading/take-file.ts';
export { type OpenOptions, openWarehouse } from './duckdb/open.ts';
export { factsStanding, remakeFacts } from './duckdb/remake.ts';
export type { DuckDbWarehouse, Writer } from './duckdb/warehouse.ts';
export { refreshFacts } from './facts/refresh.ts';
export { type FactName, type FactTable, factNames, facts, factTable } from './facts.ts';
export {
  defaultFactSettings,
  type FactSettings,
  type RefreshContext,
  type RefreshFacts,
} from './refresh-context.ts';
export { rowsOf } from './rows-of.ts';
export type {
  AskOptions,
  Compilable,
  EngineFunctions,
  Row,
  Tables,
  Warehouse,
  WarehouseState,
} from './warehouse.ts';
