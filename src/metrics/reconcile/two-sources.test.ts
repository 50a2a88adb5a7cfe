import { afterEach, expect, test } from 'vitest';
import type { DuckDbWarehouse, Row } from '../../warehouse/index.ts';
import { warehouseWith } from '../../warehouse/testing.ts';
import type { Sides } from './two-sides.ts';
import { differenceRows, reconcileSources } from './two-sources.ts';

const opened: DuckDbWarehouse[] = [];
afterEach(async () => {
  for (const warehouse of opened.splice(0)) await warehouse.close();
});

const sides: Sides = { record: 'cases', a: 'desk', b: 'export', keys: { a: 'id', b: 'id' } };

/** A case of March, as the desk has it and as the export has it; null where it has none. */
async function world(
  pairs: Readonly<Record<string, readonly [Row | null, Row | null]>>,
  events: readonly Row[] = [],
) {
  const cases = Object.entries(pairs).flatMap(([id, [desk, file]]) => {
    const usual = { id, opened_at: '2025-03-10T09:00:00Z', customer_id: `c-${id}` };
    return [
      ...(desk === null ? [] : [{ ...usual, ...desk, source: 'desk' }]),
      ...(file === null ? [] : [{ ...usual, ...file, source: 'export' }]),
    ];
  });
  const warehouse = await warehouseWith({ cases, events });
  opened.push(warehouse);
  return warehouse;
}

const told = async (warehouse: DuckDbWarehouse) => {
  const { differences } = await reconcileSources(warehouse, sides);
  return differences.map(
    ({ where, column, reason, count }) => `${where} ${column ?? '–'} ${reason ?? '?'} ${count}`,
  );
};

test('what is the same on both sides is counted, and nothing else is said', async () => {
  const warehouse = await world({ a: [{}, {}], b: [{}, {}] });
  expect(await reconcileSources(warehouse, sides)).toMatchObject({
    a: { records: 2 },
    b: { records: 2 },
    both: 2,
    equal: 2,
    differences: [],
    unexplained: 0,
  });
});

test('a record that only one side has is explained by what is planted: deleted, merged, spam, duplicate, late, early', async () => {
  const late = { opened_at: '2025-04-20T09:00:00Z' };
  const early = { opened_at: '2025-01-02T09:00:00Z' };
  const warehouse = await world(
    {
      same: [{}, {}],
      gone: [{ left_out: 'deleted' }, null],
      spam: [{ left_out: 'spam' }, null],
      joined: [{}, null],
      twice: [{ customer_id: 'c-same' }, null],
      late: [late, null],
      early: [early, null],
      lost: [{ opened_at: '2025-03-10T09:00:00Z', customer_id: 'nobody' }, null],
      '0042': [{ customer_id: 'x' }, null],
      '42': [null, { customer_id: 'x' }],
      last: [{ opened_at: '2025-03-30T09:00:00Z' }, { opened_at: '2025-03-30T09:00:00Z' }],
    },
    [{ case_id: 'joined', at: '2025-03-11T09:00:00Z', kind: 'merged' }],
  );
  expect(await told(warehouse)).toEqual([
    'only_a – before_first 1',
    'only_a – deleted 1',
    'only_a – duplicate 1',
    'only_a – key_written_otherwise 1',
    'only_a – merged 1',
    'only_a – not_yet_loaded 1',
    'only_a – spam 1',
    'only_a – ? 1',
    'only_b – key_written_otherwise 1',
  ]);
  const { unexplained, both, a } = await reconcileSources(warehouse, sides);
  expect([unexplained, both, a.records]).toEqual([1, 2, 10]);
});

test('values differ by zone, by rounding, by spelling, by unit, by words, by version, by saying nothing, or nobody knows why', async () => {
  const version = (day: string) => ({ version_at: `2025-03-${day}T00:00:00Z` });
  const warehouse = await world({
    zone: [{ closed_at: '2025-03-12T09:00:00Z' }, { closed_at: '2025-03-12T10:00:00Z' }],
    rounded: [{ closed_at: '2025-03-12T09:00:40Z' }, { closed_at: '2025-03-12T09:00:00Z' }],
    odd: [{ closed_at: '2025-03-12T09:07:00Z' }, { closed_at: '2025-03-15T13:00:00Z' }],
    silent: [{ closed_at: '2025-03-12T09:00:00Z' }, {}],
    spelt: [{ team: 'Billing ' }, { team: 'billing' }],
    unit: [{ handle_s: 120 }, { handle_s: 2 }],
    words1: [{ category: 'Rechnung' }, { category: 'Invoice' }],
    words2: [{ category: 'Rechnung' }, { category: 'Invoice' }],
    version: [
      { ...version('10'), status: 'open' },
      { ...version('12'), status: 'closed' },
    ],
  });
  expect(await told(warehouse)).toEqual([
    'differs closed_at missing_in_b 1',
    'differs closed_at other_time_zone 1',
    'differs closed_at rounded 1',
    'differs closed_at ? 1',
    'differs category other_words 2',
    'differs status other_version 1',
    'differs team written_otherwise 1',
    'differs handle_s other_unit 1',
  ]);
  const rows = (await Array.fromAsync(differenceRows(warehouse, sides))).flat();
  expect(rows).toHaveLength(9);
  expect(rows.find(({ key }) => key === 'words1')).toMatchObject({
    a: 'Rechnung',
    b: 'Invoice',
    reason: 'other_words',
  });
});

test('records can be matched by an attribute on one side', async () => {
  const warehouse = await world({
    a: [{ attributes: JSON.stringify({ number: '17' }) }, null],
    '17': [null, {}],
  });
  const keyed = { ...sides, keys: { a: 'attributes.number', b: 'id' } };
  expect(await reconcileSources(warehouse, keyed)).toMatchObject({ both: 1 });
  await expect(reconcileSources(warehouse, { ...sides, keys: { a: 'number', b: 'id' } })).rejects.toThrow(
    'as the key',
  );
  await expect(reconcileSources(warehouse, { ...sides, b: 'exprot' })).rejects.toThrow(
    'did you mean "export"?',
  );
});

test('what the door set aside is named as such', async () => {
  const warehouse = await world({ same: [{}, {}], broken: [{ customer_id: 'z' }, null] });
  await warehouse.write(async (writer) => {
    const row = { load: 1, file: 1, source: 'export', place: 3, kind: 'quarantined', code: 'date_invalid' };
    const at = writer.functions.instant('2025-03-12T00:00:00Z');
    await writer.execute(writer.db.insertInto('set_aside').values({ ...row, raw: '{"id":"broken"}', at }));
  });
  expect(await told(warehouse)).toEqual(['only_a – set_aside 1']);
});
