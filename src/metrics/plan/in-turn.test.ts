import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Measure } from '../definition.ts';
import { warehouseOf } from '../testing.ts';
import { clusterSums } from './cluster-sums.ts';
import { sliceOf } from './fixture-slice.ts';
import { inTurn } from './in-turn.ts';
import type { Slice } from './slice.ts';
import { tally } from './tally.ts';
import { windowOf } from './window.ts';

const slice = sliceOf({
  fact: 'case_facts',
  anchor: 'opened_at',
  by: ['channel', 'team'],
  zone: 'Europe/Rome',
  layer: ['03', '04', '06'].map((month) =>
    windowOf({ from: `2025-${month}-01`, to: `2025-${month}-28` }, 'Europe/Rome'),
  ),
});
const large: Slice = { ...slice, about: { noneLeftOut: [], large: ['case_facts'] } };

const rowOf = fc.record({
  channel: fc.constantFrom('phone', 'email', null),
  team: fc.constantFrom('A', null),
  customer_id: fc.constantFrom('Ada', 'Ben', null),
  left_out: fc.constantFrom(null, null, 'spam'),
  reopens: fc.constantFrom(0, 1, 2, null),
  opened_at: fc.constantFrom(
    '2025-03-31T21:59:59Z',
    '2025-04-20T09:00:00Z',
    '2025-05-09T09:00:00Z',
    '2025-06-27T21:59:59Z',
    '2025-06-27T22:00:00Z',
  ),
});

const customer = sql`customer_id`;
const counted: Measure = {
  population: sql`reopens is not null`,
  countedOut: { unknown: sql`reopens is null` },
  hit: sql`reopens > 0`,
  value: sql`reopens`,
};
const each: Measure = { population: sql`true`, per: { cluster: customer, top: 'rows', bottom: 'cluster' } };

/** What no row fell into says nothing, whether it is there with zeros or not at all. */
const sorted = (found: readonly { readonly sums: unknown }[]): readonly string[] =>
  found
    .filter(({ sums }) => /:[1-9]/.test(JSON.stringify(sums)))
    .map((row) => JSON.stringify(row))
    .sort();

test('a few windows one after the other hold what they hold together', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(rowOf, { minLength: 1, maxLength: 25 }),
      fc.constantFrom([[], [0], [1]], undefined),
      async (rows, groupings) => {
        const warehouse = await warehouseOf({ case_facts: rows });
        const read = async (from: Slice) => {
          const own = { ...from, ...(groupings === undefined ? {} : { groupings }) };
          const items = [{ measure: counted, stats: ['share', 'mean', 'max'] as const }];
          const distinct = [
            { measure: { population: sql`true`, distinct: customer }, stats: ['count'] as const },
          ];
          return [
            sorted(await tally(warehouse, own, items)),
            sorted(await tally(warehouse, own, distinct)),
            sorted(await clusterSums(warehouse, own, each)),
          ];
        };
        expect(await read(large)).toEqual(await read(slice));
        await warehouse.close();
      },
    ),
    { numRuns: 25 },
  );
});

test('only a few windows of a large fact are read one after the other', async () => {
  const parts = async (of: Slice) =>
    await inTurn({ sideBySide: 2 }, of, async ({ layer }) => [layer.map(({ key }) => key)]);
  const together = [slice.layer.map(({ key }) => key)];
  expect(await parts(large)).toEqual(slice.layer.map(({ key }) => [key]));
  expect(await parts(slice)).toEqual(together);
  expect(await parts({ ...large, stock: { since: 'opened_at', until: 'closed_at' } })).toEqual(together);
  const days = Array.from({ length: 5 }, (_, i) =>
    windowOf({ from: `2025-03-0${i + 1}`, to: `2025-03-0${i + 2}` }, 'Europe/Rome'),
  );
  expect(await parts({ ...large, layer: days.slice(0, 4) })).toHaveLength(4);
  expect(await parts({ ...large, layer: days })).toHaveLength(1);
});
