import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultFactSettings, type FactName, type FactSettings, openWarehouse } from '../index.ts';
import { type SomeRecords, warehouseWith } from '../testing.ts';
import { march } from './facts-of.ts';
import { everyFact, load, loaded } from './fixture-loads.ts';
import { type Arrival, others, worldSettings as settings, world } from './fixture-worlds.ts';
import { refreshFacts } from './refresh.ts';

test('the facts do not depend on the order of arrival, on how many loads bring the records, nor on repetitions', {
  timeout: 300_000,
}, async () => {
  const shuffled = world.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray([...all], { minLength: all.length }),
      fc.nat({ max: all.length }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([all, order, cut]) => {
      const atOnce = await everyFact(await loaded([[...others, ...all]]));
      const inParts = await everyFact(
        await loaded([others, order.slice(0, cut), order.slice(cut)], { repeated: order.slice(0, 5) }),
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

test('no clock of a case runs on while its last resolution stands', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (records) => {
      const warehouse = await loaded([[...others, ...records]]);
      const stopped = warehouse.db
        .selectFrom('running_clocks as r')
        .innerJoin('case_facts as f', (join) =>
          join.onRef('f.id', '=', 'r.case_id').onRef('f.source', '=', 'r.source'),
        )
        .select(['r.case_id', 'r.what'])
        .where('f.last_resolved_at', 'is not', null)
        .where('r.what', 'not like', 'turn %');
      expect(await warehouse.rows(stopped)).toEqual([]);
      await warehouse.close();
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

/** Made again one case after the other: where the rows of each fact then lie. */
async function laid(records: SomeRecords, fact: FactName): Promise<readonly string[]> {
  const warehouse = await warehouseWith(records);
  const rows = await warehouse.write(async (writer) => {
    await refreshFacts({
      ...writer,
      execute: async (statement) => void (await writer.execute(statement)),
      touched: { all: true },
      dataThrough: march(30),
      dataThroughBefore: march(30),
      settings: defaultFactSettings,
      batchCases: 1,
    });
    return await writer.rows(`select id from ${fact} order by rowid`);
  });
  await warehouse.close();
  return rows.map(({ id }) => String(id));
}

test('facts come to lie by the opening of their cases, whatever the order of the records', async () => {
  const days = [20, 3, 11, 28, 7, 15];
  const cases = days.map((day) => ({ id: `c${day}`, opened_at: march(day) }));
  for (const fact of ['case_facts', 'stages', 'ask_facts'] as const)
    expect(await laid({ cases }, fact)).toEqual(['c3', 'c7', 'c11', 'c15', 'c20', 'c28']);
});

test('those of cases that go on lie behind those of which the log or the table tells an end', async () => {
  const cases = [
    { id: 'open', opened_at: march(1) },
    { id: 'solved', opened_at: march(2) },
    { id: 'shut', opened_at: march(3), closed_at: march(4) },
    { id: 'new', opened_at: march(6) },
  ];
  const events = [{ id: 'e', case_id: 'solved', at: march(5), kind: 'resolved' }];
  expect(await laid({ cases, events }, 'case_facts')).toEqual(['solved', 'shut', 'open', 'new']);
});
