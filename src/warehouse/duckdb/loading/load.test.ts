import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { parseMapping } from '../../../sources/mapping/read.ts';
import { mappedSelects } from '../../../sources/select/mapped-selects.ts';
import type { Loaded, StagedFile } from '../../loading.ts';
import { defaultFactSettings, type RefreshFacts } from '../../refresh-context.ts';
import { openWarehouse } from '../open.ts';
import { takeStock } from '../state.ts';
import type { DuckDbWarehouse } from '../warehouse.ts';

/** A case as a line of a file; `resolved` makes a second record, an event, where it is there. */
interface Line {
  readonly id: string;
  /** A day of January, or null where the source does not date its versions. */
  readonly version: number | null;
  readonly team: string;
  readonly resolved: boolean;
}

const mapping = parseMapping(
  `source: desk
files: '*.csv'
record: cases
key: id
columns: { opened_at: opened, version_at: version, team: team, resolved_at: resolved }
events: [resolved]
`,
  'desk.yaml',
);

const undated = parseMapping(
  `source: desk
files: '*.csv'
record: cases
key: id
columns: { opened_at: opened, team: team, resolved_at: resolved }
attributes: none
events: [resolved]
`,
  'undated.yaml',
);

const warehouses: DuckDbWarehouse[] = [];
afterEach(async () => {
  for (const warehouse of warehouses.splice(0)) await warehouse.close();
});

async function fresh(): Promise<DuckDbWarehouse> {
  const warehouse = await openWarehouse({ path: ':memory:', threads: 1 });
  warehouses.push(warehouse);
  return warehouse;
}

const names = ['id', 'opened', 'version', 'team', 'resolved'];
const day = (version: number): string => `2025-01-${String(version + 1).padStart(2, '0')} 00:00:00`;

let files = 0;
function staged(warehouse: DuckDbWarehouse, lines: readonly Line[], by = mapping): StagedFile {
  files += 1;
  const path = join(warehouse.stagingFolder, `file-${files}.csv`);
  const rows = lines.map(({ id, version, team, resolved }) =>
    [id, day(0), version === null ? '' : day(version), team, resolved ? day(20) : ''].join(','),
  );
  writeFileSync(path, `${[names.join(','), ...rows].join('\n')}\n`);
  const file = {
    file: path,
    records: lines.length,
    names,
    text: {
      path,
      delimiter: ',',
      quote: '"',
      header: true,
      columns: names.map((_, i) => `raw_${i}`),
      hasPlace: false,
    },
    rejected: { path: '', count: 0 },
    notes: ['by hand'],
  };
  const selects = (relation: string) => mappedSelects(by, file, relation, { place: '_place' });
  return { staged: file, source: 'desk', mapping: by.path, placed: false, selects };
}

const plainly = {
  settings: defaultFactSettings,
  refreshFacts: async () => undefined,
  judge: async () => undefined,
};

const load = (warehouse: DuckDbWarehouse, lines: readonly Line[], by = mapping): Promise<Loaded> =>
  warehouse.load({ ...plainly, files: [staged(warehouse, lines, by)] });

const version = async (warehouse: DuckDbWarehouse): Promise<string> => (await warehouse.state()).dataVersion;

const line = (id: string, team = 'a', rest: Partial<Line> = {}): Line => ({
  id,
  version: null,
  team,
  resolved: false,
  ...rest,
});

test('loading a file again changes nothing and counts every record as a duplicate', async () => {
  const warehouse = await fresh();
  const lines = [line('1'), line('2'), line('3', 'b', { resolved: true })];
  const first = await load(warehouse, lines);
  const before = await version(warehouse);
  const second = await load(warehouse, lines);
  expect(first.files[0]).toMatchObject({ records: 3, loaded: 3, duplicates: 0 });
  expect(second.files[0]).toMatchObject({ records: 3, loaded: 0, duplicates: 3, reasons: { identical: 3 } });
  expect(await version(warehouse)).toBe(before);
  expect((await warehouse.state()).counts).toEqual({ cases: 3, events: 1 });
});

test('a newer version replaces, an older one is a duplicate, whatever the order', async () => {
  const warehouse = await fresh();
  await load(warehouse, [line('1', 'new', { version: 5 })]);
  const older = await load(warehouse, [line('1', 'old', { version: 3 })]);
  expect(older.files[0]).toMatchObject({ loaded: 0, duplicates: 1, reasons: { older_version: 1 } });
  const newer = await load(warehouse, [line('1', 'newest', { version: 7 })]);
  expect(newer.files[0]).toMatchObject({ loaded: 1, duplicates: 0 });
  const rows = await warehouse.rows(warehouse.db.selectFrom('cases').select('team'));
  expect(rows).toEqual([{ team: 'newest' }]);
});

test('a row that no longer says when it was resolved takes the event away, and undoing brings it back', async () => {
  const warehouse = await fresh();
  await load(warehouse, [line('1', 'a', { version: 1, resolved: true })]);
  const before = await version(warehouse);
  await load(warehouse, [line('1', 'a', { version: 2 })]);
  expect((await warehouse.state()).counts).toEqual({ cases: 1 });
  await warehouse.undo(2, plainly);
  expect(await version(warehouse)).toBe(before);
});

test('a key that names many different records is refused, and nothing is loaded', async () => {
  const warehouse = await fresh();
  const lines = Array.from({ length: 40 }, (_, i) => line(String(i % 20), `team ${i}`));
  await expect(load(warehouse, lines, undated)).rejects.toMatchObject({ code: 'key_not_unique' });
  expect((await warehouse.state()).counts).toEqual({});
});

