/** Turns a report's blocks into what the typst source reads: widths settled, links resolved, long words breakable. */
import { textWidth, type } from '../../charts/index.ts';
import type { Block, Cell, Picture, Report, Table } from '../report.ts';
import { columnWidths } from './column-widths.ts';
import { type Definitions, definitionsOf } from './definitions.ts';
import { isHalf } from './picture-width.ts';
import { verdictLook } from './verdict-look.ts';

/** A block as plain data; `kind` chooses the function that sets it. */
type PdfBlock = { readonly kind: string } & Readonly<Record<string, unknown>>;

export function pdfBlocks(blocks: readonly Block[], report: Report): readonly PdfBlock[] {
  const definitions = definitionsOf(report);
  return abreast(blocks.map((block) => pdfBlock(block, definitions)));
}

function pdfBlock(block: Block, definitions: Definitions): PdfBlock {
  switch (block.kind) {
    case 'table':
      return { kind: 'table', ...pdfTable(block.table, definitions) };
    case 'picture':
      return pdfPicture(block.picture);
    case 'definitions':
      return {
        kind: 'definitions',
        items: block.items.map((item) => ({ ...item, id: definitions.find(item.term)?.id })),
      };
    default:
      return block;
  }
}

function pdfPicture({ svg, title, summary, table }: Picture): PdfBlock {
  return { kind: isHalf(svg) ? 'half' : 'picture', svg, title, summary, notes: table.notes };
}

/** Two half-wide pictures that follow each other share a line. */
function abreast(blocks: readonly PdfBlock[]): readonly PdfBlock[] {
  const [first, second, ...rest] = blocks;
  if (first === undefined) return [];
  if (first.kind !== 'half') return [first, ...abreast(blocks.slice(1))];
  if (second?.kind === 'half') return [{ kind: 'pictures', items: [first, second] }, ...abreast(rest)];
  return [{ kind: 'pictures', items: [first] }, ...abreast(blocks.slice(1))];
}

/** Points between the margins, and between columns. */
const room = 499;
const gutter = 1.2 * type.paper.body;
const longestWord = 24;

function pdfTable({ caption, columns, rows, notes }: Table, definitions: Definitions) {
  const needs = columns.map(({ label }, i) => {
    const cells = rows.flatMap((row) => row[i] ?? []);
    const shown = [...cells.map((cell) => widthOf(cell)), textWidth(label, type.paper.small)];
    const words = [label, ...cells.flatMap(({ text, small = '' }) => [text, small])].flatMap((text) =>
      text.split(/[\s\u00A0]/),
    );
    const least = Math.max(...words.map((word) => textWidth(word.slice(0, longestWord), type.paper.body)), 0);
    return { natural: Math.max(...shown, 0), least };
  });
  const widths = columnWidths(needs, room - gutter * (columns.length - 1)) ?? needs.map(({ least }) => least);
  return {
    caption,
    notes,
    columns,
    widths,
    rows: rows.map((row) => row.map((cell, i) => pdfCell(cell, i, definitions))),
  };
}

function widthOf(cell: Cell): number {
  const pill = cell.kind === 'verdict' && cell.verdict !== null ? 20 : 0;
  return Math.max(
    textWidth(cell.text, type.paper.body) + pill,
    textWidth(cell.small ?? '', type.paper.small),
  );
}

function pdfCell(cell: Cell, column: number, definitions: Definitions) {
  const { text, small = '' } = cell;
  const pill = cell.kind === 'verdict' && cell.verdict !== null ? verdictLook(cell.verdict, cell.good) : null;
  const definition = cell.kind === 'text' && column === 0 ? (definitions.find(text)?.id ?? null) : null;
  return { text, small, pill, definition };
}

/** Gives every long word places to break, which typst by itself would let run off the page. */
export function softened<Data>(data: Data): Data {
  return JSON.parse(JSON.stringify(data), (key, value) =>
    typeof value === 'string' && key !== 'svg' && key !== 'logo'
      ? value
          .toWellFormed()
          .replace(/[^\s\u00AD\u200B]{41,}/gu, (word) => Array.from(word).map(breakable).join(''))
      : value,
  ) as Data;
}

function breakable(letter: string, i: number): string {
  return i % 12 === 11 ? `${letter}\u200B` : letter;
}
