import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { functions } from '../../warehouse/duckdb/functions.ts';
import { openWarehouse } from '../../warehouse/index.ts';
import { alikeIn } from './alike-rows.ts';
import { sliceOf } from './fixture-slice.ts';
import type { Slice } from './slice.ts';
import { tally } from './tally.ts';
import { tallyStatement } from './tally-statement.ts';
import { windowOf } from './window.ts';

const warehouse = await openWarehouse({ path: ':memory:', threads: 1 });
await warehouse.write((writer) =>
  writer.execute(`insert into sla_facts (source, id, case_id, agent_id, team, channel, target, state, clock, paused, opened_at, left_out)
    select 'desk', i, 'C' || i, case when i % 5 > 0 then 'A' || i end, ['A', 'B', null][1 + i % 3], ['phone', 'chat'][1 + i % 2],
      ['resolution', 'first_response'][1 + i // 3 % 2], ['met', 'missed', 'running', 'paused', null][1 + (i * 7 // 3) % 5],
      case when i % 7 > 0 then 'business' end, i % 11 = 0, timestamptz '2025-05-01 09:00:00Z' + interval 3 hour * (i % 400),
      case when i % 13 = 0 then 'spam' end
    from range(30000) t(i)`),
);

const slice = sliceOf({
  fact: 'sla_facts',
  anchor: 'opened_at',
  layer: [windowOf({ from: '2025-05-01', to: '2025-06-01' }, 'UTC')],
});

const two = ['2025-05-01', '2025-05-09', '2025-05-20', '2025-06-01'];
const layers = [
  slice.layer,
  [0, 2].map((i) => windowOf({ from: two[i] ?? '', to: two[i + 1] ?? '' }, 'UTC')),
];

const met = sql`(${sql.ref('target')} = ${'resolution'} and ${sql.ref('state')} in ('met', 'missed'))`;
const unstated = sql`state is null and not coalesce(paused, false)`;
const named = sql`(${sql.ref('agent_id')} is not null or state is null)`;
const onBusiness = sql`coalesce(clock, 'calendar') = 'business'`;

test('what is asked of words is asked of the columns that it names, quoted or not', async () => {
  expect(await alikeIn(warehouse, slice, [met, unstated])).toEqual([
    { column: 'target' },
    { column: 'paused' },
    { column: 'state' },
  ]);
});

test('a column that is only asked for whether it is known makes two kinds of rows, however many values it has', async () => {
  const known = sql`${sql.ref('case_id')} is not null and clock = 'business'`;
  expect(await alikeIn(warehouse, slice, [known, known])).toEqual([
    { column: 'clock' },
    { column: 'case_id', onlyKnown: true },
  ]);
});

test('rows that are all different are counted one by one, and so are those of which no word or but one thing is asked', async () => {
  expect(await alikeIn(warehouse, slice, [sql`case_id = 'C1'`, met])).toBeNull();
  expect(await alikeIn(warehouse, slice, [sql`paused`, sql`true`])).toBeNull();
  expect(await alikeIn(warehouse, slice, [sql`clock = 'business' and opened_at < due_at`, met])).toBeNull();
  expect(await alikeIn(warehouse, slice, [met])).toBeNull();
});

test('counted together or row by row, the counts are the same', async () => {
  const conditions = fc.constantFrom(met, unstated, onBusiness, named, sql`true`);
  const asked = fc.record({ population: conditions, hit: conditions, out: conditions, rest: fc.boolean() });
  const groups = fc.constantFrom<Pick<Slice, 'by' | 'groupings'>>(
    { by: [] },
    { by: ['team'] },
    { by: ['team', 'channel'], groupings: [[], [0], [1, 0]] },
  );
  const where = fc.constantFrom<Slice['where']>([], [{ dimension: 'channel', values: ['chat'] }]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(asked, { minLength: 1, maxLength: 3 }),
      groups,
      fc.constantFrom(...layers),
      where,
      async (measures, group, layer, filters) => {
        const whole = { ...slice, ...group, layer, where: filters };
        const items = measures.map(({ population, hit, out, rest }) => ({
          measure: { population, hit, countedOut: { out }, ...(rest ? { rest: 'other' } : {}) },
          stats: ['count', 'share'] as const,
        }));
        const [together, apart] = await Promise.all(
          [await alikeIn(warehouse, whole, [met, unstated, onBusiness, named]), null].map(async (alike) => {
            const rows = await warehouse.rows(
              tallyStatement({ db: warehouse.db, functions }, whole, items, { alike }),
            );
            return rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
          }),
        );
        expect(together).toEqual(apart);
      },
    ),
    { numRuns: 60 },
  );
});

test('where nothing was promised nothing is counted', async () => {
  const layer = [windowOf({ from: '2024-05-01', to: '2024-06-01' }, 'UTC')];
  const measure = { population: met, hit: onBusiness, rest: 'other' };
  const found = await tally(warehouse, { ...slice, layer }, [{ measure, stats: ['share'] }]);
  expect(found.map(({ sums }) => sums)).toEqual([[{ n: 0, hits: 0, out_other: 0 }]]);
});
