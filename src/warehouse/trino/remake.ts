/** Makes every fact again where the settings are others than those that the facts were made with. */
import type { Remaking } from '../loading.ts';
import type { Ground } from './ground.ts';
import { inTurn } from './in-turn.ts';
import { dataThroughOf, makeFacts } from './refresh.ts';

export const remakeFacts = (
  ground: Ground,
  { settings, refreshFacts, restate = false }: Remaking,
): Promise<void> =>
  inTurn(ground, async (change) => {
    const dataThrough = await dataThroughOf(ground.rows);
    await makeFacts(ground, change, {
      settings,
      refreshFacts,
      restate,
      touched: null,
      dataThrough,
      dataThroughBefore: dataThrough,
    });
  });
