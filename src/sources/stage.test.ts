import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Problem } from '../model/index.ts';
import { stageFile } from './stage.ts';
import { fileOf, scratch, stagedOf } from './testing.ts';

async function problemOf(path: string): Promise<Problem> {
  const error: unknown = await stagedOf(path).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Problem);
  return error as Problem;
}

const ole = (extra: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(extra, 'utf16le')]);

test.each<readonly [string, () => string]>([
  ['file_missing', () => join(scratch(), 'nothing.csv')],
  ['file_is_directory', () => scratch()],
  ['file_empty', () => fileOf('')],
  ['file_binary', () => fileOf(Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 37) % 256)))],
  ['file_binary', () => fileOf('%PDF-1.7 …')],
  ['file_old_xls', () => fileOf(ole('Workbook'), 'old.xls')],
  ['file_encrypted', () => fileOf(ole('EncryptedPackage'), 'secret.xlsx')],
  ['file_compressed', () => fileOf(gzipSync('a,b\n1,2\n'), 'calls.csv.gz')],
  ['file_broken', () => fileOf(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)]), 'broken.xlsx')],
])('%s is one sentence with its place, what was expected and what to do', async (code, make) => {
  const path = make();
  const problem = await problemOf(path);
  expect(problem.code).toBe(code);
  expect(problem.facts.place).toContain(path);
  expect(
    [problem.facts.found, problem.facts.expected, problem.facts.todo].every((text) => text.length > 4),
  ).toBe(true);
  expect(problem.exitCode).toBe(2);
});

test('a header without records is a file without records, not an error', async () => {
  expect(await stagedOf(fileOf('id,created\n'))).toMatchObject({ records: 0, names: ['id', 'created'] });
});

test('a file that may not be read says so', async () => {
  const path = fileOf('a,b\n1,2\n');
  chmodSync(path, 0);
  if (process.getuid?.() === 0) return;
  expect((await problemOf(path)).code).toBe('file_unreadable');
});

test('a clean file is read as it stands, with nothing copied', async () => {
  const path = fileOf('id,created\n1,2025-01-01\n');
  const staged = await stagedOf(path);
  expect(staged).toMatchObject({
    records: 1,
    text: { path, header: true, hasPlace: false, columns: ['raw_0', 'raw_1'] },
  });
});

test('what is made of a file can be read by its owner only', async () => {
  const folder = scratch();
  await stageFile(fileOf('id,created\n1,"2025"x\n2,2025\n'), {}, { folder });
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
});

test('reading ends at once where it is no longer wanted', async () => {
  const path = join(scratch(), 'big.csv');
  writeFileSync(path, `id,x\n${'1,"a"b\n'.repeat(3_000_000)}`);
  const waiting = new AbortController();
  const staged = stageFile(path, {}, { folder: scratch(), signal: waiting.signal });
  setTimeout(() => waiting.abort(new Error('enough')), 300);
  await expect(staged).rejects.toThrow('enough');
});

test('a file that takes too long is given up', async () => {
  const path = join(scratch(), 'big.csv');
  writeFileSync(path, `id,x\n${'1,"a"b\n'.repeat(1_000_000)}`);
  const staged = stageFile(path, {}, { folder: scratch(), limits: { timeoutMs: 150 } });
  await expect(staged).rejects.toMatchObject({ code: 'file_too_slow' });
});

test('names that are empty or come twice can still be told apart', async () => {
  expect((await stagedOf(fileOf('id,,id,x\n1,2,3,4\n'))).names).toEqual(['id', 'column_2', 'id_2', 'x']);
});
