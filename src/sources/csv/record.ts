/** One record of a delimited text: where it ends, and what is wrong with it. */
import { carriageReturn, newline } from './dialect.ts';

/** What is known of the file when a record is read. */
export interface Grammar {
  readonly delimiter: number;
  /** -1: quotation marks are ordinary characters. */
  readonly quote: number;
  readonly fields: number;
  readonly maxRecordBytes: number;
  readonly maxRecordLines: number;
  /** How much a line looks like the beginning of a record, 0 upward. */
  readonly likeness: (bytes: Buffer, from: number, to: number) => number;
}

export type Flaw =
  | 'too_few_fields'
  | 'too_many_fields'
  | 'stray_quote'
  | 'unclosed_quote'
  | 'lone_carriage_return'
  | 'too_long';

export interface RecordSpan {
  /** End of the record's text, and where the next line begins. */
  readonly end: number;
  readonly next: number;
  readonly lines: number;
  readonly fields: number;
  readonly flaw: Flaw | null;
  /** Whether blanks stand between a quotation mark and its delimiter: fine to read, but not strict. */
  readonly loose: boolean;
}

/** At this likeness a line inside a quoted field is a record: the quote was never meant to open. */
const surely = 3;
/** The same where the record that would result has the wrong number of fields anyway. */
const perhaps = 1;

const space = 32;

/**
 * Reads the record that begins at `from`. A record is one line; a quoted field may hold line breaks if it closes
 * within the limits, nothing but a delimiter or a line end follows, and no line inside looks like a record of its own.
 * Otherwise only the first line is the (broken) record, and the next line begins a new one.
 *
 * `end` is the end of the bytes in sight, which is beyond any record that keeps the limits, or the end of the file.
 */
export function readRecord(bytes: Buffer, from: number, end: number, grammar: Grammar): RecordSpan {
  const { delimiter, quote } = grammar;
  const first = lineAt(bytes, from, end);
  let line = first;
  let lines = 1;
  let fields = 1;
  let loose = false;
  let likeness = 0;
  const broken = (flaw: Flaw): RecordSpan => ({ ...first, lines: 1, fields, flaw, loose: false });
  if (first.end - from > grammar.maxRecordBytes) return broken('too_long');

  for (let at = from; ; at += 1, fields += 1) {
    const start = afterBlanks(bytes, at, line.end);
    if (start < line.end && bytes[start] === quote) {
      loose ||= start > at;
      at = closedAt(bytes, start + 1, line.end, quote);
      while (at < 0) {
        if (line.next >= end || lines >= grammar.maxRecordLines) return broken('unclosed_quote');
        line = lineAt(bytes, line.next, end);
        lines += 1;
        if (line.end - from > grammar.maxRecordBytes) return broken('unclosed_quote');
        likeness = Math.max(likeness, grammar.likeness(bytes, line.start, line.end));
        if (likeness >= surely) return broken('unclosed_quote');
        at = closedAt(bytes, line.start, line.end, quote);
      }
      const after = afterBlanks(bytes, at, line.end);
      loose ||= after > at;
      at = after;
      if (at < line.end && bytes[at] !== delimiter)
        return broken(lines === 1 ? 'stray_quote' : 'unclosed_quote');
    } else {
      at = plainEnd(bytes, at, line.end, delimiter, quote);
      if (at < 0 && lines > 1) return broken('unclosed_quote');
      if (at < 0) return broken(at === strayQuote ? 'stray_quote' : 'lone_carriage_return');
    }
    if (at >= line.end) break;
  }
  const whole = { ...line, lines, fields, loose };
  if (fields === grammar.fields) return { ...whole, flaw: null };
  if (lines > 1 && likeness >= perhaps) return broken('unclosed_quote');
  return { ...whole, flaw: fields < grammar.fields ? 'too_few_fields' : 'too_many_fields' };
}

function afterBlanks(bytes: Buffer, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] === space) at += 1;
  return at;
}

/** The place after the closing mark, or -1 where the line ends before; a doubled mark closes nothing. */
function closedAt(bytes: Buffer, from: number, end: number, quote: number): number {
  for (let at = from; at < end; at += 1) {
    if (bytes[at] !== quote) continue;
    if (at + 1 >= end || bytes[at + 1] !== quote) return at + 1;
    at += 1;
  }
  return -1;
}

const strayQuote = -1;
const strayReturn = -2;

/** The end of a field without quotation marks, or what does not belong in it. */
function plainEnd(bytes: Buffer, from: number, end: number, delimiter: number, quote: number): number {
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === delimiter) return at;
    if (byte === quote) return strayQuote;
    if (byte === carriageReturn) return strayReturn;
  }
  return end;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

function lineAt(bytes: Buffer, start: number, end: number): Line {
  const found = bytes.indexOf(newline, start);
  if (found < 0 || found >= end) return { start, end, next: end };
  const withReturn = found > start && bytes[found - 1] === carriageReturn;
  return { start, end: withReturn ? found - 1 : found, next: found + 1 };
}

/** The texts of a record without flaw. */
export function fieldsOf(bytes: Buffer, from: number, end: number, { delimiter, quote }: Grammar): string[] {
  const fields: string[] = [];
  for (let at = from; at <= end; ) {
    const start = afterBlanks(bytes, at, end);
    if (start < end && bytes[start] === quote) {
      const closed = closedAt(bytes, start + 1, end, quote);
      const close = closed < 0 ? end : closed - 1;
      const mark = String.fromCharCode(quote);
      fields.push(bytes.toString('utf8', start + 1, close).replaceAll(mark + mark, mark));
      at = nextDelimiter(bytes, close + 1, end, delimiter) + 1;
    } else {
      const stop = nextDelimiter(bytes, at, end, delimiter);
      fields.push(bytes.toString('utf8', at, stop));
      at = stop + 1;
    }
  }
  return fields;
}

function nextDelimiter(bytes: Buffer, from: number, end: number, delimiter: number): number {
  const found = bytes.indexOf(delimiter, from);
  return found < 0 || found > end ? end : found;
}
