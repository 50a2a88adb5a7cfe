import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '../../src/model/index.ts';
import { openWarehouse } from '../../src/warehouse/duckdb/open.ts';
import type { LoadableWarehouse } from '../../src/warehouse/loading.ts';
import { defaultFactSettings } from '../../src/warehouse/refresh-context.ts';
import { casesFile, customersFile, type DeskFile, everything, messagesFile, staged } from './desk-files.ts';
import { onCluster } from './loadable.ts';

const plainly = {
  settings: defaultFactSettings,
  refreshFacts: async () => undefined,
  judge: async () => undefined,
};

const here = (): Promise<LoadableWarehouse> => openWarehouse({ path: ':memory:', threads: 1 });

type Step = readonly DeskFile[] | { readonly undo: number };

/** What is refused is refused by both, with the same words. */
const refusal = (error: unknown): Problem['facts'] => {
  if (error instanceof Problem) return error.facts;
  throw error;
};

async function walk(warehouse: LoadableWarehouse, steps: readonly Step[]) {
  const told: unknown[] = [];
  for (const step of steps) {
    const done =
      'undo' in step
        ? warehouse.undo(step.undo, plainly).then(() => 'undone')
        : warehouse
            .load({ ...plainly, files: step.map((file) => staged(warehouse, file)) })
            .then(({ files }) => files);
    told.push(await done.catch(refusal), await warehouse.state());
  }
  return { told, holds: await everything(warehouse) };
}

const day = (n: number): string => `2025-01-${String(n).padStart(2, '0')} 08:30:00`;

const sequence: readonly Step[] = [
  [
    casesFile([
      ['a', day(1), day(2), 'anna', 'north', day(5), 'x;y'],
      ['b', day(2), day(2), 'bea', 'south', '', ''],
      ['', day(3), day(3), 'cid', 'south', '', ''],
    ]),
    messagesFile([
      ['m1', day(2), 'a', 'ada'],
      ['m2', day(2), 'z', 'ada'],
    ]),
  ],
  [
    casesFile([
      ['a', day(1), day(2), 'anna', 'north', day(5), 'x;y'],
      ['z', day(9), day(9), 'bea', 'west', '', ''],
    ]),
  ],
  [
    customersFile([
      ['anna', 'gold'],
      ['zoe', 'silver'],
    ]),
  ],
  [
    casesFile([
      ['a', day(1), day(4), 'anna', 'east', '', ''],
      ['b', day(2), day(1), 'bea', 'older', '', ''],
    ]),
  ],
  { undo: 1 },
  { undo: 3 },
  [
    messagesFile([
      ['m1', day(3), 'a', 'ada'],
      ['m3', day(3), 'q', 'eve'],
    ]),
  ],
  { undo: 4 },
];

const id = fc.constantFrom('a', 'b', 'c', 'd');
const date = fc.integer({ min: 1, max: 6 }).map(day);
const caseLine = fc.record({
  id,
  version: date,
  customer: fc.constantFrom('anna', 'bea', ''),
  resolved: fc.boolean(),
});
/** Most have one content for a version of a record, as sources have that date their versions; the others are refused. */
const someCases = fc.array(caseLine, { minLength: 1, maxLength: 5 }).map((lines) =>
  casesFile(
    lines.map(({ id, version, customer, resolved }) => {
      const team = `team of ${version.slice(8, 10)}`;
      return [id, day(1), version, customer, team, resolved && version > day(3) ? day(9) : '', ''];
    }),
  ),
);
const someMessages = fc
  .uniqueArray(fc.record({ id, of: fc.constantFrom('a', 'b', 'z') }), {
    selector: (line) => line.id,
    minLength: 1,
    maxLength: 4,
  })
  .map((lines) => messagesFile(lines.map(({ id, of }) => [id, day(2), of, 'ada'])));
const someLoads = fc.array(fc.oneof(someCases, someMessages), { minLength: 3, maxLength: 4 });

test('whatever is loaded and undone, both engines hold the same', async () => {
  await fc.assert(
    fc.asyncProperty(someLoads, fc.nat(), async (files, pick) => {
      const loads: readonly Step[] = files.map((file) => [file]);
      const steps = [...loads, { undo: (pick % files.length) + 1 }];
      const [mine, theirs] = [await here(), await onCluster()];
      expect(await walk(theirs, steps)).toEqual(await walk(mine, steps));
      await mine.close();
      await theirs.close();
    }),
    { numRuns: 2, endOnFailure: true },
  );
}, 900_000);

test('loads and undos leave the same on the cluster as on this machine', async () => {
  const [mine, theirs] = [await here(), await onCluster()];
  expect(await walk(theirs, sequence)).toEqual(await walk(mine, sequence));
  await mine.close();
  await theirs.close();
}, 900_000);
