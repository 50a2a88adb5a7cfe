/** Reads any delimited text to its end: every record is either staged or set aside, and a broken one costs only itself. */
import { isUtf8 } from 'node:buffer';
import type { Limits } from '../format.ts';
import type { ByteSource } from '../text/byte-source.ts';
import type { StagedWriter } from '../text/staged-writer.ts';
import { carriageReturn, type Dialect, newline } from './dialect.ts';
import { fieldsOf, type Grammar, type RecordSpan, readRecord } from './record.ts';
import { windowReader } from './window.ts';

export interface CarefulCount {
  readonly records: number;
  readonly blankLines: number;
  readonly spanningLines: number;
}

interface CarefulOptions {
  readonly dialect: Dialect;
  readonly grammar: Grammar;
  readonly limits: Limits;
  readonly writer: StagedWriter;
}

export function readCarefully(
  source: ByteSource,
  { dialect, grammar, limits, writer }: CarefulOptions,
): CarefulCount {
  const windows = windowReader(source, limits.maxRecordBytes * 2);
  const count = { records: 0, blankLines: 0, spanningLines: 0 };
  let place = 1;
  let used = 0;
  let before = dialect.skip;
  let header = dialect.header;
  let discarding = false;
  for (;;) {
    const { bytes, to, ended } = windows.moved(used);
    const safe = ended ? to : to - limits.maxRecordBytes * 2;
    const flaws = flawsOf(bytes, to, ended);
    let at = 0;
    while (at < to && (at <= safe || at === 0)) {
      if (discarding || before > 0) {
        const next = nextLine(bytes, at, to);
        // The rest of a line that was too long for the window was counted with its beginning.
        discarding = bytes[next - 1] !== newline;
        if (!discarding) {
          place += 1;
          before = Math.max(0, before - 1);
        }
        at = next;
        continue;
      }
      const record = readRecord(bytes, at, to, grammar);
      if (isBlank(bytes, at, record.end)) count.blankLines += 1;
      else if (header) header = false;
      else {
        count.records += 1;
        if (record.lines > 1) count.spanningLines += 1;
        settle(record, bytes, at, place, flaws(at, record.end));
      }
      discarding = record.next === to && bytes[to - 1] !== newline;
      place += discarding ? 0 : record.lines;
      at = record.next;
    }
    used = at;
    if (ended) return count;
  }

  function settle(
    record: RecordSpan,
    bytes: Buffer,
    from: number,
    line: number,
    flaw: ByteFlaw | null,
  ): void {
    const code = flaw ?? record.flaw;
    if (code !== null) {
      const raw = bytes.toString('utf8', from, Math.min(record.end, from + 4 * 65_536));
      writer.reject({ place: line, code, sentence: sentenceOf(code, record, grammar), raw });
    } else if (record.loose || bytes.subarray(from, record.end).includes(carriageReturn))
      writer.row(line, fieldsOf(bytes, from, record.end, grammar));
    else writer.copy(line, bytes, from, record.end);
  }
}

function nextLine(bytes: Buffer, from: number, to: number): number {
  const found = bytes.indexOf(newline, from);
  return found < 0 || found >= to ? to : found + 1;
}

const isBlank = (bytes: Buffer, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) if (bytes[at] !== 32) return false;
  return true;
};

type ByteFlaw = 'nul_byte' | 'bad_bytes';

/** Bytes are tested for the whole window at once; only where that fails record by record. */
function flawsOf(bytes: Buffer, to: number, ended: boolean): (from: number, end: number) => ByteFlaw | null {
  const window = bytes.subarray(0, ended ? to : bytes.subarray(0, to).lastIndexOf(newline) + 1);
  const clean = !window.includes(0) && isUtf8(window);
  if (clean) return () => null;
  return (from, end) => {
    const record = bytes.subarray(from, end);
    if (record.includes(0)) return 'nul_byte';
    return isUtf8(record) ? null : 'bad_bytes';
  };
}

const sentenceOf = (code: string, { fields }: RecordSpan, grammar: Grammar): string =>
  ({
    too_few_fields: `${fields} fields, where the header has ${grammar.fields}`,
    too_many_fields: `${fields} fields, where the header has ${grammar.fields}`,
    stray_quote: 'a quotation mark stands where none belongs',
    unclosed_quote: 'a quotation mark opens a field that is never closed',
    lone_carriage_return: 'a line break of another kind stands in the middle of the line',
    too_long: 'the record is longer than any record may be; its beginning is kept',
    nul_byte: 'a NUL byte stands in the record',
    bad_bytes: "bytes that are no characters in the file's encoding",
  })[code] ?? code;
