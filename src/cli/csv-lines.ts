/** Rows as CSV, a line at a time. */
import { csvLine } from '../model/index.ts';
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
      yield csvLine(columns);
    }
    yield csvLine(columns.map((name) => row[name]));
  }
}

/** Where sources differ, only some rows have a link. */
const withLink = (names: readonly string[]): readonly string[] =>
  names.includes('case_url') ? names : [...names, 'case_url'];
