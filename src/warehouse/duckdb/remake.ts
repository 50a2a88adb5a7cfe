/** Makes every fact again where the settings are others than those that the facts were made with. */
import { followSettings } from '../facts/kept-settings.ts';
import type { FactSettings, RefreshFacts } from '../refresh-context.ts';
import type { AskOptions, Warehouse } from '../warehouse.ts';
import { endWrite } from './refresh.ts';
import type { DuckDbWarehouse } from './warehouse.ts';

/** Whether the facts in a warehouse follow these settings; an empty one follows any. */
export async function factsFollow(warehouse: Warehouse, settings: FactSettings): Promise<boolean> {
  const { counts } = await warehouse.state();
  const isEmpty = Object.values(counts).every((count) => count === 0);
  return isEmpty || (await followSettings(warehouse, settings));
}

interface Remaking extends AskOptions {
  readonly settings: FactSettings;
  readonly refreshFacts: RefreshFacts;
  /** For all time, not only from today on. */
  readonly restate?: boolean;
}

export const remakeFacts = (
  warehouse: DuckDbWarehouse,
  { settings, refreshFacts, restate = false, ...options }: Remaking,
): Promise<void> =>
  warehouse.write(
    (writer) => endWrite(writer, { kinds: [], all: true, settings, refreshFacts, restate }),
    options,
  );
