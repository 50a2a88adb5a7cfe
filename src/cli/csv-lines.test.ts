import { expect, test } from 'vitest';
import type { Row } from '../warehouse/index.ts';
import { csvLines } from './csv-lines.ts';

async function* given(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

const text = async (rows: readonly Row[]): Promise<string> => {
  let all = '';
  for await (const line of csvLines(given(rows))) all += line;
  return all;
};

test('one header, one line a row, unknown cells empty', async () => {
  const rows = [
    { id: 'a', _value: 12.5, _hit: true, case_url: 'https://desk.example/a' },
    { id: 'b', _value: null, _hit: false },
  ];
  expect(await text(rows)).toBe(
    'id,_value,_hit,case_url\r\na,12.5,true,https://desk.example/a\r\nb,,false,\r\n',
  );
});

test('commas, quotes and line breaks stay inside their cell', async () => {
  expect(await text([{ id: 'say "hi",\nthen go', tags: ['a', 'b'] }])).toBe(
    'id,tags,case_url\r\n"say ""hi"",\nthen go",a | b,\r\n',
  );
});

test('a text that looks like a formula is not run by a spreadsheet', async () => {
  expect(await text([{ id: '=cmd()', n: -3 }])).toBe("id,n,case_url\r\n'=cmd(),-3,\r\n");
});

test('no rows, no lines', async () => {
  expect(await text([])).toBe('');
});
