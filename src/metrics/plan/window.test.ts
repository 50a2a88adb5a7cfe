import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Grain, localDate, slices } from '../../model/index.ts';
import { openWarehouse } from '../../warehouse/index.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { layers, type Window, windowOf } from './window.ts';
import { windowIndex } from './window-index.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse({ path: ':memory:', threads: 1 });
});
afterAll(() => warehouse.close());

async function indexOf(instants: readonly string[], windows: readonly Window[]): Promise<(number | null)[]> {
  const { db, functions } = warehouse;
  const values = instants.map((iso, i) => sql`(${sql.lit(i)}, ${functions.instant(iso)})`);
  const statement = sql<{
    w: number | null;
  }>`select ${windowIndex(sql.ref('moment'), windows, functions)} as w
    from (values ${sql.join(values)}) as t(i, moment) order by i`;
  const rows = await warehouse.rows({ compile: () => statement.compile(db) });
  return rows.map(({ w }) => (w === null ? null : Number(w)));
}

const grain = fc.constantFrom<Grain>('day', 'week', 'month', 'quarter');
const zone = fc.constantFrom(
  'Europe/Rome',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'UTC',
);

test('a row is placed in the local day, week or month that its instant lies in, through every clock change', async () => {
  await fc.assert(
    fc.asyncProperty(
      zone,
      grain,
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 1, max: 400 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }),
      async (where, unit, start, days, places) => {
        const period = { from: addDays('2016-01-01', start), to: addDays('2016-01-01', start + days) };
        const windows = slices(period, unit).map((slice) => windowOf(slice, where));
        const [begin, end] = [Date.parse(windows[0]?.start ?? ''), Date.parse(windows.at(-1)?.end ?? '')];
        const edges = windows
          .flatMap(({ start: at }) => [Date.parse(at), Date.parse(at) - 1])
          .filter((at) => at >= begin);
        const instants = [
          ...places.map((share) => begin + Math.floor(share * (end - begin - 1))),
          ...edges.slice(0, 40),
        ].map((ms) => new Date(ms).toISOString());
        const expected = instants.map((iso) => {
          const date = localDate(iso, where);
          return windows.findIndex(({ period: own }) => own !== null && date >= own.from && date < own.to);
        });
        expect(await indexOf(instants, windows)).toEqual(expected);
      },
    ),
    { numRuns: 40 },
  );
});

test('an instant in a hole between two windows lies in none', async () => {
  const windows = [
    windowOf({ from: '2025-01-01', to: '2025-02-01' }, 'UTC'),
    windowOf({ from: '2025-03-01', to: '2025-04-01' }, 'UTC'),
  ];
  const instants = [
    '2025-01-31T23:59:59.999999Z',
    '2025-02-01T00:00:00Z',
    '2025-02-28T23:59:59Z',
    '2025-03-01T00:00:00Z',
  ];
  expect(await indexOf(instants, windows)).toEqual([0, null, null, 1]);
});

test('windows that overlap are read in layers, each window once', () => {
  const year = windowOf({ from: '2025-01-01', to: '2026-01-01' }, 'UTC');
  const months = slices({ from: '2025-01-01', to: '2026-01-01' }, 'month').map((month) =>
    windowOf(month, 'UTC'),
  );
  const found = layers([year, ...months, year]);
  expect(found.map((layer) => layer.length).sort()).toEqual([1, 12]);
});
