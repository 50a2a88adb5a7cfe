/** Rows as CSV, a line at a time, that a spreadsheet opens without running anything in it. */
import type { Row } from '../warehouse/index.ts';

/**
 * The columns are those of the first row, as all rows of one figure have the same; a missing one is empty.
 *
 * @example for await (const line of csvLines(rows)) file.write(line) // 'source,id\n', 'desk,4711\n'
 */
export async function* csvLines(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  let columns: readonly string[] | null = null;
  for await (const row of rows) {
    if (columns === null) {
      columns = withLink(Object.keys(row));
      yield line(columns);
    }
    yield line(columns.map((name) => row[name]));
  }
}

/** Where sources differ, only some rows have a link. */
const withLink = (names: readonly string[]): readonly string[] =>
  names.includes('case_url') ? names : [...names, 'case_url'];

const line = (cells: readonly unknown[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = harmless(Array.isArray(value) ? value.join(' | ') : String(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that a spreadsheet would take for a formula is marked as text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
