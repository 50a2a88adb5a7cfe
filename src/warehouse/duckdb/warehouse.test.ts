import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DuckDbWarehouse } from '../index.ts';
import { warehouseWith } from '../testing.ts';

let warehouse: DuckDbWarehouse;
beforeAll(async () => {
  warehouse = await warehouseWith({
    cases: [
      {
        id: 'a',
        opened_at: '2025-03-30T00:30:00Z',
        channel: 'email',
        tags: ['x', 'y'],
        attributes: '{"a.b":"c","q\\"":"d"}',
      },
      { id: 'b', opened_at: '2025-03-31T22:30:00.123456Z', closed_at: '2025-04-02T08:00:00Z', reopens: 2 },
    ],
  });
});
afterAll(() => warehouse.close());

test('rows are plain values: instants as ISO text in UTC, whole numbers as numbers, lists as arrays', async () => {
  const rows = await warehouse.rows(
    warehouse.db.selectFrom('cases').select(['id', 'opened_at', 'tags', 'reopens']).orderBy('id'),
  );
  expect(rows).toEqual([
    { id: 'a', opened_at: '2025-03-30T00:30:00.000Z', tags: ['x', 'y'], reopens: null },
    { id: 'b', opened_at: '2025-03-31T22:30:00.123456Z', tags: null, reopens: 2 },
  ]);
});

test('local days, hours and weekdays follow the zone over its change of clocks', async () => {
  const { functions, db } = warehouse;
  const at = sql.ref('opened_at');
  const rows = await warehouse.rows(
    db
      .selectFrom('cases')
      .select([
        functions.localStart(at, 'month', 'Europe/Rome').as('month'),
        functions.localStart(at, 'week', 'Europe/Rome').as('week'),
        functions.localHour(at, 'Europe/Rome').as('hour'),
        functions.localWeekday(at, 'Europe/Rome').as('weekday'),
      ])
      .orderBy('id'),
  );
  expect(rows).toEqual([
    { month: '2025-03-01', week: '2025-03-24', hour: 1, weekday: 7 },
    { month: '2025-04-01', week: '2025-03-31', hour: 0, weekday: 2 },
  ]);
});

test('attributes are found by names with dots and quotes in them', async () => {
  const { functions, db } = warehouse;
  const rows = await warehouse.rows(
    db
      .selectFrom('cases')
      .select([
        functions.attribute(sql.ref('attributes'), 'a.b').as('dot'),
        functions.attribute(sql.ref('attributes'), 'q"').as('quote'),
        functions.attribute(sql.ref('attributes'), 'none').as('none'),
      ])
      .where('id', '=', 'a'),
  );
  expect(rows).toEqual([{ dot: 'c', quote: 'd', none: null }]);
});

test('values are bound with their types: texts, numbers, booleans, lists, instants', async () => {
  const { functions, db } = warehouse;
  const rows = await warehouse.rows(
    db
      .selectFrom('cases')
      .select('id')
      .where('opened_at', '>=', functions.instant('2025-03-31T00:00:00Z'))
      .where(sql<boolean>`list_contains(${['b', 'c']}, id)`)
      .where('reopens', '=', 2)
      .limit(1),
  );
  expect(rows).toEqual([{ id: 'b' }]);
});

test('seconds between two instants keep their fractions', async () => {
  const { functions, db } = warehouse;
  const rows = await warehouse.rows(
    db
      .selectFrom('cases')
      .select(functions.secondsBetween(sql.ref('opened_at'), sql.ref('closed_at')).as('s'))
      .where('id', '=', 'b'),
  );
  expect(rows).toEqual([{ s: 120_599.876544 }]);
});

test('the state says how far the data reach and what there is', async () => {
  const state = await warehouse.state();
  expect(state).toMatchObject({
    dataFrom: '2025-03-30T00:30:00.000Z',
    dataThrough: '2025-04-02T08:00:00.000Z',
    counts: { cases: 2 },
  });
});

test('the same records in another order give the same data version', async () => {
  const rows = [
    { id: 'a', opened_at: '2025-01-01T00:00:00Z' },
    { id: 'b', opened_at: '2025-01-02T00:00:00Z' },
  ];
  const one = await warehouseWith({ cases: rows });
  const other = await warehouseWith({ cases: rows.toReversed() });
  expect((await one.state()).dataVersion).toBe((await other.state()).dataVersion);
  expect((await one.state()).dataVersion).not.toBe((await warehouse.state()).dataVersion);
  await one.close();
  await other.close();
});

test('a stream hands out any number of rows in batches', async () => {
  const many = { compile: () => sql`select range as n from range(10000)`.compile(warehouse.db) };
  let rows = 0;
  for await (const batch of warehouse.stream(many)) rows += batch.length;
  expect(rows).toBe(10_000);
});

const endless = () =>
  sql`select count(*) from range(1000000) a, range(1000000) b where a.range * b.range = 7`;

test('a statement is cancelled when the caller changes their mind', async () => {
  const caller = new AbortController();
  const asked = warehouse.rows({ compile: () => endless().compile(warehouse.db) }, { signal: caller.signal });
  setTimeout(() => caller.abort(new Error('never mind')), 100);
  await expect(asked).rejects.toThrow('never mind');
});

test('a statement that takes too long is cancelled with a sentence', async () => {
  const asked = warehouse.rows({ compile: () => endless().compile(warehouse.db) }, { timeoutMs: 100 });
  await expect(asked).rejects.toMatchObject({ code: 'query_too_long' });
});

test('no statement reads a file, attaches a database, loads an extension or unlocks the settings', async () => {
  const attempts = [
    "select * from read_text('/etc/hostname')",
    "copy cases to '/tmp/tidemark-escape.csv'",
    "attach '/tmp/tidemark-escape.duckdb'",
    'install httpfs',
    'set enable_external_access = true',
    "set allowed_directories = ['/']",
  ];
  for (const attempt of attempts)
    await expect(
      warehouse.write((writer) => writer.execute(attempt)),
      attempt,
    ).rejects.toThrow();
});

test('a write is all or nothing', async () => {
  const failed = warehouse.write(async (writer) => {
    await writer.execute('delete from cases');
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  expect((await warehouse.rows(warehouse.db.selectFrom('cases').select('id'))).length).toBe(2);
});
