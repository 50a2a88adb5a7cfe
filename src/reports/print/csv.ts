/** Every figure of the report as CSV: one line a cell of a table, with its value to the last digit and how it is shown. */
import { wordsOf } from '../../locales/index.ts';
import type { Words } from '../../locales/words.ts';
import { csvLine } from '../../model/index.ts';
import type { Block, Cell, Report, Table } from '../report.ts';
import { cellText } from './text-table.ts';

const columns = [
  'section',
  'table',
  'line',
  'row',
  'column',
  'text',
  'value',
  'unit',
  'note',
  'rows',
] as const;

/** Tables of different shapes share one file, so that a program or a pivot reads them without knowing where each begins. */
export function printCsv({ language, sections }: Report): string {
  const words = wordsOf(language);
  const head = csvLine(columns.map((name) => words.say(`paper.csv.${name}`)));
  const lines = sections.flatMap(({ title, blocks }) =>
    blocks
      .flatMap(tablesOf)
      .flatMap((table) => cellsOf(table, words).map((cells) => csvLine([title, ...cells]))),
  );
  return head + lines.join('');
}

function tablesOf(block: Block): readonly Table[] {
  if (block.kind === 'table') return [block.table];
  return block.kind === 'picture' ? [block.picture.table] : [];
}

const cellsOf = ({ caption, columns: heads, rows }: Table, words: Words): readonly (readonly unknown[])[] =>
  rows.flatMap((row, line) =>
    row.map((cell, i) => [caption, line + 1, row[0]?.text, heads[i]?.label, ...said(cell, words)]),
  );

function said(cell: Cell, words: Words): readonly unknown[] {
  const note = cell.small ?? '';
  if (cell.kind !== 'number') return [cellText(cell), null, null, note, null];
  const unit = words.sayKnown(`paper.csv.unit.${cell.unit}`, 'paper.csv.unit.other', { text: cell.unit });
  return [cell.text, cell.value, unit, note, cell.rows];
}
