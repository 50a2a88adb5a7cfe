/** A file as a stream of UTF-8 bytes, whatever it was written in. */
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Encoding } from '../format.ts';
import { repaired } from './single-byte.ts';

export interface ByteSource {
  /** The next bytes; null at the end. The buffer is the source's own and is overwritten by the next call. */
  read(): Buffer | null;
  close(): void;
}

const chunkBytes = 1 << 20;

interface SourceOptions {
  readonly encoding: Encoding;
  readonly repair: Readonly<Record<string, string>>;
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

/** Opens a file; a byte order mark is left out. */
export function openBytes(path: string, { encoding, repair, onProgress }: SourceOptions): ByteSource {
  const plain = openPlain(path, onProgress);
  if (encoding === 'utf-8') return skippingMark(plain);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return decoded(plain, encoding);
  if (encoding === 'utf-8+windows-1252')
    return lineByLine(skippingMark(plain), repaired('windows-1252', repair));
  return translated(plain, repaired(encoding, repair));
}

function openPlain(path: string, onProgress: ((bytes: number) => void) | undefined): ByteSource {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let done = 0;
  return {
    read() {
      const length = readSync(file, buffer, 0, chunkBytes, null);
      done += length;
      onProgress?.(done);
      return length === 0 ? null : buffer.subarray(0, length);
    },
    close: () => closeSync(file),
  };
}

function skippingMark(source: ByteSource): ByteSource {
  let first = true;
  return {
    read() {
      const chunk = source.read();
      const marked = first && chunk !== null && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
      first = false;
      return marked ? chunk.subarray(3) : chunk;
    },
    close: source.close,
  };
}

function decoded(source: ByteSource, encoding: string): ByteSource {
  const decoder = new TextDecoder(encoding);
  let ended = false;
  return {
    read() {
      if (ended) return null;
      const chunk = source.read();
      ended = chunk === null;
      return Buffer.from(chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true }), 'utf8');
    },
    close: source.close,
  };
}

/** Every upper byte becomes the bytes of its character. */
function translated(source: ByteSource, table: readonly string[]): ByteSource {
  const translate = translator(table);
  return {
    read() {
      const chunk = source.read();
      return chunk === null ? null : translate(chunk);
    },
    close: source.close,
  };
}

function translator(table: readonly string[]): (chunk: Buffer) => Buffer {
  const bytes = table.map((character) => Buffer.from(character, 'utf8'));
  const widest = Math.max(...bytes.map(({ length }) => length));
  return (chunk) => {
    const out = Buffer.allocUnsafe(chunk.length * widest);
    let at = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index] ?? 0;
      if (byte < 0x80) out[at++] = byte;
      else for (const each of bytes[byte - 0x80] ?? []) out[at++] = each;
    }
    return out.subarray(0, at);
  };
}

/** Lines that are valid UTF-8 stay; the others are read as the single-byte encoding: two encodings in one file. */
function lineByLine(source: ByteSource, table: readonly string[]): ByteSource {
  const translate = translator(table);
  let carry: Buffer = Buffer.alloc(0);
  const mend = (whole: Buffer): Buffer =>
    isUtf8(whole)
      ? Buffer.from(whole)
      : Buffer.concat(linesOf(whole).map((line) => (isUtf8(line) ? line : translate(line))));
  return {
    read() {
      const chunk = source.read();
      if (chunk === null) {
        const last = mend(carry);
        carry = Buffer.alloc(0);
        return last.length === 0 ? null : last;
      }
      const whole = Buffer.concat([carry, chunk]);
      const cut = whole.lastIndexOf(10) + 1;
      carry = whole.subarray(cut);
      return mend(whole.subarray(0, cut));
    },
    close: source.close,
  };
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    const newline = bytes.indexOf(10, from);
    const to = newline < 0 ? bytes.length : newline + 1;
    lines.push(bytes.subarray(from, to));
    from = to;
  }
  return lines;
}
