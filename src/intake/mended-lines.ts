/** Raw records as lines of a delimited file: what was taken apart is put together again, the rest stays as it was. */
import type { Row } from '../warehouse/index.ts';

export interface WrittenAs {
  readonly names: readonly string[];
  readonly delimiter: string;
  readonly quote: string;
}

export async function* linesOf(
  batches: AsyncIterable<readonly Row[]>,
  written: WrittenAs,
): AsyncGenerator<string> {
  yield `${lineOf(written.names, written)}\n`;
  for await (const rows of batches)
    yield rows.map(({ raw }) => `${recordLine(String(raw), written)}\n`).join('');
}

/** The mapping keeps a record as a JSON object of its fields, the reader one that it could not take apart as its text. */
function recordLine(raw: string, written: WrittenAs): string {
  const fields = fieldsOf(raw, written.names);
  return fields === null ? raw.replace(/\r?\n$/, '') : lineOf(fields, written);
}

function fieldsOf(raw: string, names: readonly string[]): readonly string[] | null {
  if (!raw.startsWith('{')) return null;
  try {
    const object = JSON.parse(raw) as Readonly<Record<string, unknown>>;
    return names.some((name) => !(name in object)) ? null : names.map((name) => String(object[name] ?? ''));
  } catch {
    return null;
  }
}

const lineOf = (fields: readonly string[], { delimiter, quote }: WrittenAs): string =>
  fields
    .map((field) =>
      quote !== '' && needsQuotes(field, delimiter, quote)
        ? `${quote}${field.replaceAll(quote, quote + quote)}${quote}`
        : field,
    )
    .join(delimiter);

const needsQuotes = (field: string, delimiter: string, quote: string): boolean =>
  field.includes(delimiter) || field.includes(quote) || /[\r\n]|^\s|\s$/.test(field);
