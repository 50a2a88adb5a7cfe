/** One load from beginning to end: taken in by the embedded engine, settled there, and told to the cluster in one commit. */
import { type RecordKind, recordKinds } from '../../../model/index.ts';
import { bookLoad } from '../../duckdb/loading/books.ts';
import { kindsOf, takeFiles } from '../../duckdb/loading/load.ts';
import { startTouching, touchLoad } from '../../duckdb/loading/touched.ts';
import { startStock } from '../../duckdb/stock-of-load.ts';
import type { Loaded, LoadOrder } from '../../loading.ts';
import { type Ground, severalAtOnce, until } from '../ground.ts';
import { inTurn } from '../in-turn.ts';
import { dataThroughOf, makeFacts } from '../refresh.ts';
import { fetchContents, publishBooks, publishContents, publishReplays } from './books.ts';
import type { Carrier, Work } from './carry.ts';
import { noteDangling } from './dangling.ts';
import { compare, publish } from './publish.ts';
import type { Scratch } from './scratch.ts';
import { meetingOf, startRemembering, untoldKinds } from './standing.ts';
import { takeStockOf } from './stock.ts';
import { closeTouched } from './touched.ts';

export function runLoad(ground: Ground, scratch: Scratch, order: LoadOrder): Promise<Loaded> {
  const asked = until(order.signal, ground);
  return inTurn(ground, (change) =>
    scratch.use(async (writer) => {
      const carrier: Carrier = { ground: asked, change, writer, folder: scratch.stagingFolder };
      const dataThroughBefore = await dataThroughOf(asked.rows);
      await fetchContents(carrier);
      const loaded = await take(carrier, order);
      order.onStep?.({ step: 'facts' });
      await startTouching(writer);
      await touchLoad(writer, loaded.load);
      await makeFacts(asked, change, {
        ...order,
        touched: dataThroughBefore === undefined ? null : await closeTouched(carrier),
        dataThrough: await dataThroughOf(asked.rows),
        dataThroughBefore,
      });
      order.signal?.throwIfAborted();
      return loaded;
    }, order.signal),
  );
}

/** The records of the files, from their first line to their place on the cluster. */
async function take(carrier: Carrier, order: LoadOrder): Promise<Loaded> {
  const { ground, writer } = carrier;
  const load = await nextLoad(ground);
  const kinds = kindsOf(order.files);
  const fresh = untoldKinds(carrier, kinds);
  for (const kind of kinds) await startRemembering(carrier, kind);
  await startStock(writer);
  const booked = await takeFiles(writer, load, order, meetingOf(carrier, fresh));
  const files = booked.map(({ counts }) => counts);
  await order.judge(files, writer);
  await bookLoad(writer, load, booked);
  await tell(carrier, kinds, fresh, await publishBooks(carrier));
  await publishReplays(carrier, load, order.replays ?? []);
  return { load, files };
}

/** Numbers of undone loads are not used again. */
async function nextLoad(ground: Ground): Promise<number> {
  const [row] = await ground.rows('select coalesce(max(load), 0) + 1 as load from loads');
  return Number(row?.['load']);
}

/**
 * What changed in records of some kinds, and what follows from it for the counts of what stands and of what is missed.
 *
 * @param beside what else is to be done on the cluster meanwhile
 */
export async function tell(
  carrier: Carrier,
  kinds: readonly RecordKind[],
  fresh: ReadonlySet<RecordKind>,
  beside: readonly Work[] = [],
): Promise<void> {
  const changed = new Set<RecordKind>();
  const works = [...beside];
  for (const kind of recordKinds.filter((each) => kinds.includes(each))) {
    if (!(await compare(carrier, kind, !fresh.has(kind)))) continue;
    changed.add(kind);
    works.push(...(await publish(carrier, kind)));
  }
  await severalAtOnce(works);
  for (const kind of changed) await takeStockOf(carrier, kind);
  const contents = await publishContents(carrier);
  await severalAtOnce([...contents, () => noteDangling(carrier, changed, fresh)]);
}
