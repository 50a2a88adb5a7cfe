/** Checks whole lines of a delimited text byte by byte: one record a line, the right number of fields, nothing odd. */
import { carriageReturn, type Dialect, newline } from './dialect.ts';

export interface ScannerOptions extends Dialect {
  readonly fields: number;
  readonly maxRecordBytes: number;
}

export interface LineScanner {
  /** false at the first thing out of order. */
  scan(lines: Buffer): boolean;
  rows(): number;
  /** Some field begins or ends with a blank. */
  padded(): boolean;
  /** Whether lines end with a carriage return too; null before the first end. */
  returns(): boolean | null;
}

const blank = 32;
const ordinary = 0;
const isDelimiter = 1;
const isNewline = 2;
const isQuote = 3;
const isReturn = 4;

/** A quoted field that goes on in the next line is out of order here. */
export function lineScanner({ delimiter, quote, fields, maxRecordBytes }: ScannerOptions): LineScanner {
  const kinds = new Uint8Array(256);
  kinds[newline] = isNewline;
  kinds[carriageReturn] = isReturn;
  kinds[delimiter.charCodeAt(0)] = isDelimiter;
  const mark = quote === null ? -1 : quote.charCodeAt(0);
  if (mark >= 0) kinds[mark] = isQuote;
  let rows = 0;
  let padded = false;
  let returns: boolean | null = null;

  const scan = (lines: Buffer): boolean => {
    const end = lines.length;
    let fieldsSeen = 1;
    let lineStart = 0;
    let fieldStart = 0;
    let at = 0;
    if (lines[0] === blank) padded = true;
    while (at < end) {
      const kind = kinds[lines[at] as number];
      if (kind === ordinary) {
        at += 1;
      } else if (kind === isDelimiter) {
        fieldsSeen += 1;
        if (lines[at - 1] === blank || lines[at + 1] === blank) padded = true;
        at += 1;
        fieldStart = at;
      } else if (kind === isQuote) {
        if (at !== fieldStart) return false;
        if (lines[at + 1] === blank) padded = true;
        at = closing(lines, at + 1, end, mark);
        if (at < 0) return false;
        if (lines[at - 2] === blank) padded = true;
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
        if (lines[at - 1] === blank) padded = true;
        at += withReturn ? 2 : 1;
        if (lines[at] === blank) padded = true;
        fieldsSeen = 1;
        lineStart = at;
        fieldStart = at;
      }
    }
    if (lineStart === end) return true;
    rows += 1;
    if (lines[end - 1] === blank) padded = true;
    return fieldsSeen === fields && end - lineStart <= maxRecordBytes;
  };
  return { scan, rows: () => rows, padded: () => padded, returns: () => returns };
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
