/** A million records, a third of them broken in assorted ways, through the command line as a person uses it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrokenImport, importBroken } from '../../bench/memory.ts';
import { canMeasureTrees } from '../../bench/tree-memory.ts';
import { openWarehouse } from '../../src/warehouse/index.ts';

interface Imported {
  readonly files: readonly Readonly<
    Record<'records' | 'loaded' | 'duplicates' | 'quarantined' | 'excluded', number>
  >[];
}

let folder: string;
let broken: BrokenImport;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-broken-'));
  broken = await importBroken(folder, 1_000_000);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is too long for a test of the reader is not too long for the product: those records are loaded. */
function expected(): { readonly quarantined: number; readonly byCode: Readonly<Record<string, number>> } {
  const { too_long = 0, ...byCode } = broken.truth.byCode;
  return { quarantined: broken.truth.broken - too_long, byCode };
}

test('every record is loaded or set aside, and the sum is exact', () => {
  expect(broken.held.words).not.toContain('tidemark:');
  const [file] = (JSON.parse(broken.held.out) as Imported).files;
  const { quarantined, byCode } = expected();
  expect(file).toMatchObject({
    records: 1_000_000,
    loaded: 1_000_000 - quarantined,
    duplicates: 0,
    quarantined,
    excluded: 0,
    reasons: byCode,
  });
});

test('every record set aside has its reason, and at its place in the file it stands', async () => {
  const lines = readFileSync(join(folder, 'broken.csv'), 'latin1').split('\n');
  const warehouse = await openWarehouse({ path: join(folder, 'tidemark.duckdb'), readOnly: true });
  try {
    const aside = warehouse.db
      .selectFrom('set_aside')
      .select(['place', 'code', 'sentence', sql<string>`left(raw, 6)`.as('id')]);
    const astray: unknown[] = [];
    let seen = 0;
    for await (const rows of warehouse.stream(aside)) {
      seen += rows.length;
      for (const row of rows) {
        const there = lines[Number(row['place']) - 1]?.startsWith(String(row['id'])) ?? false;
        if (!there || !row['code'] || !row['sentence']) astray.push(row);
      }
    }
    expect([seen, astray]).toEqual([expected().quarantined, []]);
  } finally {
    await warehouse.close();
  }
});

test.skipIf(!canMeasureTrees)(
  'the program and the reader of the file together keep within 512 MB (Linux)',
  () => {
    expect(broken.held.mb).toBeLessThanOrEqual(512);
  },
);
