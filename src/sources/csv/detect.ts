/** Delimiter, quotation mark, header and width of a delimited text, told from its first rows. */
import type { FileFormat, Limits } from '../format.ts';
import type { ByteSource } from '../text/byte-source.ts';
import { type Dialect, newline } from './dialect.ts';
import { linesBeforeHeader, namedDelimiter, type PlacedRow } from './preamble.ts';
import { fieldsOf, type Grammar, readRecord } from './record.ts';

export interface Detected extends Dialect {
  readonly names: readonly string[];
  /** Rows after the header that are whole: what the rest of the file is compared with. */
  readonly sample: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

const sampleRows = 2_000;
const delimiters = [',', ';', '\t', '|', '^', '~'];

export function detectDialect(head: Buffer, format: FileFormat, limits: Limits): Detected {
  const named = format.skip === undefined ? namedDelimiter(head) : { skip: format.skip, delimiter: null };
  const delimiter = format.delimiter ?? named.delimiter;
  const best = bestSample(afterSkipped(head, named.skip), delimiter, format.quote, limits);
  const header = format.header ?? true;
  const more = header && format.skip === undefined ? linesBeforeHeader(best.rows, best.width) : 0;
  const rows = best.rows.filter(({ before }) => before >= more).map(({ fields }) => fields);
  const [first = []] = rows;
  const width = Math.max(best.width, header ? first.length : 1);
  const names = uniqueNames(header ? first : [], width);
  const skip = named.skip + more;
  return {
    delimiter: best.delimiter,
    quote: best.quote,
    header,
    skip,
    names,
    sample: rows.slice(header ? 1 : 0).filter((row) => row.length === names.length),
    notes: [
      ...(format.delimiter === undefined ? [`delimiter ${nameOf(best.delimiter)}`] : []),
      ...(skip > 0 && format.skip === undefined ? [`${skip} lines before the header are no records`] : []),
      ...(best.quote === null && format.quote === undefined
        ? ['quotation marks are ordinary characters']
        : []),
      ...(header && first.length < names.length
        ? [
            `the header has ${first.length} names and the rows ${names.length} fields; the last is called ${names.at(-1)}`,
          ]
        : []),
    ],
  };
}

function bestSample(
  head: Buffer,
  delimiter: string | null,
  quote: string | undefined,
  limits: Limits,
): Sample {
  const candidates = delimiter === null ? delimiters : [delimiter];
  return candidates
    .flatMap((each) => quotesFor(quote, each).map((mark) => readSample(head, each, mark, limits)))
    .reduce((winner, each) => (each.score > winner.score ? each : winner));
}

const nameOf = (delimiter: string): string =>
  ({ ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' })[delimiter] ?? `"${delimiter}"`;

function afterSkipped(head: Buffer, skip: number): Buffer {
  let from = 0;
  for (let line = 0; line < skip; line += 1) from = head.indexOf(newline, from) + 1 || head.length;
  return head.subarray(from);
}

/** In tab or bar separated files quotation marks may be plain text; elsewhere they are what the standard says. */
function quotesFor(set: string | undefined, delimiter: string): readonly (string | null)[] {
  if (set !== undefined) return [set === 'none' ? null : set];
  return delimiter === '\t' || delimiter === '|' ? ['"', null] : ['"'];
}

interface Sample {
  readonly delimiter: string;
  readonly quote: string | null;
  readonly rows: readonly PlacedRow[];
  /** The commonest number of fields. */
  readonly width: number;
  readonly score: number;
}

function readSample(head: Buffer, delimiter: string, quote: string | null, limits: Limits): Sample {
  const grammar: Grammar = {
    delimiter: delimiter.charCodeAt(0),
    quote: quote === null ? -1 : quote.charCodeAt(0),
    fields: -1,
    maxRecordBytes: limits.maxRecordBytes,
    maxRecordLines: 200,
    likeness: () => 0,
  };
  const rows: PlacedRow[] = [];
  let flawed = 0;
  let before = 0;
  for (let at = 0; at < head.length && rows.length < sampleRows; ) {
    const record = readRecord(head, at, head.length, grammar);
    const cut = record.next >= head.length && rows.length > 0;
    const readable =
      record.flaw === null || record.flaw === 'too_few_fields' || record.flaw === 'too_many_fields';
    if (readable && record.end > at && !cut)
      rows.push({ fields: fieldsOf(head, at, record.end, grammar), before });
    else if (!readable && !cut) flawed += 1;
    before += record.lines;
    at = record.next;
  }
  const widths = [...Map.groupBy(rows, ({ fields }) => fields.length)].sort(
    (a, b) => b[1].length - a[1].length,
  );
  const [width = 1, same = []] = widths[0] ?? [];
  return {
    delimiter,
    quote,
    rows,
    width,
    score: width < 2 ? 0 : (same.length / (rows.length + flawed)) * Math.min(width, 4),
  };
}

/** Empty names are numbered, repeated ones too: every column can be named in a mapping. */
export function uniqueNames(given: readonly string[], width: number): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, index) => {
    const name = (given[index] ?? '').trim() || `column_${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}_${times}`;
  });
}

/** The first bytes of a stream, as UTF-8. */
export function headOf(source: ByteSource, bytes: number): Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  for (let chunk = source.read(); chunk !== null && length < bytes; chunk = source.read()) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
  }
  source.close();
  return Buffer.concat(chunks);
}
