import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Report, Table } from '../report.ts';
import { fixture } from './fixture.ts';
import { printXlsx, sheetNames } from './xlsx.ts';

const table: Table = {
  caption: 'Small',
  columns: [
    { label: 'What', align: 'left' },
    { label: 'How much', align: 'right' },
  ],
  rows: [
    [
      { kind: 'text', text: '=HYPERLINK("http://example.org")' },
      { kind: 'number', text: '84.1%', value: 0.8412345678901234, unit: 'share', small: '81% to 87%' },
    ],
    [
      { kind: 'text', text: 'nothing' },
      { kind: 'number', text: '–', value: null, unit: 'share' },
    ],
  ],
  notes: [],
};
const withTable = (one: Table): Report => ({
  ...fixture('en'),
  sections: [{ page: 'one', title: 'One', blocks: [{ kind: 'table', table: one }] }],
});

async function sheet(report: Report, number: number): Promise<string> {
  const files = unzipSync(await printXlsx(report));
  return strFromU8(files[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array());
}

test('a figure is a number to the last digit, and its small print has a column of its own', async () => {
  const xml = await sheet(withTable(table), 2);
  expect(xml).toContain('<v>0.8412345678901234</v>');
  expect(xml).toMatch(/r="C2"[^>]*t="s"/);
});

test('a text that looks like a formula stays a text, and an unknown figure is a dash and not 0', async () => {
  const xml = await sheet(withTable(table), 2);
  expect(xml).not.toContain('<f>');
  expect(xml).toMatch(/r="B3"[^>]*t="s"/);
});

test('times are durations, unless one is negative: then they are seconds', async () => {
  const times = (...values: number[]): Table => ({
    ...table,
    rows: values.map((value) => [
      { kind: 'text', text: 'x' },
      { kind: 'number', text: '', value, unit: 'seconds' },
    ]),
  });
  expect(await sheet(withTable(times(43_200)), 2)).toContain('<v>0.5</v>');
  expect(await sheet(withTable(times(43_200, -60)), 2)).toContain('<v>-60</v>');
});

test('names of sheets are short, single and free of what sheets forbid', () => {
  expect(sheetNames(['By team: a/b', 'x'.repeat(40), 'x'.repeat(40), '', "'quoted'"])).toEqual([
    'By team  a b',
    'x'.repeat(31),
    `${'x'.repeat(29)} 2`,
    '4',
    'quoted',
  ]);
});
