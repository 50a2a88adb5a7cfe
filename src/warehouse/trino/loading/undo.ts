/** Takes a load away as if it had never been: what it touched is fetched, undone by the embedded engine, and told back. */
import { recordKinds } from '../../../model/index.ts';
import { startTouching, touchLoad, touchNamed } from '../../duckdb/loading/touched.ts';
import { takeBack } from '../../duckdb/loading/undo.ts';
import type { LoadOptions } from '../../loading.ts';
import type { Ground } from '../ground.ts';
import { inTurn } from '../in-turn.ts';
import { dataThroughOf, makeFacts } from '../refresh.ts';
import { quoted } from '../types.ts';
import { bookUndo, fetchContents } from './books.ts';
import type { Carrier } from './carry.ts';
import { tell } from './load.ts';
import type { Scratch } from './scratch.ts';
import { bring, startRemembering, untoldKinds } from './standing.ts';
import { closeTouched } from './touched.ts';

export const runUndo = (
  ground: Ground,
  scratch: Scratch,
  load: number,
  options: LoadOptions,
): Promise<void> =>
  inTurn(ground, (change) =>
    scratch.use(
      async (writer) => {
        const carrier: Carrier = { ground, change, writer, folder: scratch.stagingFolder };
        const before = await dataThroughOf(ground.rows);
        const empty = untoldKinds(carrier, recordKinds);
        const kinds = recordKinds.filter((kind) => !empty.has(kind));
        await fetchContents(carrier);
        for (const kind of kinds) {
          await startRemembering(carrier, kind);
          const parts = [kind, `${kind}_history`, `${kind}_repeats`].map(
            (table) => `select source, id from ${quoted(table)} where _load = ${load}`,
          );
          await bring(carrier, kind, parts.join(' union '));
        }
        await startTouching(writer);
        await touchLoad(writer, load);
        await takeBack(writer, load);
        await touchNamed(writer);
        await tell(carrier, kinds, new Set());
        await bookUndo(carrier, load);
        options.onStep?.({ step: 'facts' });
        await makeFacts(ground, change, {
          ...options,
          touched: await closeTouched(carrier),
          dataThrough: await dataThroughOf(ground.rows),
          dataThroughBefore: before,
        });
      },
      options.signal === undefined ? {} : { signal: options.signal },
    ),
  );
