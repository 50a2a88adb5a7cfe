/** One growing CSV file: fields go straight into a large buffer of bytes, so that a row costs well under a microsecond. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { Problem } from '../model/index.ts';
import type { Stamps } from './stamps.ts';

const bufferBytes = 1 << 18;
/** No row of the demo is longer. */
const rowBytes = 1 << 14;
const [comma, quote, newline, zero, minus, dot] = [0x2c, 0x22, 0x0a, 0x30, 0x2d, 0x2e];

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file with a life: opened, written row by row, closed. Every field method adds one field and its comma. */
export class CsvFile {
  readonly #descriptor: number;
  readonly #stamps: Stamps;
  readonly #path: string;
  readonly #buffer = Buffer.allocUnsafe(bufferBytes);
  #at = 0;
  #rowStart = 0;
  #lastStart = 0;
  #lastEnd = 0;
  rows = 0;
  bytes = 0;
  /** The latest instant in any row. */
  latest = 0;
  /** The line that the next row begins on, the header being line 1. */
  line = 2;

  constructor(path: string, header: readonly string[], stamps: Stamps) {
    this.#path = path;
    this.#stamps = stamps;
    this.#descriptor = openSync(path, 'w');
    this.#put(bytesOf(`${header.join(',')}\n`));
    this.#rowStart = this.#at;
  }

  text(value: Uint8Array): this {
    this.#put(value);
    return this.none();
  }

  /** A letter and a number: the form of every key here. */
  key(letter: number, n: number): this {
    this.#buffer[this.#at++] = letter;
    return this.whole(n);
  }

  whole(n: number): this {
    this.#digits(n);
    return this.none();
  }

  /** Hundredths, with a point: an amount of money. */
  cents(n: number): this {
    this.#digits(Math.floor(n / 100));
    this.#buffer[this.#at++] = dot;
    this.#buffer[this.#at++] = zero + (Math.floor(n / 10) % 10);
    this.#buffer[this.#at++] = zero + (n % 10);
    return this.none();
  }

  /** An instant in UTC; nothing where it is negative. */
  time(t: number): this {
    if (t >= 0) this.#at = this.#stamps.utc(this.#buffer, this.#at, t);
    if (t > this.latest) this.latest = t;
    return this.none();
  }

  localTime(t: number): this {
    if (t >= 0) this.#at = this.#stamps.local(this.#buffer, this.#at, t);
    if (t > this.latest) this.latest = t;
    return this.none();
  }

  /** Seconds; nothing where negative, which is how this generator says "never". */
  seconds(n: number): this {
    return n < 0 ? this.none() : this.whole(Math.floor(n));
  }

  /** An empty field, or the comma after one. */
  none(): this {
    this.#buffer[this.#at++] = comma;
    return this;
  }

  /** Opens and closes a quoted field around any number of `part`s. */
  quote(): this {
    this.#buffer[this.#at++] = quote;
    return this;
  }

  /** Bytes without a comma after them; line breaks inside are counted. */
  part(value: Uint8Array): this {
    this.#put(value);
    return this;
  }

  lineBreak(): this {
    this.#buffer[this.#at++] = newline;
    this.line++;
    return this;
  }

  digits(n: number): this {
    this.#digits(n);
    return this;
  }

  /** Ends the row: the last comma becomes the line's end. */
  end(): void {
    this.#buffer[this.#at - 1] = newline;
    this.rows++;
    this.line++;
    this.#lastStart = this.#rowStart;
    this.#rowStart = this.#at;
    this.#lastEnd = this.#at;
    if (this.#at > bufferBytes - 2 * rowBytes) this.#flushBefore(this.#lastStart);
  }

  /** The last row once more, byte for byte. */
  repeat(): void {
    const length = this.#lastEnd - this.#lastStart;
    this.#buffer.copyWithin(this.#at, this.#lastStart, this.#lastEnd);
    this.#at += length;
    const copy = this.#buffer.subarray(this.#rowStart, this.#at - 1);
    for (const byte of copy) if (byte === newline) this.line++;
    this.end();
  }

  /** A whole row as it stands, however wrong; it does not count as the last row for `repeat`. */
  raw(line: string): void {
    this.#put(bytesOf(`${line}\n`));
    this.#rowStart = this.#at;
    this.rows++;
    this.line++;
  }

  close(): void {
    this.#flushBefore(this.#at);
    closeSync(this.#descriptor);
  }

  #put(value: Uint8Array): void {
    const buffer = this.#buffer;
    const at = this.#at;
    const length = value.length;
    for (let i = 0; i < length; i++) buffer[at + i] = value[i] ?? 0;
    this.#at = at + length;
  }

  #digits(n: number): void {
    if (n < 0) this.#buffer[this.#at++] = minus;
    let left = Math.abs(n);
    let power = 1;
    while (power * 10 <= left) power *= 10;
    for (; power >= 1; power /= 10) {
      const digit = (left / power) | 0;
      this.#buffer[this.#at++] = zero + digit;
      left -= digit * power;
    }
  }

  /** Keeps what comes after `place` at the front of the buffer. */
  #flushBefore(place: number): void {
    writeAll(this.#descriptor, this.#buffer.subarray(0, place), this.#path);
    this.#buffer.copyWithin(0, place, this.#at);
    this.bytes += place;
    this.#at -= place;
    this.#rowStart -= place;
    this.#lastStart -= place;
    this.#lastEnd -= place;
  }
}

function writeAll(descriptor: number, bytes: Buffer, path: string): void {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
  } catch (cause) {
    throw cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC' ? full(path, cause) : cause;
  }
}

const full = (path: string, cause: Error): Problem =>
  new Problem(
    'disk_full',
    {
      found: 'the disk has no room left',
      expected: 'about 1.3 kB of room a case',
      todo: 'free some room or ask for fewer cases',
      place: path,
    },
    { cause, exitCode: 3 },
  );
