/** A table's cells as a sheet's typed cells: numbers stay numbers, texts can never become formulas. */
import type { Cell, Table } from '../report.ts';

/** A value with its type said, so that nothing is guessed from how it looks. */
export type SheetCell =
  | { readonly value: number; readonly type: typeof Number; readonly format: string }
  | {
      readonly value: string;
      readonly type: typeof String;
      readonly fontWeight?: 'bold';
    }
  | null;

const secondsADay = 86_400;
const formats: Readonly<Record<string, string>> = {
  count: '#,##0.##',
  share: '0.0%',
  points: '0.0',
  seconds: '#,##0.0',
};
const anyNumber = '#,##0.00';

export const said = (text: string): SheetCell => (text === '' ? null : { value: text, type: String });
export const strong = (text: string): SheetCell => ({ value: text, type: String, fontWeight: 'bold' });

/**
 * The rows of a table under their headings. What stands in small print beside a figure gets a column of its own.
 * A column of times is typed as durations; one with negative times as seconds, since sheets show no negative duration.
 */
export function sheetRows({ columns, rows }: Table): readonly (readonly SheetCell[])[] {
  const looks = columns.map(({ label }, i) => {
    const cells = rows.map((row) => row[i]);
    return { label, small: cells.some(hasSmall), durations: cells.every(notNegative) };
  });
  const heading = looks.flatMap(({ label, small }) => (small ? [strong(label), null] : [strong(label)]));
  const body = rows.map((row) =>
    looks.flatMap(({ small, durations }, i) => {
      const cell = row[i];
      return small ? [sheetCell(cell, durations), said(cell?.small ?? '')] : [sheetCell(cell, durations)];
    }),
  );
  return [heading, ...body];
}

const hasSmall = (cell: Cell | undefined): boolean => cell?.small !== undefined && cell.small !== '';
const notNegative = (cell: Cell | undefined): boolean => cell?.kind !== 'number' || (cell.value ?? 0) >= 0;

function sheetCell(cell: Cell | undefined, durations: boolean): SheetCell {
  if (cell === undefined) return null;
  if (cell.kind !== 'number' || cell.value === null) return said(cell.text);
  const { value, unit } = cell;
  return unit === 'seconds' && durations
    ? { value: value / secondsADay, type: Number, format: '[h]:mm:ss' }
    : { value, type: Number, format: formats[unit] ?? anyNumber };
}
