import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RecordKind, recordKinds, type SlaTargetName, slaTargets } from '../../model/index.ts';
import { closeTouched, endTouching, startTouching, touchLoad } from '../duckdb/loading/touched.ts';
import { endWrite } from '../duckdb/refresh.ts';
import {
  type DuckDbWarehouse,
  defaultFactSettings,
  type FactSettings,
  factNames,
  openWarehouse,
  type Row,
  type Writer,
} from '../index.ts';
import { recordColumns } from '../record-columns.ts';
import { warehouseWith } from '../testing.ts';
import { march } from './facts-of.ts';
import { refreshFacts } from './refresh.ts';

const settings: FactSettings = {
  ...defaultFactSettings,
  calendars: [
    {
      name: 'second',
      calendar: { zone: 'America/New_York', hours: { mon: ['08:00-20:00'] }, holidays: [] },
      where: { team: ['second'] },
    },
    {
      name: 'company',
      calendar: {
        zone: 'Europe/Rome',
        hours: { mon: ['09:00-13:00', '14:00-18:00'], tue: ['22:00-02:00'] },
        holidays: [],
      },
      where: {},
    },
  ],
  sla: {
    atRisk: 0.5,
    policies: [
      {
        name: 'any',
        where: {},
        validFrom: null,
        validTo: null,
        targets: (Object.keys(slaTargets) as SlaTargetName[]).map((target, i) => ({
          target,
          within: i % 2 === 0 ? { urgent: 3600, low: 86_400 } : 40_000,
          clock: i % 3 === 0 ? ('calendar' as const) : ('business' as const),
          pauseWhile: i % 2 === 0 ? (['pending'] as const) : [],
        })),
      },
    ],
  },
};

interface Arrival {
  readonly kind: RecordKind;
  readonly row: Row;
}

/**
 * Loads records one batch after the other, each as a load does it: only what it touches is made again. The last load also
 * brings some records once more.
 */
async function loaded(
  batches: readonly (readonly Arrival[])[],
  repeated: readonly Arrival[] = [],
): Promise<DuckDbWarehouse> {
  const warehouse = await openWarehouse({ path: ':memory:', threads: 1 });
  for (const [index, batch] of batches.entries())
    await warehouse.write((writer) =>
      load(writer, index, batch, index + 1 === batches.length ? repeated : []),
    );
  return warehouse;
}

async function load(
  writer: Writer,
  number: number,
  batch: readonly Arrival[],
  repeated: readonly Arrival[] = [],
): Promise<void> {
  await startTouching(writer);
  for (const [kind, arrived] of Map.groupBy(batch, (arrival) => arrival.kind)) {
    const empty = Object.fromEntries(Object.keys(recordColumns(kind)).map((name) => [name, null]));
    const rows = arrived.map(({ row }) => ({
      ...empty,
      source: 'desk',
      ...row,
      _load: number,
      _file: 0,
      _place: 0,
    }));
    await writer.execute(writer.db.insertInto(kind).values(rows));
  }
  for (const { kind, row } of repeated)
    await writer.execute(`insert into ${kind}_repeats values ('desk', '${row.id}', 0, 0, ${number}, 0, 0)`);
  await touchLoad(writer, number);
  const all = await closeTouched(writer);
  await endWrite(writer, { kinds: recordKinds, all, settings, refreshFacts });
  await endTouching(writer);
}

async function everyFact(warehouse: DuckDbWarehouse): Promise<unknown> {
  const found: Record<string, unknown> = {};
  for (const name of factNames)
    found[name] = await warehouse.rows(warehouse.db.selectFrom(name).selectAll().orderBy('id'));
  await warehouse.close();
  return found;
}

/** Few instants, so that many things happen in the same one. */
const instant = fc
  .integer({ min: 0, max: 30 })
  .map((half) => new Date(Date.UTC(2025, 2, 3, 6 + half * 4)).toISOString());
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 });
const one = (...words: string[]) => fc.constantFrom(...words);
const caseId = one('c0', 'c1', 'c2', 'c3', 'orphan');
const kinds: Readonly<Record<string, fc.Arbitrary<Row>>> = {
  cases: fc.record({
    opened_at: instant,
    customer_id: maybe(one('k0', 'k1', '0')),
    category: maybe(one('billing', 'delivery')),
    origin: maybe(one('customer', 'agent')),
    priority: maybe(one('urgent', 'low')),
    status: maybe(one('open', 'pending', 'closed')),
    team: maybe(one('first', 'second')),
    owner_id: maybe(one('anna', 'otto')),
    first_response_at: maybe(instant),
    resolved_at: maybe(instant),
    reopened_at: maybe(instant),
    closed_at: maybe(instant),
  }),
  events: fc.record({
    case_id: caseId,
    at: instant,
    sequence: maybe(fc.integer({ min: 1, max: 2 })),
    kind: one(
      'opened',
      'assigned',
      'team_changed',
      'status_changed',
      'resolved',
      'reopened',
      'closed',
      'merged',
    ),
    from_value: maybe(one('first', 'anna')),
    to_value: maybe(one('second', 'otto', 'open', 'pending', 'resolved', 'c1')),
    actor_id: maybe(one('anna', 'otto')),
    actor_kind: maybe(one('agent', 'system')),
  }),
  messages: fc.record({
    case_id: caseId,
    at: instant,
    author_id: maybe(one('anna', 'otto', 'k0')),
    author_kind: maybe(one('agent', 'customer', 'bot')),
    direction: maybe(one('inbound', 'outbound', 'internal')),
    body: maybe(one('thanks', 'and now?')),
  }),
  interactions: fc.record({
    case_id: maybe(caseId),
    arrived_at: instant,
    answered_at: maybe(instant),
    outcome: maybe(one('answered', 'abandoned_in_queue')),
    agent_id: maybe(one('anna', 'otto')),
  }),
  surveys: fc.record({
    kind: one('csat'),
    case_id: maybe(caseId),
    score: maybe(fc.integer({ min: 1, max: 5 })),
    sent_at: instant,
  }),
  customers: fc.record({ segment: maybe(one('home', 'business')) }),
};