test('rows that cannot be are set aside with their line, their reason and their text', async () => {
  const warehouse = await fresh();
  const { staged: file, ...rest } = staged(warehouse, [line('1'), line('', 'b'), line('3')]);
  const loaded = await warehouse.load({ ...plainly, files: [{ ...rest, staged: file }] });
  expect(loaded.files[0]).toMatchObject({
    records: 3,
    loaded: 2,
    quarantined: 1,
    reasons: { key_missing: 1 },
  });
  const aside = await warehouse.rows(
    warehouse.db.selectFrom('set_aside').select(['place', 'kind', 'code', 'raw']),
  );
  expect(aside).toMatchObject([{ place: 3, kind: 'quarantined', code: 'key_missing' }]);
  expect(JSON.parse(String(aside[0]?.['raw']))).toMatchObject({ team: 'b' });
});

test('a file of which the engine reads another number of rows is not loaded', async () => {
  const warehouse = await fresh();
  const taken = staged(warehouse, [line('1'), line('2')]);
  const wrong = { ...taken, staged: { ...taken.staged, records: 3 } };
  await expect(warehouse.load({ ...plainly, files: [wrong] })).rejects.toMatchObject({
    name: 'CountsDiffer',
    file: 1,
  });
  expect((await warehouse.state()).counts).toEqual({});
});

const someLine = fc.record({
  id: fc.constantFrom('1', '2', '3', '4'),
  version: fc.integer({ min: 0, max: 5 }),
  team: fc.constantFrom('a', 'b'),
  resolved: fc.boolean(),
});
const dated = fc.array(someLine, { minLength: 1, maxLength: 6 });
/** Sources that do not date their versions: one line a key in a file, since the last one of many would win. */
const undatedLines = fc.uniqueArray(
  someLine.map((each) => ({ ...each, version: null })),
  {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 4,
  },
);
/** One content for a version of a record, as sources that date their versions have. */
const consistent = (lines: readonly Line[]): Line[] =>
  lines.map((each) => ({
    ...each,
    team: (each.version ?? 0) % 2 === 0 ? 'a' : 'b',
    resolved: (each.version ?? 0) % 3 === 0,
  }));

test('what a load changes is counted as if everything were counted again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(dated.map(consistent), { minLength: 2, maxLength: 4 }), async (loads) => {
      const warehouse = await fresh();
      for (const lines of loads) {
        await load(warehouse, lines);
        const { dataVersion, dataFrom, dataThrough, counts } = await warehouse.state();
        await warehouse.write((writer) => takeStock(writer));
        expect(await warehouse.state()).toEqual({ dataVersion, dataFrom, dataThrough, counts });
      }
    }),
    { numRuns: 15 },
  );
});

test('the law holds for every file of every load', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(dated.map(consistent), { minLength: 1, maxLength: 3 }), async (loads) => {
      const warehouse = await fresh();
      for (const lines of loads) {
        const {
          files: [counts],
        } = await load(warehouse, lines);
        expect(counts).toBeDefined();
        if (counts === undefined) return;
        expect(counts.loaded + counts.duplicates + counts.quarantined + counts.excluded).toBe(lines.length);
      }
    }),
    { numRuns: 5 },
  );
});

test('dated versions give the same warehouse in any order, split into any loads', async () => {
  await fc.assert(
    fc.asyncProperty(
      dated.map(consistent).chain((lines) =>
        fc.record({
          lines: fc.constant(lines),
          shuffled: fc.shuffledSubarray(lines, { minLength: lines.length }),
          cut: fc.integer({ min: 0, max: lines.length }),
        }),
      ),
      async ({ lines, shuffled, cut }) => {
        const one = await fresh();
        await load(one, lines);
        const other = await fresh();
        for (const part of [shuffled.slice(0, cut), shuffled.slice(cut), shuffled.slice(0, 1)])
          if (part.length > 0) await load(other, part);
        expect(await version(other)).toBe(await version(one));
      },
    ),
    { numRuns: 6 },
  );
});

for (const [name, lines, by] of [
  ['dated', dated.map(consistent), mapping],
  ['undated', undatedLines, undated],
] as const) {
  test(`undoing any load of ${name} versions leaves what the others alone would have left`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(lines, { minLength: 2, maxLength: 4 }), fc.nat(), async (loads, pick) => {
        const undone = (pick % loads.length) + 1;
        const all = await fresh();
        for (const each of loads) await load(all, each, by);
        await all.undo(undone, plainly);
        const others = await fresh();
        for (const each of loads.filter((_, index) => index + 1 !== undone)) await load(others, each, by);
        expect(await version(all)).toBe(await version(others));
      }),
      { numRuns: 6 },
    );
  });
}

test('a load that fails while all facts are made leaves nothing but its number in the books', async () => {
  const warehouse = await fresh();
  const failing: RefreshFacts = async (context) => {
    await context.beside?.(async ({ first }) => first.execute('create table halfway as select 1 as one'));
    throw new Error('no power');
  };
  const order = { ...plainly, refreshFacts: failing, files: [staged(warehouse, [line('1')])] };
  await expect(warehouse.load(order)).rejects.toThrow('no power');
  expect((await warehouse.state()).counts).toEqual({});
  const books = warehouse.db
    .selectFrom('loads')
    .select(['load', sql<boolean>`undone_at is null`.as('stands')]);
  expect(await warehouse.rows(books)).toEqual([{ load: 1, stands: false }]);
  await load(warehouse, [line('1')]);
  expect((await warehouse.state()).counts).toEqual({ cases: 1 });
});
