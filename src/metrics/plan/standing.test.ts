import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { warehouseOf } from '../testing.ts';
import { sliceOf } from './fixture-slice.ts';
import { tally } from './tally.ts';
import { windowOf } from './window.ts';

const zone = 'Europe/Rome';
/** Some instants at which the rows are looked at are among those at which they come and go. */
const days = ['2025-03-28', '2025-03-29', '2025-03-30', '2025-03-31', '2025-04-02'];
const windows = days.map((to) => windowOf({ from: '2025-03-01', to }, zone));
const instant = fc.oneof(
  fc.constantFrom(...windows.map(({ end }) => end)),
  fc
    .integer({ min: -40, max: 160 })
    .map((hours) => new Date(Date.parse('2025-03-28T00:30:00Z') + hours * 3_600_000).toISOString()),
);
const rowOf = fc.record({
  from: instant,
  to: fc.option(instant),
  status: fc.constantFrom('open', 'pending', 'resolved', null),
});

const slice = sliceOf({
  fact: 'stages',
  anchor: 'opened_at',
  stock: { since: 'from', until: 'to' },
  zone,
  layer: windows,
});
const items = [
  {
    measure: { population: sql`(status is null or status <> 'resolved')` },
    stats: ['count' as const],
  },
];

test('at each of several instants stand the rows that had come before and not gone before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(rowOf, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 5 }),
      async (rows, count) => {
        const warehouse = await warehouseOf({ stages: rows });
        const layer = windows.slice(0, count);
        const found = await tally(warehouse, { ...slice, layer }, items);
        const expected = layer.map(({ end }) => {
          const [at, ms] = [Date.parse(end), (iso: string | null) => Date.parse(iso ?? '9999-01-01')];
          return rows.filter((row) => row.status !== 'resolved' && ms(row.from) < at && ms(row.to) >= at)
            .length;
        });
        const n = (key: string): number => found.find(({ place }) => place.window === key)?.sums[0]?.n ?? 0;
        expect(layer.map(({ key }) => n(key))).toEqual(expected);
        await warehouse.close();
      },
    ),
    { numRuns: 40 },
  );
});
