import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { clockOf } from './clock.ts';
import { bytesOf, CsvFile } from './csv-file.ts';
import { stampsOf } from './stamps.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidemark-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

const clock = clockOf('2025-01-01', '2025-12-31');
const stamps = stampsOf(clock);
const summer = Date.UTC(2025, 6, 1, 8, 5, 9) / 1000 - clock.zero;

test('fields, instants and amounts are written as text, and "never" as nothing', () => {
  const path = join(folder, 'fields.csv');
  const file = new CsvFile(path, ['id', 'utc', 'local', 'never', 's', 'money', 'words'], stamps);
  file.key(0x54, 1_000_305).time(summer).localTime(summer).time(-1).seconds(70.9).cents(120_305);
  file.quote().part(bytesOf('più')).part(bytesOf(', sì')).quote().none().end();
  file.close();
  expect(readFileSync(path, 'utf8')).toBe(
    'id,utc,local,never,s,money,words\nT1000305,2025-07-01T08:05:09Z,2025-07-01T10:05:09+02:00,,70,1203.05,"più, sì"\n',
  );
});

test('a row can be written again, broken lines between them left aside, and lines are counted through line breaks', () => {
  const path = join(folder, 'again.csv');
  const file = new CsvFile(path, ['n', 'text'], stamps);
  file.whole(1).quote().part(bytesOf('a')).lineBreak().part(bytesOf('b')).quote().none().end();
  file.raw('broken');
  expect(file.line).toBe(5);
  file.repeat();
  file.close();
  expect(readFileSync(path, 'utf8')).toBe('n,text\n1,"a\nb"\nbroken\n1,"a\nb"\n');
  expect([file.rows, file.line]).toEqual([3, 7]);
});

test('a file larger than the buffer comes out whole', () => {
  const path = join(folder, 'large.csv');
  const file = new CsvFile(path, ['n', 'text'], stamps);
  const text = bytesOf('x'.repeat(997));
  for (let n = 0; n < 5000; n++) {
    file.whole(n).text(text).end();
    if (n % 1000 === 999) file.repeat();
  }
  file.close();
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);
  expect(lines.length).toBe(5005);
  expect(lines[1000]).toBe(lines[999]);
  expect(lines.every((line) => /^\d+,x{997}$/.test(line))).toBe(true);
  expect(file.bytes).toBe(readFileSync(path).length);
});
