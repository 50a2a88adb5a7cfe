/** Tables without boxes: columns when they fit the width, otherwise one entry a row. */
import type { Cell, Table } from '../report.ts';
import { type ColumnNeed, columnWidths } from './column-widths.ts';
import { cells, hanging, padded, plain, wrap } from './text-wrap.ts';
import { verdictLook } from './verdict-look.ts';

const gap = 2;
const longestWord = 22;

export function textTable(table: Table, width: number): readonly string[] {
  const widths = widthsOf(table, width);
  const body = widths === null ? entries(table, width) : grid(table, widths);
  return [
    ...wrap(table.caption, width),
    '',
    ...body,
    ...table.notes.flatMap((note) => ['', ...wrap(note, width)]),
  ];
}

/** What a cell says, with the sign that stands for the colour. */
export function cellText(cell: Cell): string {
  if (cell.kind !== 'verdict' || cell.verdict === null) return plain(cell.text);
  return `${verdictLook(cell.verdict, cell.good).mark} ${plain(cell.text)}`;
}

function lines(cell: Cell): readonly string[] {
  const small = cell.small === undefined || cell.small === '' ? [] : plain(cell.small).split(' · ');
  return [cellText(cell), ...small];
}

/** Heads wrap where that leaves the cells more room; null when not even single words fit side by side. */
function widthsOf(table: Table, width: number): readonly number[] | null {
  const room = width - gap * (table.columns.length - 1);
  const whole = needsOf(table, (label) => [label]);
  const fits = whole.reduce((sum, { natural }) => sum + natural, 0) <= room;
  return columnWidths(fits ? whole : needsOf(table, (label) => label.split(' ')), room);
}

/** Longer words than any real one are cut. */
function needsOf(
  { columns, rows }: Table,
  pieces: (label: string) => readonly string[],
): readonly ColumnNeed[] {
  return columns.map(({ label }, i) => {
    const texts = rows.flatMap((row) => (row[i] === undefined ? [] : lines(row[i])));
    const words = [plain(label), ...texts].flatMap((text) => text.split(' '));
    const least = Math.min(longestWord, longest(words));
    return { natural: Math.max(least, longest([...pieces(plain(label)), ...texts])), least };
  });
}

function grid({ columns, rows }: Table, widths: readonly number[]): readonly string[] {
  const head = rowLines(
    columns.map(({ label }) => [plain(label)]),
    columns,
    widths,
  );
  const rule = widths.map((one) => '─'.repeat(one)).join(' '.repeat(gap));
  const body = rows.map((row) => rowLines(row.map(lines), columns, widths));
  const airy = body.some((row) => row.length > 1);
  return [...head, rule, ...body.flatMap((row, i) => (airy && i > 0 ? ['', ...row] : row))];
}

function rowLines(
  row: readonly (readonly string[])[],
  columns: Table['columns'],
  widths: readonly number[],
): readonly string[] {
  const wrapped = widths.map((width, i) => (row[i] ?? ['']).flatMap((text) => wrap(text, width)));
  const height = Math.max(1, ...wrapped.map((one) => one.length));
  return Array.from({ length: height }, (_, n) =>
    wrapped
      .map((one, i) => padded(one[n] ?? '', widths[i] ?? 0, columns[i]?.align ?? 'left'))
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

function entries({ columns, rows }: Table, width: number): readonly string[] {
  return rows.flatMap((row) =>
    row.flatMap((cell, i) => {
      const text = lines(cell).join('; ');
      const name = plain(columns[i]?.label ?? '');
      return i === 0 ? wrap(text, width) : hanging(`  ${name}: `.slice(0, width / 2), text, width);
    }),
  );
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(cells));
}
