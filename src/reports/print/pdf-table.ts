/** Settles a table's layout for paper beforehand: which size puts everything on one line, and how wide the columns are. */
import { textWidth, type } from '../../charts/index.ts';
import type { Cell, Table } from '../report.ts';
import { columnWidths } from './column-widths.ts';
import type { Definitions } from './definitions.ts';
import { verdictLook } from './verdict-look.ts';

/** How far a page may be shrunk to fit on one sheet; below the last it flows on to the next. */
export const factors = [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76] as const;

/** A4 between the margins, in points; and between columns, in ems as the source has it. */
const sheet = 499;
const gutter = 1.2 * type.paper.body;
const gap = 0.6 * type.paper.body;
const longestWord = 24;
const { body, small } = type.paper;

export function pdfTable({ caption, columns, rows, notes }: Table, definitions: Definitions) {
  return {
    caption,
    notes,
    columns,
    layouts: factors.map((factor) =>
      layoutFor({ columns, rows }, sheet / factor - gutter * (columns.length - 1)),
    ),
    rows: rows.map((row) => row.map((cell, i) => pdfCell(cell, i, definitions))),
  };
}

/** Where the small print stands: beside its figure if the whole table then fits on single lines, else beneath it. */
function layoutFor({ columns, rows }: Pick<Table, 'columns' | 'rows'>, room: number) {
  const cells = columns.map((_, i) => rows.flatMap((row) => row[i] ?? []));
  const mains = cells.map((column) => widest(column.map(mainWidth)));
  const fits = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0) <= room;
  const beside = columns.map(({ label }, i) =>
    Math.max(headWidth(label), besideWidth(cells[i] ?? [], mains[i] ?? 0)),
  );
  if (fits(beside)) return { notes: 'beside', mains, widths: beside };
  const heads = columns.map(({ label }) => widest(words(label).map(headWidth)));
  const beneath = heads.map((head, i) =>
    widest([head, ...(cells[i] ?? []).map((cell) => blockWidth(cell, [cell.small ?? '']))]),
  );
  if (fits(beneath)) return { notes: 'beneath', mains, widths: beneath };
  const needs = heads.map((head, i) => ({
    natural: widest([
      head,
      ...(cells[i] ?? []).map((cell) => blockWidth(cell, (cell.small ?? '').split(' · '))),
    ]),
    least: widest([head, ...(cells[i] ?? []).map(leastWidth)]),
  }));
  return { notes: 'split', mains, widths: columnWidths(needs, room) ?? needs.map(({ least }) => least) };
}

/** A little more, since digits of one width are wider than most letters. */
function inter(text: string, size: number): number {
  return textWidth(text, size) * 1.02;
}

function headWidth(text: string): number {
  return inter(text, small);
}

function mainWidth(cell: Cell): number {
  if (isPill(cell)) return inter(cell.text, small) + 24;
  return inter(cell.text, body);
}

function besideWidth(cells: readonly Cell[], main: number): number {
  const note = widest(cells.map((cell) => inter(cell.small ?? '', small)));
  return main + (note === 0 ? 0 : gap + note);
}

function blockWidth(cell: Cell, notes: readonly string[]): number {
  return Math.max(mainWidth(cell), widest(notes.map((note) => inter(note, small))));
}

/** Figures and verdicts stay in one piece; words may be broken between, and when very long within. */
function leastWidth(cell: Cell): number {
  const main =
    cell.kind === 'text' ? widest(words(cell.text).map((word) => inter(word, body))) : mainWidth(cell);
  return Math.max(main, widest(words(cell.small ?? '').map((word) => inter(word, small))));
}

function words(text: string): readonly string[] {
  return text.split(/[ \n\t\u200B]/).map((word) => word.slice(0, longestWord));
}

function widest(widths: readonly number[]): number {
  return Math.max(0, ...widths);
}

function isPill(cell: Cell): cell is Extract<Cell, { kind: 'verdict' }> {
  return cell.kind === 'verdict' && cell.verdict !== null;
}

function pdfCell(cell: Cell, column: number, definitions: Definitions) {
  const { text, small: note = '' } = cell;
  const pill = cell.kind === 'verdict' && cell.verdict !== null ? verdictLook(cell.verdict, cell.good) : null;
  const definition = cell.kind === 'text' && column === 0 ? (definitions.find(text)?.id ?? null) : null;
  return { text, small: note, pill, definition };
}
