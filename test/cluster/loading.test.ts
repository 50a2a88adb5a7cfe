import { expect, test } from 'vitest';
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

async function walk(warehouse: LoadableWarehouse, steps: readonly Step[]) {
  const told: unknown[] = [];
  for (const step of steps) {
    if ('undo' in step) await warehouse.undo(step.undo, plainly);
    else {
      const files = step.map((file) => staged(warehouse, file));
      told.push((await warehouse.load({ ...plainly, files })).files);
    }
    told.push(await warehouse.state());
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

test('loads and undos leave the same on the cluster as on this machine', async () => {
  const [mine, theirs] = [await here(), await onCluster()];
  expect(await walk(theirs, sequence)).toEqual(await walk(mine, sequence));
  await mine.close();
  await theirs.close();
});
