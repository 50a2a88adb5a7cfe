import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { problemOf } from '../../model/fixture-problem.ts';
import { type Storage, storage } from './fixture-bucket.ts';
import { s3Store } from './s3-store.ts';
import type { Store } from './store.ts';

let there: Storage | null = null;
beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'tide');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'mark');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await there?.close();
  there = null;
});

const folder = mkdtempSync(join(tmpdir(), 'tidemark-bucket-'));
const fileWith = (bytes: string | Buffer): string => {
  const path = join(folder, crypto.randomUUID());
  writeFileSync(path, bytes);
  return path;
};

const storeAt = (endpoint: string, { root = 's3://lake/desk', silence = 20_000 } = {}): Promise<Store> =>
  s3Store({ root, endpoint, region: null, pathStyle: null }, { waits: { connecting: 2000, silence } });

async function made(options: Parameters<typeof storage>[0] = {}) {
  const bucket = await storage(options);
  there = bucket;
  return { bucket, store: await storeAt(bucket.url) };
}

test('a file is put where the cluster finds it, and fetched by the name that the cluster gives it', async () => {
  const { bucket, store } = await made();
  await store.put(fileWith('rows'), 'cases/data/load-1/rows.parquet');
  expect(bucket.files.get('desk/cases/data/load-1/rows.parquet')?.toString()).toBe('rows');
  const copy = join(folder, 'copy');
  await store.fetch('s3://lake/desk/cases/data/load-1/rows.parquet', copy);
  expect(readFileSync(copy, 'utf8')).toBe('rows');
});

test('a bucket without a prefix is a place as well', async () => {
  const { bucket } = await made();
  const store = await storeAt(bucket.url, { root: 's3://lake' });
  await store.put(fileWith('rows'), 'cases/rows.parquet');
  expect([...bucket.files.keys()]).toEqual(['cases/rows.parquet']);
  await store.clear('cases');
  expect(bucket.files.size).toBe(0);
});

test('a large file goes in parts, and is whole', async () => {
  const { bucket, store } = await made();
  const large = Buffer.alloc(33 * 2 ** 20, 'abc');
  await store.put(fileWith(large), 'large');
  expect(bucket.files.get('desk/large')?.equals(large)).toBe(true);
  expect(bucket.asked).toEqual([
    'BEGIN desk/large',
    ...[1, 2, 3].map((part) => `PART ${part} of desk/large`),
    'COMPLETE desk/large',
  ]);
});

test('parts of a file that does not come to its end are taken back', async () => {
  const { bucket, store } = await made({
    refuse: (asked) => (asked.startsWith('PART 2') ? { status: 403, code: 'AccessDenied' } : null),
  });
  const told = await problemOf(store.put(fileWith(Buffer.alloc(17 * 2 ** 20)), 'large'));
  expect(told.code).toBe('bucket_denied');
  expect(bucket.asked.at(-1)).toBe('ABORT desk/large');
  expect(bucket.files.size).toBe(0);
});

test('clearing goes through every page, and takes nothing that only begins with the same letters', async () => {
  const { bucket, store } = await made({ page: 2 });
  for (const name of ['desk_work/a', 'desk_work/b/c', 'desk_work/d', 'desk_work/e', 'desk_work/f'])
    bucket.files.set(`desk/${name}`, Buffer.of());
  const others = ['desk/desk_work2/a', 'desk/desk', 'desk2/desk_work/a', 'desk_work/a', 'desk/desk_work'];
  for (const name of others) bucket.files.set(name, Buffer.of());
  await store.clear('desk_work');
  expect([...bucket.files.keys()].sort()).toEqual([...others].sort());
  expect(bucket.asked.filter((asked) => asked.startsWith('DELETE'))).toEqual([
    'DELETE 2',
    'DELETE 2',
    'DELETE 1',
  ]);
  await store.clear('desk_work');
});

test('a file that lies elsewhere is not looked for here', async () => {
  const { store } = await made();
  expect(() => store.fetch('s3://lake/desk2/rows.parquet', join(folder, 'c'))).toThrow('not below');
});

test('an answer that breaks off is asked for again', async () => {
  let times = 0;
  const { bucket, store } = await made({
    refuse: (asked) => (asked.startsWith('GET') && ++times < 3 ? 'broken' : null),
  });
  bucket.files.set('desk/rows', Buffer.from('rows'));
  const copy = join(folder, 'again');
  await store.fetch('s3://lake/desk/rows', copy);
  expect(readFileSync(copy, 'utf8')).toBe('rows');
  expect(times).toBe(3);
});

test('storage that is overtaxed for a moment is asked again', async () => {
  let times = 0;
  const { bucket, store } = await made({
    refuse: () => (++times < 3 ? { status: 503, code: 'SlowDown' } : null),
  });
  await store.put(fileWith('rows'), 'rows');
  expect(bucket.files.has('desk/rows')).toBe(true);
});

test.each([
  ['InvalidAccessKeyId', 403, 'bucket_sign_in', 'AWS_ACCESS_KEY_ID'],
  ['SignatureDoesNotMatch', 403, 'bucket_sign_in', 'AWS_SECRET_ACCESS_KEY'],
  ['ExpiredToken', 400, 'bucket_sign_in', 'does not accept the keys'],
  ['AccessDenied', 403, 'bucket_denied', 'list, read, write and delete'],
  ['NoSuchBucket', 404, 'bucket_missing', 'has no bucket "lake"'],
  ['AuthorizationHeaderMalformed', 400, 'bucket_region', 'cluster: files: region'],
  ['InternalError', 500, 'bucket_failed', '500 InternalError'],
])('%s is told in one sentence', async (code, status, told, words) => {
  const { store } = await made({ refuse: () => ({ status, code }) });
  const problem = await problemOf(store.put(fileWith('rows'), 'rows'));
  expect((await problemOf(store.check())).message).toBe(problem.message);
  expect(problem.code).toBe(told);
  expect(problem.message).toContain(words);
  expect(problem.message).toMatch(/^s3:\/\/lake\/desk: /);
});

test('storage that is not there, and storage that says nothing', async () => {
  const gone = await problemOf((await storeAt('http://127.0.0.1:1')).clear('x'));
  expect(gone.code).toBe('bucket_unreachable');
  expect(gone.message).toContain('http://127.0.0.1:1 cannot be reached (ECONNREFUSED)');
  const { bucket } = await made({ refuse: () => 'silent' });
  const silent = await problemOf((await storeAt(bucket.url, { silence: 300 })).clear('x'));
  expect(silent.code).toBe('bucket_unreachable');
  expect(silent.message).toContain('does not answer');
});

test('whoever is told to stop, stops', async () => {
  const { store } = await made({ refuse: () => 'silent' });
  const stopping = new AbortController();
  setTimeout(() => stopping.abort(new Error('nobody waits')), 50);
  await expect(store.put(fileWith('rows'), 'rows', stopping.signal)).rejects.toThrow('nobody waits');
});

test('without the package it is said what to install; any other fault of it is shown as it is', async () => {
  const about = { root: 's3://lake', endpoint: null, region: null, pathStyle: null };
  const absent = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
  const told = await problemOf(s3Store(about, { load: () => Promise.reject(absent) }));
  expect(told.code).toBe('bucket_package_missing');
  expect(told.message).toContain('npm install @aws-sdk/client-s3');
  const broken = s3Store(about, { load: () => Promise.reject(new Error('broken')) });
  await expect(broken).rejects.toThrow('broken');
});
