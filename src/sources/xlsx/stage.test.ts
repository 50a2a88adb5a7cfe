import { expect, test } from 'vitest';
import { fieldsOf, fileOf, stagedHere } from '../testing.ts';
import { workbook, zip } from './fixture-workbook.ts';

const header =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>when</t></is></c><c r="C1" t="str"><v>more</v></c></row>';

const staged = (content: Buffer, format = {}) => stagedHere(fileOf(content, 'file.xlsx'), { format });

const rowOf = (place: number, ...cells: readonly string[]): string =>
  `<row r="${place}">${cells.join('')}</row>`;

test('shared texts, inline texts, rich text and what it is pronounced like', async () => {
  const texts = [
    '<t>id</t>',
    '<r><t>two </t></r><r><t xml:space="preserve">runs</t></r><rPh><t>aloud</t></rPh>',
    '<t>a_x000D_&amp;b</t>',
  ];
  const all = await staged(
    workbook({
      texts,
      rows: header + rowOf(2, '<c r="A2" t="s"><v>1</v></c>', '<c r="C2" t="s"><v>2</v></c>'),
    }),
  );
  expect(all.names).toEqual(['id', 'when', 'more']);
  expect(await fieldsOf(all)).toEqual([['two runs', null, 'a\n&b']]);
});

test('numbers are what their format says: dates, times, durations, shares, plain', async () => {
  const formats = ['dd/mm/yyyy hh:mm', 'h:mm:ss', '[h]:mm', '0.0%', '"day" 0', 'yyyy\\-mm\\-dd;@'];
  const cells = [
    ['45731.5', 1],
    ['0.25', 2],
    ['1.5', 3],
    ['0.125', 4],
    ['7', 5],
    ['45731', 6],
    ['0.1', 0],
    ['602000000000', 0],
  ].map(([value, style], column) => `<c r="${'ABCDEFGH'[column]}2" s="${style}"><v>${value}</v></c>`);
  const names = [...'ABCDEFGH'].map((letter) => `<c r="${letter}1" t="str"><v>${letter}</v></c>`);
  const all = await staged(workbook({ formats, rows: rowOf(1, ...names) + rowOf(2, ...cells) }));
  expect(await fieldsOf(all)).toEqual([
    [
      '2025-03-15 12:00:00',
      '6:00:00',
      '36:00:00',
      '0.125',
      '7',
      '2025-03-15 00:00:00',
      '0.1',
      '602000000000',
    ],
  ]);
});

test('both date systems are told apart', async () => {
  const rows = header + rowOf(2, '<c r="A2"><v>1</v></c>', '<c r="B2" s="1"><v>44269.5</v></c>');
  const all = await staged(
    workbook({ texts: ['<t>id</t>'], formats: ['yyyy-mm-dd'], since1904: true, rows }),
  );
  expect((await fieldsOf(all))[0]?.[1]).toBe('2025-03-15 12:00:00');
  expect(all.notes).toContain('dates are counted from 1904');
});

test('blank rows are no records, errors count as empty, cells without a name set the row aside', async () => {
  const rows =
    header +
    rowOf(3, '<c r="A3"/>') +
    rowOf(4, '<c r="A4" t="e"><v>#N/A</v></c>', '<c r="B4" t="b"><v>1</v></c>') +
    rowOf(5, '<c r="A5"><v>1</v></c>', '<c r="F5"><v>2</v></c>');
  const all = await staged(workbook({ texts: ['<t>id</t>'], rows }));
  expect([all.records, all.rejected.count]).toEqual([2, 1]);
  expect(await fieldsOf(all)).toEqual([[null, 'true', null]]);
  expect(all.notes).toEqual([
    'sheet "Tickets" (others: "Notes")',
    '1 blank rows, which are no records',
    '1 cells hold an error such as #N/A and count as empty',
  ]);
});

test('a sheet is named or numbered; one that is not there is asked for by its nearest name', async () => {
  const content = workbook({ texts: ['<t>id</t>'], rows: header });
  expect((await staged(content, { sheet: 'Notes' })).names).toEqual(['only']);
  expect((await staged(content, { sheet: 2 })).names).toEqual(['only']);
  await expect(staged(content, { sheet: 'Ticket' })).rejects.toMatchObject({
    code: 'sheet_missing',
    facts: { todo: 'did you mean "Tickets"?' },
  });
});

test('an archive that unpacks to more than allowed is refused before it is unpacked', async () => {
  const bomb = workbook({ rows: header, more: [{ name: 'xl/media/x', content: Buffer.alloc(3 << 20) }] });
  const all = stagedHere(fileOf(bomb, 'bomb.xlsx'), { limits: { maxUnpackedBytes: 2 << 20 } });
  await expect(all).rejects.toMatchObject({ code: 'file_too_big_unpacked' });
});

test('what is no workbook says so', async () => {
  await expect(staged(zip([{ name: 'hello.txt', content: 'hi' }]))).rejects.toMatchObject({
    code: 'file_broken',
  });
  await expect(staged(workbook({ rows: '<row><c' }))).rejects.toMatchObject({ code: 'file_broken' });
  const entities = zip([{ name: 'xl/workbook.xml', content: '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' }]);
  await expect(staged(entities)).rejects.toMatchObject({ code: 'file_broken' });
});
