/** Makes every fact again where the settings are others than those that the facts were made with. */
import type { Remaking } from '../loading.ts';
import { endWrite } from './refresh.ts';
import type { Writing } from './warehouse.ts';

export const remakeFacts = (
  warehouse: Writing,
  { settings, refreshFacts, restate = false, ...options }: Remaking,
): Promise<void> =>
  warehouse.write(
    (writer) => endWrite(writer, { kinds: [], all: true, settings, refreshFacts, restate }),
    options,
  );
