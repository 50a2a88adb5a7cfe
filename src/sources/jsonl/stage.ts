/** Stages JSON lines: one object a line is one record; a whole JSON document with one list in it works as well. */
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { Problem } from '../../model/index.ts';
import type { StageJob } from '../stage-job.ts';
import type { Staged } from '../staged.ts';
import { openBytes } from '../text/byte-source.ts';
import { linesOf } from '../text/lines.ts';
import { stagedWriter } from '../text/staged-writer.ts';
import { flatten, isObject, parseJson, type Scalar } from './flatten.ts';

type JsonRow =
  | { readonly row: Map<string, Scalar> }
  | { readonly code: string; readonly sentence: string; readonly raw: string };

interface PlacedRow {
  readonly place: number;
  readonly read: JsonRow;
}

/** Twice over the file: first for the names, then for the rows. */
export function stageJsonl(job: StageJob): Staged {
  const document = isDocument(job) ? readDocument(job) : null;
  const rows = (onProgress?: (bytes: number) => void): Iterable<PlacedRow> =>
    document ?? readLines(job, onProgress);
  const names = namesOf(rows(), job);
  const writer = stagedWriter(job.folder, ',', '"');
  let records = 0;
  for (const { place, read } of rows(job.onProgress)) {
    records += 1;
    if ('row' in read)
      writer.row(
        place,
        names.map((name) => read.row.get(name) ?? null),
      );
    else writer.reject({ place, ...read });
  }
  const written = writer.close();
  return {
    file: job.path,
    records,
    names,
    text: {
      path: written.text,
      delimiter: ',',
      quote: '"',
      header: false,
      columns: names.map((_, index) => `raw_${index}`),
      hasPlace: true,
    },
    rejected: written.rejected,
    detected: { type: 'jsonl', encoding: job.format.encoding ?? 'utf-8', repair: {} },
    notes: [document === null ? 'JSON lines' : 'one JSON document with a list of records'],
  };
}

function namesOf(rows: Iterable<PlacedRow>, { path, limits }: StageJob): string[] {
  const names = new Set<string>();
  for (const { read } of rows) if ('row' in read) for (const name of read.row.keys()) names.add(name);
  if (names.size > 0 && names.size <= limits.maxColumns) return [...names];
  throw new Problem(names.size === 0 ? 'no_records' : 'too_many_columns', {
    place: path,
    found: names.size === 0 ? 'no line with a JSON object' : `${names.size} different names`,
    expected: names.size === 0 ? 'one object a line' : `at most ${limits.maxColumns}`,
    todo: 'export the records as JSON lines or CSV',
  });
}

function* readLines(
  { path, format, limits }: StageJob,
  onProgress?: (bytes: number) => void,
): Generator<PlacedRow> {
  const source = openBytes(path, {
    encoding: format.encoding ?? 'utf-8',
    repair: format.repair ?? {},
    onProgress,
  });
  try {
    for (const { place, bytes } of linesOf(source, limits.maxRecordBytes)) {
      if (bytes === null)
        yield {
          place,
          read: { code: 'too_long', sentence: 'the line is longer than any record may be', raw: '' },
        };
      else if (bytes.toString('latin1').trim() !== '') yield { place, read: readLine(bytes) };
    }
  } finally {
    source.close();
  }
}

function readLine(bytes: Buffer): JsonRow {
  const raw = bytes.toString('utf8');
  if (!isUtf8(bytes)) return { code: 'bad_bytes', sentence: 'bytes that are no characters in UTF-8', raw };
  try {
    return rowOf(parseJson(raw), raw);
  } catch {
    return { code: 'not_json', sentence: 'the line is no JSON', raw };
  }
}

function rowOf(value: unknown, raw: string): JsonRow {
  if (!isObject(value)) return { code: 'not_an_object', sentence: 'a JSON value that is no object', raw };
  const row = flatten(value);
  if ([...row.values()].some((each) => each?.includes('\u0000')))
    return { code: 'nul_byte', sentence: 'a NUL character stands in the record', raw };
  return { row };
}

/** A document is small enough to be held, and its first line is no record of its own. */
const maxDocumentBytes = 64 << 20;

function isDocument({ look }: StageJob): boolean {
  const start = look.head.toString('utf8').trimStart();
  if (start.startsWith('[')) return true;
  const firstLine = start.split('\n', 1)[0] ?? '';
  if (firstLine.length === start.length && start.length === look.head.length) return true;
  try {
    JSON.parse(firstLine);
    return !start.slice(firstLine.length).includes('{') && listIn(JSON.parse(firstLine)) !== null;
  } catch {
    return firstLine.trim() === '{' || firstLine.trim() === '{[';
  }
}

function readDocument({ path, look }: StageJob): PlacedRow[] | null {
  if (look.bytes > maxDocumentBytes) {
    throw new Problem('file_too_big_for_memory', {
      place: path,
      found: `one JSON document of ${Math.round(look.bytes / 2 ** 20)} MB`,
      expected: `at most ${maxDocumentBytes >> 20} MB, or one object a line`,
      todo: "write it as JSON lines, e.g. with: jq -c '.[]'",
    });
  }
  const value = documentOf(path);
  const list = listIn(value) ?? (isObject(value) ? [value] : []);
  return list.map((each, index) => ({ place: index + 1, read: rowOf(each, JSON.stringify(each)) }));
}

function documentOf(path: string): unknown {
  try {
    return parseJson(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch (cause) {
    const facts = {
      place: path,
      found: 'text that begins like JSON and is not',
      expected: 'one object a line, or one JSON document',
      todo: 'export it again',
    };
    throw new Problem('file_not_json', facts, { cause });
  }
}

/** The document itself, or the one list of objects in it (`{"tickets": [ … ], "count": 3}`). */
function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  const lists = Object.values(value).filter(
    (each) => Array.isArray(each) && each.length > 0 && each.every(isObject),
  );
  return lists.length === 1 ? (lists[0] as readonly unknown[]) : null;
}
