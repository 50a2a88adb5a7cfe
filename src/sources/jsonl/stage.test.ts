import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldsOf, fileOf, stagedHere } from '../testing.ts';
import { flatten, parseJson } from './flatten.ts';

test('nested names are joined by dots, lists stay JSON, nothing is null', () => {
  expect([...flatten({ id: 7, via: { channel: 'web', from: null }, tags: ['a', 1], ok: false })]).toEqual([
    ['id', '7'],
    ['via.channel', 'web'],
    ['via.from', null],
    ['tags', '["a",1]'],
    ['ok', 'false'],
  ]);
});

test('a number longer than JavaScript can hold keeps its digits', () => {
  expect(parseJson('{"id": 12345678901234567890, "n": 1.5}')).toEqual({ id: '12345678901234567890', n: 1.5 });
});

test('every line that is not blank is a record; columns are those of all lines', async () => {
  const path = fileOf(
    '{"id":1,"a":"x\\ny"}\n\n{"id":2,"b":{"c":true}}\n[1]\nnonsense\n{"id":"a\\u0000"}\n',
    'x.jsonl',
  );
  const staged = await stagedHere(path);
  expect(staged.names).toEqual(['id', 'a', 'b.c']);
  expect([staged.records, staged.rejected.count]).toEqual([5, 3]);
  expect(await fieldsOf(staged)).toEqual([
    ['1', 'x\ny', null],
    ['2', null, 'true'],
  ]);
  const rejected = readFileSync(staged.rejected.path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { place: number; code: string });
  expect(rejected.map(({ place, code }) => [place, code])).toEqual([
    [4, 'not_an_object'],
    [5, 'not_json'],
    [6, 'nul_byte'],
  ]);
});

test('a document with one list in it is read as its records', async () => {
  for (const text of [
    '{"tickets":[{"id":1},{"id":2}],"count":2}',
    '[{"id":1},{"id":2}]',
    JSON.stringify({ data: [{ id: 1 }, { id: 2 }] }, null, 2),
  ]) {
    const staged = await stagedHere(fileOf(text, 'x.json'));
    expect(await fieldsOf(staged), text).toEqual([['1'], ['2']]);
  }
});

test('what begins like JSON and is none says so', async () => {
  await expect(stagedHere(fileOf('[{"id":1},', 'x.json'))).rejects.toMatchObject({ code: 'file_not_json' });
});