const arrivals = (kind: string, ids: readonly string[]): fc.Arbitrary<Arrival[]> =>
  fc
    .tuple(
      ...ids.map((id) =>
        (kinds[kind] ?? fc.constant({})).map((row) => ({ kind: kind as RecordKind, row: { ...row, id } })),
      ),
    )
    .map((found) => [...found]);
const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${i}`);

const world = fc
  .tuple(
    arrivals('cases', numbered('c', 4)),
    arrivals('events', numbered('e', 12)),
    arrivals('messages', numbered('m', 8)),
    arrivals('interactions', numbered('i', 3)),
    arrivals('surveys', numbered('s', 3)),
    arrivals('customers', numbered('k', 2)),
  )
  .map((parts) => parts.flat());

/** Other people's cases, so many that a batch touches only a small part. */
const others: readonly Arrival[] = numbered('x', 40).map((id) => ({
  kind: 'cases',
  row: { id, opened_at: '2025-03-03T09:00:00Z', customer_id: `customer of ${id}` },
}));

test('the facts do not depend on the order of arrival, on how many loads bring the records, nor on repetitions', {
  timeout: 300_000,
}, async () => {
  const shuffled = world.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.nat({ max: all.length }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([all, order, cut]) => {
      const atOnce = await everyFact(await loaded([[...others, ...all]]));
      const inParts = await everyFact(
        await loaded([others, order.slice(0, cut), order.slice(cut)], order.slice(0, 5)),
      );
      expect(inParts).toEqual(atOnce);
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

/** Business seconds to resolution at the end of the data, of the cases loaded under the first settings. */
async function secondsUnder(changed: FactSettings, restate: boolean): Promise<readonly unknown[]> {
  const now = new Date('2025-03-04T12:00:00Z');
  const warehouse = await openWarehouse({ path: ':memory:', threads: 1, now: () => now });
  await warehouse.write((writer) => load(writer, 0, others));
  const end: Arrival = {
    kind: 'cases',
    row: { id: 'late', opened_at: '2025-03-11T09:00:00Z', left_out: 'test' },
  };
  await warehouse.write((writer) => load(writer, 1, [end]));
  await warehouse.remake({ settings: changed, refreshFacts, restate });
  const facts = warehouse.db
    .selectFrom('case_facts')
    .select('resolution_business_s')
    .where('left_out', 'is', null);
  const rows = await warehouse.rows(facts.distinct());
  await warehouse.close();
  return rows.map((row) => row.resolution_business_s);
}

const short = { zone: 'UTC', hours: { mon: ['09:00-10:00'] }, holidays: [] };
const shorter: FactSettings = { ...settings, calendars: [{ name: 'company', calendar: short, where: {} }] };

test('hours that are changed count from today on, and for all cases', async () => {
  // 3 March 09:00 UTC to 11 March 09:00: 7 hours of the old Monday, then 1 hour of the new one on the 10th.
  expect(await secondsUnder(shorter, false)).toEqual([(7 + 1) * 3600]);
});

test('restated, they count for all time', async () => {
  expect(await secondsUnder(shorter, true)).toEqual([2 * 3600]);
});

test('facts come to lie by the opening of their cases, whatever the order of the records', async () => {
  const days = [20, 3, 11, 28, 7, 15];
  const cases = days.map((day) => ({ id: `c${day}`, opened_at: march(day) }));
  const warehouse = await warehouseWith({ cases });
  await warehouse.write((writer) =>
    refreshFacts({
      ...writer,
      execute: async (statement) => void (await writer.execute(statement)),
      touched: { all: true },
      dataThrough: march(30),
      dataThroughBefore: march(30),
      settings: defaultFactSettings,
      batchCases: 1,
    }),
  );
  for (const fact of ['case_facts', 'stages', 'ask_facts'] as const) {
    const rows = await warehouse.write((writer) => writer.rows(`select id from ${fact} order by rowid`));
    expect(rows.map(({ id }) => String(id).split('/')[0])).toEqual(['c3', 'c7', 'c11', 'c15', 'c20', 'c28']);
  }
  await warehouse.close();
});
