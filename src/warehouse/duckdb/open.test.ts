import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWarehouse } from './open.ts';
import { toProblem } from './problems.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-open-'));
  path = join(folder, 'house.duckdb');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What another process is told that opens the same file. */
function elsewhere(readOnly: boolean): string {
  const script = `
    const { openWarehouse } = await import(${JSON.stringify(new URL('./open.ts', import.meta.url).href)});
    try {
      const warehouse = await openWarehouse({ path: ${JSON.stringify(path)}, readOnly: ${readOnly} });
      await warehouse.close();
      console.log('opened');
    } catch (error) { console.log(error.code, error.message); }`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script]).stdout.toString();
}

test('one process owns the file; another is told which one', async () => {
  const warehouse = await openWarehouse({ path });
  expect(elsewhere(false)).toContain(`warehouse_busy ${path}: process ${process.pid} is using it`);
  expect(elsewhere(true)).toContain('warehouse_busy');
  await expect(openWarehouse({ path })).rejects.toMatchObject({ code: 'warehouse_busy' });
  await warehouse.close();
  expect(elsewhere(false)).toBe('opened\n');
});

test('several processes may read', async () => {
  await (await openWarehouse({ path })).close();
  const one = await openWarehouse({ path, readOnly: true });
  const other = await openWarehouse({ path, readOnly: true });
  expect(elsewhere(true)).toBe('opened\n');
  await expect(openWarehouse({ path })).rejects.toMatchObject({ code: 'warehouse_busy' });
  await one.close();
  await other.close();
});

test('only its owner may read the file, and closing leaves nothing beside it', async () => {
  const warehouse = await openWarehouse({ path });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await warehouse.close();
  expect(readdirSync(folder)).toEqual(['house.duckdb']);
});

test('what a process that died has left in staging is cleared by the next owner', async () => {
  const first = await openWarehouse({ path });
  writeFileSync(join(first.stagingFolder, 'left.csv'), 'personal');
  await first.close();
  expect(existsSync(join(first.stagingFolder, 'left.csv'))).toBe(true);
  const next = await openWarehouse({ path });
  expect(readdirSync(next.stagingFolder)).toEqual([]);
  await next.close();
});

test('a file of a newer version, a file that is no warehouse and a missing one are refused with a sentence', async () => {
  const warehouse = await openWarehouse({ path });
  await warehouse.write((writer) => writer.execute("insert into migrations values (999, 'later', now())"));
  await warehouse.close();
  await expect(openWarehouse({ path })).rejects.toMatchObject({ code: 'warehouse_newer' });
  await expect(openWarehouse({ path })).rejects.toMatchObject({ code: 'warehouse_newer' });
  const text = join(folder, 'text.duckdb');
  writeFileSync(text, 'hello '.repeat(3000));
  await expect(openWarehouse({ path: text })).rejects.toMatchObject({ code: 'warehouse_unreadable' });
  await expect(openWarehouse({ path: join(folder, 'none.duckdb'), readOnly: true })).rejects.toMatchObject({
    code: 'warehouse_missing',
  });
});

test('a full disk is a problem of its own, with exit code 3', () => {
  const said = [
    'IO Error: Could not write file "x.duckdb": No space left on device',
    "Out of Memory Error: failed to offload data block (0 bytes used). This limit was set by the 'max_temp_directory_size' setting.",
  ];
  for (const message of said)
    expect(toProblem(new Error(message), path)).toMatchObject({ code: 'disk_full', exitCode: 3 });
});

test('the hash that data versions are made of is the one of this engine', async () => {
  const warehouse = await openWarehouse({ path: ':memory:' });
  const query = sql`select hash('tidemark', null, 1.5::double, timestamptz '2025-01-01 00:00:00+00')::varchar as hash`;
  expect(await warehouse.rows({ compile: () => query.compile(warehouse.db) })).toMatchInlineSnapshot(`
    [
      {
        "hash": "1820997891099611431",
      },
    ]
  `);
  await warehouse.close();
});
