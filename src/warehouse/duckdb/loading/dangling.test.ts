import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMapping } from '../../../sources/mapping/read.ts';
import { mappedSelects } from '../../../sources/select/mapped-selects.ts';
import type { StagedFile } from '../../loading.ts';
import { defaultFactSettings } from '../../refresh-context.ts';
import { openWarehouse } from '../open.ts';
import type { DuckDbWarehouse } from '../warehouse.ts';
import { noteDangling } from './dangling.ts';

type Kind = 'cases' | 'messages' | 'customers';

const mappings: Readonly<Record<Kind, string>> = {
  cases: 'columns: { opened_at: { value: "2025-01-01T00:00:00Z" }, customer_id: names }',
  messages: 'columns: { at: { value: "2025-01-01T00:00:00Z" }, case_id: names }',
  customers: 'columns: { segment: names }',
};

interface Brought {
  readonly kind: Kind;
  /** Ids and what each names. */
  readonly rows: Readonly<Record<string, string>>;
}

let files = 0;
function staged({ stagingFolder }: DuckDbWarehouse, { kind, rows }: Brought): StagedFile {
  files += 1;
  const path = join(stagingFolder, `file-${files}.csv`);
  const lines = Object.entries(rows).map((pair) => pair.join(','));
  writeFileSync(path, `id,names\n${lines.join('\n')}\n`);
  const mapping = parseMapping(
    `source: desk\nfiles: '*.csv'\nrecord: ${kind}\nkey: id\n${mappings[kind]}\n`,
    `${kind}.yaml`,
  );
  const text = {
    path,
    delimiter: ',',
    quote: '"',
    header: true,
    columns: ['raw_0', 'raw_1'],
    hasPlace: false,
  };
  const rejected = { path: '', count: 0 };
  const file = { file: path, records: lines.length, names: ['id', 'names'], text, rejected, notes: [] };
  const selects = (relation: string) => mappedSelects(mapping, file, relation, { place: '_place' });
  return { staged: file, source: 'desk', mapping: mapping.path, placed: false, selects };
}

const plainly = {
  settings: defaultFactSettings,
  refreshFacts: async () => undefined,
  judge: async () => undefined,
};

const load = (warehouse: DuckDbWarehouse, ...brought: readonly Brought[]) =>
  warehouse.load({ ...plainly, files: brought.map((each) => staged(warehouse, each)) });

const dangling = async (warehouse: DuckDbWarehouse) =>
  (await warehouse.rows(warehouse.db.selectFrom('dangling').select(['record', 'column', 'ref', 'rows'])))
    .map(({ record, column, ref, rows }) => `${record}.${column} ${ref}: ${rows}`)
    .sort();

test('a message without its case is counted, and no longer once the case comes', async () => {
  const warehouse = await openWarehouse({ path: ':memory:', threads: 1 });
  await load(warehouse, { kind: 'messages', rows: { m1: 'a', m2: 'a', m3: 'b', m4: '0' } });
  expect(await dangling(warehouse)).toEqual(['messages.case_id a: 2', 'messages.case_id b: 1']);
  const { load: second } = await load(warehouse, { kind: 'cases', rows: { a: '' } });
  expect(await dangling(warehouse)).toEqual(['messages.case_id b: 1']);
  await warehouse.undo(second, plainly);
  expect(await dangling(warehouse)).toEqual(['messages.case_id a: 2', 'messages.case_id b: 1']);
  await warehouse.close();
});

test('a customer is only missed where the source lists customers at all', async () => {
  const warehouse = await openWarehouse({ path: ':memory:', threads: 1 });
  await load(warehouse, { kind: 'cases', rows: { a: 'anna', b: 'bea' } });
  expect(await dangling(warehouse)).toEqual([]);
  await load(warehouse, { kind: 'customers', rows: { anna: '' } });
  expect(await dangling(warehouse)).toEqual(['cases.customer_id bea: 1']);
  await warehouse.close();
});

const ids = fc.constantFrom('a', 'b', 'c', 'd');
const anyLoad = fc.record({
  kind: fc.constantFrom<Kind>('cases', 'messages', 'customers'),
  rows: fc.dictionary(ids, ids, { minKeys: 1, maxKeys: 4 }),
});
const anyLoads = fc.array(anyLoad, { minLength: 1, maxLength: 5 });

test('counting load by load comes to the same as counting once', async () => {
  await fc.assert(
    fc.asyncProperty(anyLoads, async (loads) => {
      const warehouse = await openWarehouse({ path: ':memory:', threads: 1 });
      try {
        for (const each of loads) await load(warehouse, each);
        const kept = await dangling(warehouse);
        await warehouse.write((writer) => noteDangling(writer, 0, { all: true }));
        expect(kept).toEqual(await dangling(warehouse));
      } finally {
        await warehouse.close();
      }
    }),
    { numRuns: 25 },
  );
});
