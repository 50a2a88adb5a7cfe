import { expect, test } from 'vitest';
import type { Cell, Table } from '../report.ts';
import { definitionsOf } from './definitions.ts';
import { factors, pdfTable } from './pdf-table.ts';

const none = definitionsOf({ sections: [] });
const figure = (small: string): Cell => ({
  kind: 'number',
  text: '2 h 47 min',
  value: 10_020,
  unit: 'seconds',
  small,
});

function table(columns: number, small: string): Table {
  const cells = Array.from({ length: columns }, () => figure(small));
  const heads = ['Figure', ...cells.map((_, i) => `Period ${i + 1}`)];
  return {
    caption: '',
    columns: heads.map((label, i) => ({ label, align: i === 0 ? 'left' : 'right' })),
    rows: [[{ kind: 'text', text: 'Resolution time, median' }, ...cells]],
    notes: [],
  };
}

const places = (one: Table) => pdfTable(one, none).layouts.map(({ notes }) => notes);

test('small print stands beside its figure where there is room', () => {
  expect(new Set(places(table(1, '2 h to 3 h · n = 3,987')))).toEqual(new Set(['beside']));
});

test('it moves beneath where there is less room, and beside again when the page is set smaller', () => {
  const found = places(table(5, '2 h to 3 h'));
  expect([found[0], found.at(-1)]).toEqual(['beneath', 'beside']);
});

test('it is split into its parts where a line of it would still be too wide', () => {
  expect(places(table(5, '26 h 13 min to 31 h 11 min · n = 3,987'))[0]).toBe('split');
});

test('columns never pass the sheet, at any size', () => {
  for (const [i, { widths }] of pdfTable(table(4, '26 h to 31 h · n = 3,987'), none).layouts.entries()) {
    const gutters = 1.2 * 9 * (widths.length - 1);
    expect(widths.reduce((sum, width) => sum + width, gutters)).toBeLessThanOrEqual(
      499 / (factors[i] ?? 1) + 1e-9,
    );
  }
});
