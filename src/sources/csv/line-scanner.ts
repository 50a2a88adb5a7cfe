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
  // Most bytes are letters and digits, beyond all that matters: one comparison each.
  const highest = kinds.findLastIndex((kind) => kind !== ordinary);
  const totals = { rows: 0, padded: false, returns: null as boolean | null };

  const scan = (chunk: Buffer): boolean => {
    const lines = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
    const end = lines.length;
    let { rows, padded, returns } = totals;
    let fieldsSeen = 1;
    let lineStart = 0;
    let fieldStart = 0;
    if (lines[0] === blank) padded = true;
    for (let at = 0; at < end; at += 1) {
      const byte = lines[at] as number;
      if (byte > highest) continue;
      const kind = kinds[byte];
      if (kind === ordinary) continue;
      if (kind === isDelimiter) {
        fieldsSeen += 1;
        if (lines[at - 1] === blank || lines[at + 1] === blank) padded = true;
        fieldStart = at + 1;
      } else if (kind === isQuote) {
        if (at !== fieldStart) return false;
        if (lines[at + 1] === blank) padded = true;
        const after = closing(lines, at + 1, end, mark);
        if (after < 0) return false;
        if (lines[after - 2] === blank) padded = true;
        const next = kinds[lines[after] as number];
        if (after < end && (next === ordinary || next === isQuote)) return false;
        fieldStart = -1;
        at = after - 1;
      } else {
        const withReturn = kind === isReturn;
        if (withReturn && lines[at + 1] !== newline) return false;
        if (returns === null) returns = withReturn;
        if (returns !== withReturn || at === lineStart || fieldsSeen !== fields) return false;
        if (at - lineStart > maxRecordBytes) return false;
        if (lines[at - 1] === blank) padded = true;
        if (withReturn) at += 1;
        if (lines[at + 1] === blank) padded = true;
        rows += 1;
        fieldsSeen = 1;
        lineStart = at + 1;
        fieldStart = lineStart;
      }
    }
    const rest = end - lineStart;
    if (rest > 0 && (fieldsSeen !== fields || rest > maxRecordBytes)) return false;
    if (rest > 0 && lines[end - 1] === blank) padded = true;
    Object.assign(totals, { rows: rest > 0 ? rows + 1 : rows, padded, returns });
    return true;
  };
  return { scan, rows: () => totals.rows, padded: () => totals.padded, returns: () => totals.returns };
}

/** The place after the closing quotation mark, or -1 where the field goes on in another line. */
function closing(bytes: Uint8Array, from: number, end: number, mark: number): number {
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === newline || byte === carriageReturn) return -1;
    if (byte !== mark) continue;
    if (bytes[at + 1] !== mark || at + 1 >= end) return at + 1;
    at += 1;
  }
  return -1;
}
