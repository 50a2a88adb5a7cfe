/** Brings a project's facts under the settings of its configuration. */
import type { Config } from '../config/index.ts';
import { Problem } from '../model/index.ts';
import {
  type FactSettings,
  factsStanding,
  type LoadableWarehouse,
  refreshFacts,
  type Warehouse,
} from '../warehouse/index.ts';

/** What the facts are made with. */
export const factSettings = ({ calendars, calendarRule, sla, zone }: Config): FactSettings => ({
  calendars,
  clockRule: calendarRule,
  sla,
  zone,
  contactWindowDays: 7,
});

export const settingsChanged =
  'Changed opening hours and agreements count from today on; figures of earlier days stay. "tidemark restate" makes them count for all time.';

interface Doors {
  readonly reading: () => Promise<Warehouse>;
  readonly writing: () => Promise<LoadableWarehouse>;
  readonly say: (text: string) => void;
}

/** The warehouse for reading; where the configuration was edited since, its facts are made again first. */
export async function readUnderSettings(
  config: Config,
  { reading, writing, say }: Doors,
): Promise<Warehouse> {
  const settings = factSettings(config);
  const warehouse = await reading();
  const standing = await factsStanding(warehouse, settings);
  if (standing === 'same') return warehouse;
  await warehouse.close();
  const writer = await writing().catch(busy);
  if (writer === null) {
    say('Another process is writing: until it is done, figures follow the earlier settings.');
    return reading();
  }
  try {
    say('Making the facts again …');
    await writer.remake({ settings, refreshFacts });
  } finally {
    await writer.close();
  }
  if (standing === 'other_settings') say(settingsChanged);
  return reading();
}

function busy(error: unknown): null {
  if (error instanceof Problem && error.code === 'warehouse_busy') return null;
  throw error;
}
