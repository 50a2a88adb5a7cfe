/** Writes what the engine will read (one CSV) and what was set aside (JSON lines), in private files. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Rejected, RejectedFile } from '../staged.ts';

export interface StagedWriter {
  /** A record as it stands in a buffer: valid CSV in the dialect of the file. */
  copy(place: number, bytes: Buffer, from: number, to: number): void;
  /** A record as texts; null is an empty field. */
  row(place: number, fields: readonly (string | null)[]): void;
  reject(rejected: Rejected): void;
  close(): { readonly text: string; readonly rows: number; readonly rejected: RejectedFile };
}

const bufferBytes = 1 << 20;
/** Longer raw texts are cut in the quarantine; the file itself still has them. */
export const maxRawCharacters = 65_536;

export function stagedWriter(folder: string, delimiter: string, quote: string): StagedWriter {
  const textPath = join(folder, 'staged.csv');
  const rejectedPath = join(folder, 'rejected.jsonl');
  const text = bufferedFile(textPath);
  const rejected = bufferedFile(rejectedPath);
  let rows = 0;
  let count = 0;
  return {
    copy(place, bytes, from, to) {
      text.writeText(`${place}${delimiter}`);
      text.writeBytes(bytes, from, to);
      text.writeText('\n');
      rows += 1;
    },
    row(place, fields) {
      text.writeText(
        `${place}${delimiter}${fields.map((field) => quotedField(field, quote)).join(delimiter)}\n`,
      );
      rows += 1;
    },
    reject(each) {
      const raw = each.raw.length > maxRawCharacters ? each.raw.slice(0, maxRawCharacters) : each.raw;
      rejected.writeText(`${JSON.stringify({ ...each, raw: raw.toWellFormed() })}\n`);
      count += 1;
    },
    close() {
      text.close();
      rejected.close();
      return { text: textPath, rows, rejected: { path: rejectedPath, count } };
    },
  };
}

/** Line breaks inside a field become one kind: the engine takes the first that it sees for the end of every line. */
const quotedField = (field: string | null, quote: string): string =>
  field === null ? '' : `${quote}${field.replace(/\r\n?/g, '\n').replaceAll(quote, quote + quote)}${quote}`;

interface BufferedFile {
  writeText(text: string): void;
  writeBytes(bytes: Buffer, from: number, to: number): void;
  close(): void;
}

function bufferedFile(path: string): BufferedFile {
  const file = openSync(path, 'w', 0o600);
  const buffer = Buffer.allocUnsafe(bufferBytes);
  let used = 0;
  const flush = (): void => {
    for (let at = 0; at < used; ) at += writeSync(file, buffer, at, used - at);
    used = 0;
  };
  const makeRoom = (bytes: number): boolean => {
    if (used + bytes > bufferBytes) flush();
    return bytes <= bufferBytes;
  };
  return {
    writeText(text) {
      if (text.length < 16) {
        makeRoom(64);
        used += buffer.write(text, used);
        return;
      }
      const bytes = Buffer.byteLength(text);
      if (makeRoom(bytes)) used += buffer.write(text, used);
      else writeAll(file, Buffer.from(text));
    },
    writeBytes(bytes, from, to) {
      if (makeRoom(to - from)) used += bytes.copy(buffer, used, from, to);
      else writeAll(file, bytes.subarray(from, to));
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at);
}
