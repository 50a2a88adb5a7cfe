/** Takes a load away as if it had never been: what it touched is fetched, undone by the embedded engine, and told back. */
import { type RecordKind, recordKinds } from '../../../model/index.ts';
import { startTouching, touchLoad, touchNamed } from '../../duckdb/loading/touched.ts';
import { takeBack } from '../../duckdb/loading/undo.ts';
import type { LoadOptions } from '../../loading.ts';
import { type Ground, until } from '../ground.ts';
import { inTurn } from '../in-turn.ts';
import { dataThroughOf, makeFacts } from '../refresh.ts';
import { quoted } from '../types.ts';
import { bookUndo, fetchContents } from './books.ts';
import type { Carrier } from './carry.ts';
import { tell } from './load.ts';
import type { Scratch } from './scratch.ts';
import { bring, startRemembering, untoldKinds, versionTables } from './standing.ts';
import { closeTouched } from './touched.ts';

export function runUndo(ground: Ground, scratch: Scratch, load: number, options: LoadOptions): Promise<void> {
  const asked = until(options.signal, ground);
  return inTurn(ground, (change) =>
    scratch.use(async (writer) => {
      const carrier: Carrier = { ground: asked, change, writer, folder: scratch.stagingFolder };
      const dataThroughBefore = await dataThroughOf(asked.rows);
      await fetchContents(carrier);
      const kinds = await fetchTouched(carrier, load);
      await startTouching(writer);
      await touchLoad(writer, load);
      await takeBack(writer, load);
      await touchNamed(writer);
      await tell(carrier, kinds, new Set());
      await bookUndo(carrier, load);
      options.onStep?.({ step: 'facts' });
      await makeFacts(asked, change, {
        ...options,
        touched: await closeTouched(carrier),
        dataThrough: await dataThroughOf(asked.rows),
        dataThroughBefore,
      });
      options.signal?.throwIfAborted();
    }, options.signal),
  );
}

/** Every version of the records of which the load brought, repeated or took away one. */
async function fetchTouched(carrier: Carrier, load: number): Promise<readonly RecordKind[]> {
  const untold = untoldKinds(carrier, recordKinds);
  const kinds = recordKinds.filter((kind) => !untold.has(kind));
  for (const kind of kinds) {
    await startRemembering(carrier, kind);
    const parts = versionTables(kind).map(
      (table) => `select source, id from ${quoted(table)} where _load = ${load}`,
    );
    await bring(carrier, kind, parts.join(' union '));
  }
  return kinds;
}
