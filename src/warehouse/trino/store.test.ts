import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sharedFolder } from './store.ts';

const made = () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-store-'));
  const own = mkdtempSync(join(tmpdir(), 'tidemark-own-'));
  return { folder, own, store: sharedFolder({ root: 'local:///desk', folder }) };
};

test('a file is put where the cluster finds it, and fetched by the name that the cluster gives it', async () => {
  const { folder, own, store } = made();
  writeFileSync(join(own, 'a.parquet'), 'rows');
  await store.put(join(own, 'a.parquet'), 'cases/data/load-1/rows.parquet');
  expect(readFileSync(join(folder, 'cases/data/load-1/rows.parquet'), 'utf8')).toBe('rows');
  await store.fetch('local:///desk/cases/data/load-1/rows.parquet', join(own, 'b.parquet'));
  expect(readFileSync(join(own, 'b.parquet'), 'utf8')).toBe('rows');
});

test('clearing takes everything below a name away, and nothing is no error', async () => {
  const { folder, own, store } = made();
  writeFileSync(join(own, 'a.parquet'), 'rows');
  await store.put(join(own, 'a.parquet'), 'desk_work/keys/rows.parquet');
  await store.clear('desk_work');
  await store.clear('desk_work');
  expect(existsSync(join(folder, 'desk_work'))).toBe(false);
});

test('a file that lies elsewhere is not looked for here', async () => {
  const { own, store } = made();
  expect(() => store.fetch('local:///other/cases/rows.parquet', join(own, 'c'))).toThrow('not below');
});
