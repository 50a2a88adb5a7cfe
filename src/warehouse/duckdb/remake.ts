/** Makes every fact again where the settings are others than those that the facts were made with. */
import { type Standing, standingOf } from '../facts/kept-settings.ts';
import type { FactSettings, RefreshFacts } from '../refresh-context.ts';
import type { AskOptions, Warehouse } from '../warehouse.ts';
import { endWrite } from './refresh.ts';
import type { DuckDbWarehouse } from './warehouse.ts';

/** How the facts in a warehouse stand to these settings; an empty one follows any. */
export async function factsStanding(warehouse: Warehouse, settings: FactSettings): Promise<Standing> {
  const { counts } = await warehouse.state();
  const isEmpty = Object.values(counts).every((count) => count === 0);
  return isEmpty ? 'same' : await standingOf(warehouse, settings);
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
