import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { endWrite } from '../duckdb/refresh.ts';
import { type DuckDbWarehouse, factsStanding, openWarehouse, type Writer } from '../index.ts';
import { leftBeside } from './facts-beside.ts';
import { everyFact, load } from './fixture-loads.ts';
import { type Arrival, others, worldSettings as settings, world } from './fixture-worlds.ts';
import { refreshFacts } from './refresh.ts';

async function warehouseOf(records: readonly Arrival[], path = ':memory:'): Promise<DuckDbWarehouse> {
  const warehouse = await openWarehouse({ path, threads: 2, memoryMb: 600 });
  await warehouse.write((writer) => load(writer, 0, records));
  return warehouse;
}

/** All facts made again, two cases to a hand. */
const madeAgain = (warehouse: DuckDbWarehouse, beside?: Writer['beside']): Promise<void> =>
  warehouse.write((writer) =>
    endWrite(
      { ...writer, batchCases: 2, beside: beside ?? writer.beside },
      { kinds: [], all: true, settings, refreshFacts },
    ),
  );

test('facts that several hands make beside those that stand are the same', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (records) => {
      const here = await everyFact(await warehouseOf([...others, ...records]));
      const warehouse = await warehouseOf([...others, ...records]);
      await madeAgain(warehouse);
      expect(await factsStanding(warehouse, settings)).toBe('same');
      expect(await everyFact(warehouse)).toEqual(here);
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

/** A third case makes a second batch. */
const records: readonly Arrival[] = [
  ...others,
  ...['a', 'b', 'c', 'd', 'e'].map((id, day) => ({
    kind: 'cases' as const,
    row: { id, opened_at: `2025-03-0${day + 1}T09:00:00Z` },
  })),
];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tidemark-beside-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** The power goes in the second batch. */
function broken(warehouse: DuckDbWarehouse): Promise<void> {
  let parts = 0;
  return warehouse.write((writer) =>
    endWrite(
      {
        ...writer,
        batchCases: 2,
        beside: (work) =>
          writer.beside(({ first, each }) =>
            work({
              first,
              each: (all, one) =>
                each(all, async (hand, part) => {
                  parts += 1;
                  if (parts === 2) throw new Error('no power');
                  await one(hand, part);
                }),
            }),
          ),
      },
      { kinds: [], all: true, settings, refreshFacts },
    ),
  );
}

test('where it ends halfway, the facts stand as they were, and whoever comes next makes them again', async () => {
  const path = join(folder(), 'house.duckdb');
  const warehouse = await warehouseOf(records, path);
  const ids = warehouse.db.selectFrom('case_facts').select('id').orderBy('id');
  const before = await warehouse.rows(ids);
  await expect(broken(warehouse)).rejects.toThrow('no power');
  expect(await warehouse.rows(ids)).toEqual(before);
  expect(await factsStanding(warehouse, settings)).toBe('earlier_product');
  await madeAgain(warehouse);
  expect(await warehouse.rows(ids)).toEqual(before);
  expect(await factsStanding(warehouse, settings)).toBe('same');
  await warehouse.close();
});

test('what a process that died left beside the facts goes when the warehouse is opened', async () => {
  const path = join(folder(), 'house.duckdb');
  const warehouse = await warehouseOf(records, path);
  await expect(broken(warehouse)).rejects.toThrow('no power');
  await warehouse.close();
  const again = await openWarehouse({ path, threads: 1 });
  const tables = again.db
    .selectFrom('information_schema.tables')
    .select('table_name')
    .where('table_name', 'in', leftBeside);
  expect(await again.rows(tables)).toEqual([]);
  await again.close();
});
