import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordKinds } from '../../src/model/index.ts';
import { bookLoad } from '../../src/warehouse/duckdb/loading/books.ts';
import { noteDangling } from '../../src/warehouse/duckdb/loading/dangling.ts';
import {
  closeTouched,
  endTouching,
  startTouching,
  touchLoad,
} from '../../src/warehouse/duckdb/loading/touched.ts';
import { openWarehouse } from '../../src/warehouse/duckdb/open.ts';
import { endWrite } from '../../src/warehouse/duckdb/refresh.ts';
import type { DuckDbWarehouse, Writer } from '../../src/warehouse/duckdb/warehouse.ts';
import { type Arrival, others, world, worldSettings } from '../../src/warehouse/facts/fixture-worlds.ts';
import { refreshFacts } from '../../src/warehouse/facts/refresh.ts';
import { recordColumns } from '../../src/warehouse/record-columns.ts';
import { groundOn } from '../../src/warehouse/trino/ground.ts';
import { inTurn } from '../../src/warehouse/trino/in-turn.ts';
import { fetchContents } from '../../src/warehouse/trino/loading/books.ts';
import { tell } from '../../src/warehouse/trino/loading/load.ts';
import { openScratch } from '../../src/warehouse/trino/loading/scratch.ts';
import { closeTouched as closeThere } from '../../src/warehouse/trino/loading/touched.ts';
import { makeTables } from '../../src/warehouse/trino/make-tables.ts';
import { connectTo, openTrino } from '../../src/warehouse/trino/open.ts';
import { dataThroughOf, makeFacts } from '../../src/warehouse/trino/refresh.ts';
import { everyFact, factNames } from './every-fact.ts';
import { sharedStore } from './loadable.ts';
import { ownSchema } from './testing.ts';

/** A source of its own for each world, since what a source tells at all is known from all its records. */
const worlds = 8;
type Told = Arrival & { readonly source: string };

async function insert(writer: Writer, batch: readonly Told[], load: number): Promise<void> {
  for (const [kind, arrived] of Map.groupBy(batch, (arrival) => arrival.kind)) {
    const empty = Object.fromEntries(Object.keys(recordColumns(kind)).map((name) => [name, null]));
    const rows = arrived.map(({ row, source }) => ({
      ...empty,
      ...row,
      source,
      _load: load,
      _file: 1,
      _place: 0,
    }));
    for (let at = 0; at < rows.length; at += 200)
      await writer.execute(writer.db.insertInto(kind).values(rows.slice(at, at + 200)));
  }
}

const putHere = (warehouse: DuckDbWarehouse, batch: readonly Told[], load: number): Promise<void> =>
  warehouse.write(async (writer) => {
    await startTouching(writer);
    await insert(writer, batch, load);
    await touchLoad(writer, load);
    const all = await closeTouched(writer);
    expect(all).toBe(load === 1);
    await noteDangling(writer, load, { all: true });
    await endWrite(writer, { kinds: recordKinds, all, settings: worldSettings, refreshFacts });
    await endTouching(writer);
  });

test('facts of many small worlds are the same from both engines, from scratch and after a part was loaded', async () => {
  const drawn = fc.sample(world, { numRuns: worlds, seed: 20_250_303 });
  const told = drawn.map((all, i) => all.map((arrival) => ({ ...arrival, source: `desk ${i}` })));
  const rest = Array.from({ length: 6 }, (_, i) =>
    others.map(({ kind, row }) => ({ kind, row: { ...row, id: `${row.id}-${i}` }, source: 'desk 0' })),
  ).flat();
  const isLate = (at: number): boolean => at % 3 === 0;
  const batches = [
    [...rest, ...told.flatMap((all) => all.filter((_, at) => !isLate(at)))],
    told.flatMap((all) => all.filter((_, at) => isLate(at))),
  ];
  const options = ownSchema();
  const connection = await connectTo(options);
  const ground = groundOn(connection, sharedStore(), () => new Date());
  await makeTables(ground);
  const scratch = await openScratch({ memoryMb: 256, now: ground.now });
  const here = await openWarehouse({ path: ':memory:', threads: 1 });

  const putThere = (batch: readonly Told[], load: number): Promise<void> =>
    inTurn(ground, (change) =>
      scratch.use(async (writer) => {
        const carrier = { ground, change, writer, folder: scratch.stagingFolder };
        const dataThroughBefore = await dataThroughOf(ground.rows);
        await fetchContents(carrier);
        await insert(writer, batch, load);
        await bookLoad(writer, load, []);
        await tell(carrier, recordKinds, new Set(recordKinds));
        await startTouching(writer);
        await touchLoad(writer, load);
        const touched = load === 1 ? null : await closeThere(carrier);
        expect(touched === null).toBe(load === 1);
        const dataThrough = await dataThroughOf(ground.rows);
        await makeFacts(ground, change, {
          settings: worldSettings,
          refreshFacts,
          touched,
          dataThrough,
          dataThroughBefore,
        });
      }),
    );

  for (const [index, batch] of batches.entries()) {
    await putHere(here, batch, index + 1);
    await putThere(batch, index + 1);
    const there = await openTrino(options);
    const [mine, theirs] = [await everyFact(here), await everyFact(there)];
    for (const name of factNames) expect(theirs[name], `${name} after ${index + 1}`).toEqual(mine[name]);
    await there.close();
  }
  connection.close();
  await Promise.all([here.close(), scratch.close()]);
}, 1_500_000);
