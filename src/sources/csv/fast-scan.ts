/** Says in one pass whether the engine can read a file strictly as it stands, and how many records it has. */
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { carriageReturn, type Dialect, newline } from './dialect.ts';

export interface Scan {
  /** Every line is one whole record of clean UTF-8, all line ends alike. */
  readonly regular: boolean;
  /** Rows, the header included. */
  readonly rows: number;
}

interface ScanOptions extends Dialect {
  readonly fields: number;
  readonly maxRecordBytes: number;
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

const irregular: Scan = { regular: false, rows: 0 };
const bufferBytes = 4 << 20;

/**
 * Stops at the first thing out of order: the careful reader takes over from the start. Lines are checked in whole
 * chunks where that is faster (valid UTF-8, no NUL), byte by byte where the grammar needs it.
 */
export function fastScan(path: string, options: ScanOptions): Scan {
  if (options.skip > 0) return irregular;
  const file = openSync(path, 'r');
  try {
    return scanFile(file, options);
  } finally {
    closeSync(file);
  }
}

function scanFile(file: number, options: ScanOptions): Scan {
  const buffer = Buffer.allocUnsafe(bufferBytes);
  const scanner = lineScanner(options);
  let kept = 0;
  let done = 0;
  let first = true;
  for (;;) {
    const length = readSync(file, buffer, kept, bufferBytes - kept, null);
    done += length;
    options.onProgress?.(done);
    const filled = kept + length;
    const start = first && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
    first = false;
    const ended = length === 0;
    const end = ended ? filled : buffer.subarray(0, filled).lastIndexOf(newline) + 1;
    const lines = buffer.subarray(start, end);
    if (end <= start && !ended) return irregular;
    if (lines.includes(0) || !isUtf8(lines) || !scanner.scan(lines)) return irregular;
    if (ended) return { regular: true, rows: scanner.rows() };
    buffer.copyWithin(0, end, filled);
    kept = filled - end;
  }
}

const ordinary = 0;
const isDelimiter = 1;
const isNewline = 2;
const isQuote = 3;
const isReturn = 4;

/** Field counts line by line; a quoted field that goes on in the next line is out of order here. */
function lineScanner({ delimiter, quote, fields, maxRecordBytes }: ScanOptions): {
  scan(lines: Buffer): boolean;
  rows(): number;
} {
  const kinds = new Uint8Array(256);
  kinds[newline] = isNewline;
  kinds[carriageReturn] = isReturn;
  kinds[delimiter.charCodeAt(0)] = isDelimiter;
  const mark = quote === null ? -1 : quote.charCodeAt(0);
  if (mark >= 0) kinds[mark] = isQuote;
  let rows = 0;
  let returns: boolean | null = null;

  const scan = (lines: Buffer): boolean => {
    const end = lines.length;
    let fieldsSeen = 1;
    let lineStart = 0;
    let fieldStart = 0;
    let at = 0;
    while (at < end) {
      const kind = kinds[lines[at] as number];
      if (kind === ordinary) {
        at += 1;
      } else if (kind === isDelimiter) {
        fieldsSeen += 1;
        at += 1;
        fieldStart = at;
      } else if (kind === isQuote) {
        if (at !== fieldStart) return false;
        at = closing(lines, at + 1, end, mark);
        if (at < 0) return false;
        const next = kinds[lines[at] as number];
        if (at < end && next !== isDelimiter && next !== isNewline && next !== isReturn) return false;
        fieldStart = -1;
      } else {
        const withReturn = kind === isReturn;
        if (withReturn && lines[at + 1] !== newline) return false;
        if (returns === null) returns = withReturn;
        if (returns !== withReturn || at === lineStart || fieldsSeen !== fields) return false;
        if (at - lineStart > maxRecordBytes) return false;
        rows += 1;
        at += withReturn ? 2 : 1;
        fieldsSeen = 1;
        lineStart = at;
        fieldStart = at;
      }
    }
    if (lineStart === end) return true;
    rows += 1;
    return fieldsSeen === fields && end - lineStart <= maxRecordBytes;
  };
  return { scan, rows: () => rows };
}

/** The place after the closing quotation mark, or -1 where the field goes on in another line. */
function closing(bytes: Buffer, from: number, end: number, mark: number): number {
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === newline || byte === carriageReturn) return -1;
    if (byte !== mark) continue;
    if (bytes[at + 1] !== mark || at + 1 >= end) return at + 1;
    at += 1;
  }
  return -1;
}
