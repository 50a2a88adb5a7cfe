/** Ends a write: counts what stands and makes the facts again, in the same transaction. */
import type { RecordKind } from '../../model/index.ts';
import type { FactSettings, RefreshFacts } from '../refresh-context.ts';
import { readState } from '../state.ts';
import { takeStock } from './state.ts';
import { takeStockOfLoad } from './stock-of-load.ts';
import type { Writer } from './warehouse.ts';

export interface Ending {
  /** The record tables whose rows changed. */
  readonly kinds: readonly RecordKind[];
  /** Make every fact again, without looking at which records changed. */
  readonly all: boolean;
  readonly settings: FactSettings;
  readonly refreshFacts: RefreshFacts;
  readonly restate?: boolean;
  /** The load that ends, where it is known what it brought and took away; otherwise everything is counted again. */
  readonly load?: number;
}

export async function endWrite(
  writer: Writer,
  { kinds, all, settings, refreshFacts, restate = false, load }: Ending,
): Promise<void> {
  const before = await readState(writer.db, writer.rows);
  await (load === undefined ? takeStock(writer, kinds) : takeStockOfLoad(writer, kinds, load));
  const after = await readState(writer.db, writer.rows);
  await writer.fewerThreads();
  await refreshFacts({
    db: writer.db,
    functions: writer.functions,
    execute: async (statement, options) => void (await writer.execute(statement, options)),
    rows: writer.rows,
    touched: { all },
    dataThrough: after.dataThrough,
    dataThroughBefore: before.dataThrough,
    settings,
    restate,
    now: writer.now,
    batchCases: writer.batchCases,
    beside: writer.beside,
  });
}
