import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rejected, Staged } from '../staged.ts';
import { fieldsOf, fileOf, scratch, stagedHere, stagedOf } from '../testing.ts';
import { writeBrokenFile } from './fixture-broken-file.ts';

const rejectedOf = ({ rejected }: Staged): Rejected[] =>
  readFileSync(rejected.path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Rejected);

const header = 'id,opened,comment';
const good = (id: number, comment = 'fine'): string => `${id},2025-01-0${(id % 9) + 1},${comment}`;
const many = Array.from({ length: 40 }, (_, index) => good(1000 + index));

async function staged(
  lines: readonly (string | Buffer)[],
): Promise<{ kept: unknown[][]; rejected: Rejected[]; all: Staged }> {
  const bytes = Buffer.concat(
    [header, ...many, ...lines].flatMap((line) => [Buffer.from(line), Buffer.from('\n')]),
  );
  const all = await stagedHere(fileOf(bytes), { format: { encoding: 'utf-8' } });
  expect(all.records).toBe((await fieldsOf(all)).length + all.rejected.count);
  return { kept: (await fieldsOf(all)).slice(many.length), rejected: rejectedOf(all), all };
}

test('every way to be broken costs its own line only, with its place and reason', async () => {
  const ways: readonly (readonly [string, string | Buffer])[] = [
    ['too_few_fields', '1,2025-01-01'],
    ['too_many_fields', '1,2025-01-01,x,y'],
    ['stray_quote', '1,2025-01-01,"a "word" here"'],
    ['stray_quote', '1,2025-01-01,5" pipe'],
    ['unclosed_quote', '1,2025-01-01,"never closed'],
    ['nul_byte', '1,2025-01-01,a\u0000b'],
    ['bad_bytes', Buffer.from('1,2025-01-01,caf\xe9', 'latin1')],
    ['lone_carriage_return', '1,2025-01-01,a\rb'],
  ];
  for (const [code, line] of ways) {
    const { kept, rejected } = await staged([line, good(7), good(8)]);
    expect(rejected, code).toMatchObject([{ code, place: many.length + 2 }]);
    expect(
      kept.map(([id]) => id),
      code,
    ).toEqual(['7', '8']);
  }
});

test('a quoted field may hold line breaks, blank lines and delimiters', async () => {
  const text = 'Dear team,\n\nit broke, again:\r\n"twice"\nbye';
  const { kept, rejected } = await staged([good(1, `"${text.replaceAll('"', '""')}"`), good(2)]);
  expect(rejected).toEqual([]);
  expect(kept).toEqual([
    ['1', '2025-01-02', text.replaceAll('\r\n', '\n')],
    ['2', '2025-01-03', 'fine'],
  ]);
});

test('a quotation mark that another record would close was never meant to open', async () => {
  const { kept, rejected } = await staged(['1,2025-01-01,"never closed', '2,2025-01-02,ends here"', good(3)]);
  expect(rejected.map(({ code }) => code)).toEqual(['unclosed_quote', 'stray_quote']);
  expect(kept.map(([id]) => id)).toEqual(['3']);
});

test('an unclosed quotation mark at the very end of the file is one broken record', async () => {
  const path = fileOf(`${header}\n${many.join('\n')}\n9,2025-01-01,"open`);
  const all = await stagedOf(path);
  expect([all.records, all.rejected.count]).toEqual([many.length + 1, 1]);
});

test('blank lines are no records, and they are told', async () => {
  const { all, kept } = await staged(['', good(1), '   ', good(2)]);
  expect(kept).toHaveLength(2);
  expect(all.notes).toContain('2 blank lines, which are no records');
});

test('blanks between a quotation mark and its delimiter do no harm', async () => {
  const { kept } = await staged(['1, "2025-01-01" , "a, b" ']);
  expect(kept).toEqual([['1', '2025-01-01', 'a, b']]);
});

test('a record longer than allowed is set aside, and reading goes on', async () => {
  const path = fileOf(`${header}\n${good(1)}\n2,2025-01-01,${'x'.repeat(5000)}\n${good(3)}\n`);
  const all = await stagedOf(path, { limits: { maxRecordBytes: 1000 } });
  expect(rejectedOf(all)).toMatchObject([{ code: 'too_long', place: 3 }]);
  expect((await fieldsOf(all)).map(([id]) => id)).toEqual(['1', '3']);
});

