/** Whether the facts of a warehouse were made with the settings of today. */
import { type Standing, standingOf } from './facts/kept-settings.ts';
import type { FactSettings } from './refresh-context.ts';
import type { Warehouse } from './warehouse.ts';

/** How the facts in a warehouse stand to these settings; an empty one follows any. */
export async function factsStanding(warehouse: Warehouse, settings: FactSettings): Promise<Standing> {
  const { counts } = await warehouse.state();
  const isEmpty = Object.values(counts).every((count) => count === 0);
  return isEmpty ? 'same' : await standingOf(warehouse, settings);
}
