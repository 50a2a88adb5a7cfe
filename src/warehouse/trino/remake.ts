/** Makes every fact again where the settings are others than those that the facts were made with. */
import type { Remaking } from '../loading.ts';
import { type Ground, until } from './ground.ts';
import { inTurn } from './in-turn.ts';
import { dataThroughOf, makeFacts } from './refresh.ts';

export const remakeFacts = (
  ground: Ground,
  { settings, refreshFacts, restate = false, signal }: Remaking,
): Promise<void> =>
  inTurn(ground, async (change) => {
    const asked = until(signal, ground);
    const dataThrough = await dataThroughOf(asked.rows);
    await makeFacts(asked, change, {
      settings,
      refreshFacts,
      restate,
      touched: null,
      dataThrough,
      dataThroughBefore: dataThrough,
    });
  });