test('a line longer than the window is one broken record, however long', async () => {
  const path = fileOf(
    `${header}\n${good(1)}\n2,2025-01-02,${'x'.repeat(20 << 20)}\n${good(3)}\n4,2025-01-04,${'y'.repeat(20 << 20)}`,
  );
  const all = await stagedHere(path, { limits: { maxRecordBytes: 100_000 } });
  expect(rejectedOf(all).map(({ code, place }) => [code, place])).toEqual([
    ['too_long', 3],
    ['too_long', 5],
  ]);
  expect([all.records, (await fieldsOf(all)).map(([id]) => id)]).toEqual([4, ['1', '3']]);
});

test('a title before the header is no record, and a line that names the delimiter is believed', async () => {
  const titled = await stagedHere(
    fileOf(`Calls of the week\nFrom;To\n\nid;start;wait;talk\n${'7;2025-01-01;3;9\n'.repeat(9)}`),
  );
  expect([titled.names, titled.records]).toEqual([['id', 'start', 'wait', 'talk'], 9]);
  expect(titled.notes).toContain('3 lines before the header are no records');
  const named = await stagedHere(fileOf('sep=|\r\nid|a,b|c,d\r\n1|2,5|3\r\n'));
  expect([named.names, await fieldsOf(named)]).toEqual([['id', 'a,b', 'c,d'], [['1', '2,5', '3']]]);
});

test('what a proper writer wrote comes back as it was', { timeout: 60_000 }, async () => {
  const field = fc.string({
    unit: fc.constantFrom('a', 'é', ',', ';', '"', '\n', '\r\n', ' ', '1', '😀', '\t'),
    maxLength: 12,
  });
  const rows = fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(rows, async (values) => {
      const write = (each: readonly string[]): string =>
        each.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
      const path = fileOf(
        [`id,first,second,third`, ...values.map((row, index) => write([String(index), ...row]))].join('\n'),
      );
      const all = await stagedHere(path, { format: { encoding: 'utf-8', delimiter: ',' }, careful: true });
      expect(all.rejected.count).toBe(0);
      expect(await fieldsOf(all)).toEqual(
        values.map((row, index) => [
          String(index),
          ...row.map((value) => (value === '' ? null : value.replaceAll('\r\n', '\n'))),
        ]),
      );
    }),
    { numRuns: 100 },
  );
});

test('whatever bytes come, records = staged + set aside, and the engine reads as many as were staged', {
  timeout: 60_000,
}, async () => {
  const piece = fc.constantFrom(
    '1',
    '2025-01-01',
    ',',
    ',',
    '"',
    '""',
    '\n',
    '\n',
    '\r\n',
    '\r',
    ' ',
    'x',
    '\u0000',
    '\xff',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 120 }), async (pieces) => {
      const path = fileOf(Buffer.from(`${header}\n${many.join('\n')}\n${pieces.join('')}`, 'latin1'));
      const all = await stagedHere(path, { format: { encoding: 'utf-8', delimiter: ',' } });
      const read = await fieldsOf(all);
      expect(read.length + all.rejected.count).toBe(all.records);
      expect(rejectedOf(all)).toHaveLength(all.rejected.count);
      expect(read.slice(0, many.length).map((row) => row.join(','))).toEqual(many);
    }),
    { numRuns: 150 },
  );
});

test('a hundred thousand records, a third of them broken in assorted ways: the law holds exactly', async () => {
  const path = join(scratch(), 'broken.csv');
  const truth = await writeBrokenFile(path, 100_000);
  const all = await stagedOf(path, { limits: { maxRecordBytes: 65_536, memoryMb: 256 } });
  expect([all.records, all.rejected.count]).toEqual([truth.records, truth.broken]);
  const rejected = rejectedOf(all);
  const codes = Object.fromEntries(
    [...Map.groupBy(rejected, ({ code }) => code)].map(([code, found]) => [code, found.length]),
  );
  expect(codes).toEqual(truth.byCode);
  expect(rejected.every(({ place, sentence }) => place > 1 && sentence !== '')).toBe(true);
});
