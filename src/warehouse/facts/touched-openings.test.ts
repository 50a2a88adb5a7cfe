import { expect, test } from 'vitest';
import { closeTouched, endTouching, startTouching, touchNamed } from '../duckdb/loading/touched.ts';
import { endWrite } from '../duckdb/refresh.ts';
import { defaultFactSettings } from '../index.ts';
import { type SomeRecords, warehouseWith } from '../testing.ts';
import { dataReach, march } from './facts-of.ts';
import { everyFact } from './fixture-loads.ts';
import { refreshFacts } from './refresh.ts';

const days = [4, 5, 6, 7, 8, 9, 10, 11];

/** One case of many is opened on this day; another source has a case of the same name. */
const desk = (day: number): SomeRecords => ({
  cases: [
    { id: 'moved', opened_at: march(day) },
    { id: 'moved', source: 'shop', opened_at: march(3), customer_id: 'k' },
    ...days.map((each) => ({ id: `c${each}`, opened_at: march(each), customer_id: `k${each}` })),
    dataReach(20),
  ],
  messages: [
    ...['desk', 'shop'].map((source) => ({ id: `m-${source}`, source, case_id: 'moved' })),
    ...days.map((each) => ({ id: `m${each}`, case_id: `c${each}` })),
  ].map((row, at) => ({ ...row, at: march(12 + (at % 3)), author_kind: 'customer' })),
  events: [{ id: 'e', case_id: 'c5', at: march(13), kind: 'resolved' }],
});

/** The case moves from the 3rd to the 5th, and nothing else is touched. */
async function moved(before: readonly string[] = []): Promise<unknown> {
  const warehouse = await warehouseWith(desk(3));
  await warehouse.write(async (writer) => {
    for (const statement of before) await writer.execute(statement);
    await writer.execute(`update cases set opened_at = '${march(5)}' where source = 'desk' and id = 'moved'`);
    await startTouching(writer);
    await writer.execute(`insert into changed_cases values ('desk', 'moved')`);
    await touchNamed(writer);
    const all = await closeTouched(writer);
    expect(all).toBe(false);
    await endWrite(writer, { kinds: ['cases'], all, settings: defaultFactSettings, refreshFacts });
    await endTouching(writer);
  });
  return await everyFact(warehouse);
}

const atOnce = async (): Promise<unknown> => await everyFact(await warehouseWith(desk(5)));

test('a case that is opened at another time now loses the facts of before, and its namesake keeps its own', async () => {
  expect(await moved()).toEqual(await atOnce());
});

test('facts that were made before they held an opening are found by their keys', async () => {
  const forget = ['turn_facts', 'message_facts'].map(
    (fact) => `update ${fact} set opened_at = null where case_id = 'moved' and source = 'desk'`,
  );
  expect(await moved(forget)).toEqual(await atOnce());
});
