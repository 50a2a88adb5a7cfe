import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWarehouse } from '../../src/warehouse/index.ts';
import { rowsOf } from '../../src/warehouse/rows-of.ts';
import { connectTo } from '../../src/warehouse/trino/open.ts';
import { warehouseOn } from '../../src/warehouse/trino/warehouse.ts';
import type { EngineFunctions, Warehouse } from '../../src/warehouse/warehouse.ts';
import { apart } from './same.ts';
import { cluster } from './testing.ts';

let both: readonly [Warehouse, Warehouse];
beforeAll(async () => {
  const connection = await connectTo({ warehouse: cluster.url });
  both = [await openWarehouse({ path: ':memory:' }), warehouseOn(connection, { no: 0, snapshots: {} })];
});
afterAll(() => Promise.all(both.map((each) => each.close())));

type Expressions = (fn: EngineFunctions) => readonly RawBuilder<unknown>[];

/** One row of the values that both engines make of the same expressions. */
const said = (expressions: Expressions): Promise<readonly unknown[][]> =>
  Promise.all(
    both.map(async (warehouse) => {
      const columns = expressions(warehouse.functions).map((each, i) => sql`${each} as ${sql.ref(`c${i}`)}`);
      const [row = {}] = await rowsOf(warehouse, sql`select ${sql.join(columns)}`);
      return columns.map((_, i) => row[`c${i}`]);
    }),
  );

async function agree(expressions: Expressions): Promise<readonly unknown[]> {
  const [here = [], there] = await said(expressions);
  expect(apart(here, there)).toEqual([]);
  return here;
}

const sample = <T>(arbitrary: fc.Arbitrary<T>, size = 60): readonly T[] =>
  fc.sample(arbitrary, { numRuns: size, seed: 7 });

test('every text, number and list that is bound comes back as it went', async () => {
  const nasty = ["it's", '\\', '\u0000', '\n\t', "U&'\\0041'", '?', '--', '😀', '', ' ', '"'];
  const texts = [...nasty, ...sample(fc.string({ unit: 'binary' }))].map((text) => text.toWellFormed());
  const numbers = [
    ...sample(fc.double({ noNaN: true })),
    0.1,
    2 ** 53 - 1,
    -(2 ** 53 - 1),
    1e300,
    -1e-300,
    0,
  ];
  const values = [...texts, ...numbers.map((each) => each + 0), true, false, null, texts, [0.5, 1]];
  const [, there] = await said(() => values.map((value) => sql`${value}`));
  expect(apart(there, values)).toEqual([]);
});

const zones = ['Europe/Rome', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];
const instants = [
  ...sample(fc.date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true }), 8),
  ...['2025-03-30T00:59:59.999Z', '2025-03-30T01:00:00Z', '2025-10-26T00:30:00Z', '2024-12-31T23:30:00Z'].map(
    (iso) => new Date(iso),
  ),
].map((date) => date.toISOString());

test('local days, weeks, hours and weekdays, around every change of clocks', async () => {
  for (const zone of zones)
    await agree((fn) =>
      instants.flatMap((iso) => [
        ...(['day', 'week', 'month', 'quarter', 'year'] as const).map((grain) =>
          fn.localStart(fn.instant(iso), grain, zone),
        ),
        fn.localHour(fn.instant(iso), zone),
        fn.localWeekday(fn.instant(iso), zone),
      ]),
    );
});

test('time between instants and instants later, to the microsecond', async () => {
  const found = await agree((fn) =>
    instants.flatMap((iso, i) => [
      fn.secondsBetween(fn.instant(iso), fn.instant(instants[i - 1] ?? iso)),
      fn.later(fn.instant(iso), sql`cast(${1234567.123457} as double)`),
      fn.text(fn.instant(iso), 'time'),
    ]),
  );
  expect(found.filter((value) => typeof value === 'string' && value.endsWith('457Z')).length).toBeGreaterThan(
    0,
  );
});

test('texts that are numbers, and those that only look like it', async () => {
  const texts = [
    '1',
    ' 2.50 ',
    '-3',
    '+4',
    '.5',
    '6.',
    '7e3',
    '8E-2',
    '',
    'nine',
    '1,5',
    '5d',
    '0x1p3',
    '1 2',
  ];
  await agree((fn) => texts.map((text) => fn.number(sql`cast(${text} as varchar)`)));
});

test('parts of a JSON text, whatever they are called', async () => {
  const json = JSON.stringify({
    plain: 'x',
    'a.b': 'dotted',
    'q"uote': 'quoted',
    n: 1.5,
    whole: 3,
    no: null,
    yes: true,
    list: ['a', 'b'],
  });
  const found = await agree((fn) =>
    ['plain', 'a.b', 'q"uote', 'n', 'whole', 'no', 'yes', 'list', 'missing'].map((name) =>
      fn.attribute(sql`cast(${json} as varchar)`, name),
    ),
  );
  expect(found).toEqual(['x', 'dotted', 'quoted', '1.5', '3', null, 'true', '["a","b"]', null]);
});

test('lists, unknowns and quantiles', async () => {
  const list = (...texts: readonly string[]) => sql`${texts}`;
  const unknown = sql`cast(null as varchar)`;
  const word = sql`cast('a' as varchar)`;
  const values = sql`(values (1e0), (2e0), (4e0), (8e0), (cast(null as double))) as v(x)`;
  await agree((fn) => [
    fn.holdsAny(list('a', 'b'), ['b', 'c']),
    fn.holdsAny(list('a', 'b'), ['c']),
    fn.isEmpty(list('a')),
    fn.same(unknown, unknown),
    fn.same(unknown, word),
    fn.same(word, word),
    ...[0, 0.25, 0.5, 0.9, 1].map(
      (share) => sql`(select ${fn.quantile(sql`x`, share, sql`x > 1 or x is null`)} from ${values})`,
    ),
    sql`(select ${fn.quantile(sql`x`, 0.5, sql`x > 100`)} from ${values})`,
    sql`(select count(*) from ${fn.hours('2023-12-31T23:00:00Z', '2025-06-30T22:00:00Z')} h)`,
    sql`(select min(begins) from ${fn.hours('2023-12-31T23:00:00Z', '2025-06-30T22:00:00Z')} h)`,
    sql`(select max(begins) from ${fn.hours('2023-12-31T23:00:00Z', '2025-06-30T22:00:00Z')} h)`,
    ...[0.5, 5, 0, -0.25, 123456.789, 12345678, 12345678.25, -1e14].map((value) =>
      fn.text(sql`cast(${value} as double)`, 'number'),
    ),
  ]);
});
