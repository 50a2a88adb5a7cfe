/** The rows of one sheet, in order, as texts. */
import type { Archive } from './archive.ts';
import { cellText, columnOf } from './cell.ts';
import { type Sheet, textWalker, type Workbook } from './workbook.ts';
import { type Attributes, walk } from './xml.ts';

export interface SheetRow {
  readonly place: number;
  /** By column; a hole or null where the cell is empty. */
  readonly cells: readonly (string | null)[];
  /** Cells with an error (#N/A, #REF!) count as empty. */
  readonly errors: number;
}

interface SheetOptions {
  readonly workbook: Workbook;
  readonly path: string;
  readonly maxColumns: number;
}

export async function* rowsOf(
  archive: Archive,
  sheet: Sheet,
  options: SheetOptions,
): AsyncGenerator<SheetRow> {
  const finished: SheetRow[] = [];
  const walker = rowWalker(options, (row) => finished.push(row));
  for await (const _ of walk(archive.pieces(sheet.part), walker, options.path)) {
    yield* finished;
    finished.length = 0;
  }
}

function rowWalker({ workbook, maxColumns }: SheetOptions, done: (row: SheetRow) => void) {
  let place = 0;
  let cells: (string | null)[] = [];
  let errors = 0;
  let cell: Attributes = {};
  let column = -1;
  let value = '';
  let inValue = false;
  const inline = textWalker('is', (text) => {
    value = text;
  });
  const finishCell = (): void => {
    if (column < 0 || column >= maxColumns) return;
    const type = cell['t'] ?? 'n';
    if (type === 'e') errors += 1;
    cells[column] = valueOfCell(type, value, Number(cell['s'] ?? 0), workbook);
  };
  return {
    open(name: string, attributes: Attributes) {
      if (name === 'row') {
        place = Number(attributes['r'] ?? place + 1);
        cells = [];
        errors = 0;
        column = -1;
      } else if (name === 'c') {
        cell = attributes;
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        value = '';
      } else if (name === 'v') inValue = true;
      else inline.open(name, attributes);
    },
    text(piece: string) {
      if (inValue) value += piece;
      else inline.text(piece);
    },
    close(name: string) {
      if (name === 'v') inValue = false;
      else if (name === 'c') finishCell();
      else if (name === 'row') done({ place, cells: Array.from(cells, (each) => each ?? null), errors });
      else inline.close(name);
    },
  };
}

function valueOfCell(
  type: string,
  value: string,
  style: number,
  { texts, kinds, since1904 }: Workbook,
): string | null {
  if (type === 'e' || value === '') return null;
  if (type === 's') return texts[Number(value)] ?? null;
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'n') return cellText(value, kinds[style] ?? 'number', since1904);
  if (type === 'd') return value.replace('T', ' ');
  return value;
}
