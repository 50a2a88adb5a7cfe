/** Which encoding a file is in, told from its own bytes; and which bytes in it come from another one. */
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Encoding } from '../format.ts';
import { utf16Of } from './look.ts';
import { type SingleByte, upperHalf } from './single-byte.ts';

export interface EncodingGuess {
  readonly encoding: Encoding;
  /** Bytes that make no sense in this encoding and would in another: byte → character. */
  readonly repair: Readonly<Record<string, string>>;
  /** How often each of these bytes stands in the file. */
  readonly repairCounts: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

/** Bytes above 127, counted with their neighbours, over the lines that are no UTF-8. */
interface Evidence {
  readonly validLines: number;
  readonly invalidLines: number;
  /** byte → how often; between letters, at the edge of a word, elsewhere. */
  readonly inWords: Float64Array;
  readonly alone: Float64Array;
}

/** Reads the whole file where its head is not the whole answer. */
export function guessEncoding(path: string, head: Buffer): EncodingGuess {
  const wide = utf16Of(head);
  if (wide !== null) return plain(wide, [`encoding ${wide.toUpperCase()}`]);
  const evidence = gather(path);
  const { validLines, invalidLines } = evidence;
  if (invalidLines === 0) return plain('utf-8', []);
  if (validLines > invalidLines) {
    return plain('utf-8', [
      `encoding UTF-8; ${invalidLines} lines are not and are set aside (encoding: utf-8+windows-1252 would read them)`,
    ]);
  }
  if (validLines > invalidLines * 0.05) {
    return plain('utf-8+windows-1252', [
      `two encodings: ${validLines} lines in UTF-8, ${invalidLines} in Windows-1252; each line is read in its own`,
    ]);
  }
  return singleByte(evidence);
}

const plain = (encoding: Encoding, notes: readonly string[]): EncodingGuess => ({
  encoding,
  repair: {},
  repairCounts: {},
  notes,
});

function gather(path: string): Evidence {
  const evidence = {
    validLines: 0,
    invalidLines: 0,
    inWords: new Float64Array(256),
    alone: new Float64Array(256),
  };
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(4 << 20);
  let kept = 0;
  try {
    for (;;) {
      const length = readSync(file, buffer, kept, buffer.length - kept, null);
      const filled = kept + length;
      const cut = length === 0 ? filled : buffer.subarray(0, filled).lastIndexOf(10) + 1 || filled;
      weigh(buffer.subarray(0, cut), evidence);
      if (length === 0) return evidence;
      buffer.copyWithin(0, cut, filled);
      kept = filled - cut;
    }
  } finally {
    closeSync(file);
  }
}

function weigh(bytes: Buffer, evidence: { -readonly [K in keyof Evidence]: Evidence[K] }): void {
  const whole = isUtf8(bytes);
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(10, from);
    const to = found < 0 ? bytes.length : found;
    const line = bytes.subarray(from, to);
    from = to + 1;
    if (!line.some(isUpper)) continue;
    if (whole || isUtf8(line)) evidence.validLines += 1;
    else {
      evidence.invalidLines += 1;
      weighLine(line, evidence);
    }
  }
}

const isUpper = (byte: number): boolean => byte >= 0x80;
const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte > 64 && byte < 91) || (byte > 96 && byte < 123));

function weighLine(line: Buffer, { inWords, alone }: Evidence): void {
  line.forEach((byte, at) => {
    if (byte < 0x80) return;
    const touches = isLetter(line[at - 1]) || isLetter(line[at + 1]);
    const counts = touches ? inWords : alone;
    counts[byte] = (counts[byte] ?? 0) + 1;
  });
}

/** Letters that Western languages write often; marks and small capitals in the middle of words they do not. */
const usual = new Set('éèêëàâäáãåçôöóòõîïíìùûüúñøæœßÉÈÀÇÖÜÄÊÎÔÂÅØÑ');
const apostrophes = new Set("’'‘“”«»…–— °€");

function weightOf(character: string, inWord: boolean): number {
  if (usual.has(character)) return 1;
  if (apostrophes.has(character)) return inWord ? 0.3 : 0.5;
  if (/\p{L}/u.test(character)) return inWord ? 0 : -0.2;
  return inWord ? -1 : -0.1;
}

function singleByte({ inWords, alone }: Evidence): EncodingGuess {
  const candidates: readonly SingleByte[] = ['windows-1252', 'cp850', 'iso-8859-15'];
  const score = (encoding: SingleByte): number =>
    upperHalf(encoding).reduce((sum, character, index) => {
      const byte = index + 0x80;
      return (
        sum +
        (inWords[byte] ?? 0) * weightOf(character, true) +
        (alone[byte] ?? 0) * weightOf(character, false)
      );
    }, 0);
  const best = candidates.reduce((winner, each) => (score(each) > score(winner) ? each : winner));
  const { repair, counts } = foreignBytes(best, inWords);
  const bytes = Object.entries(repair).map(
    ([byte, character]) => `${byte} (${counts[byte]} times; ${character} in ${other(best)})`,
  );
  const offer =
    bytes.length === 0
      ? []
      : [`bytes of another encoding inside words: ${bytes.join(', ')}; "repair" in the mapping mends them`];
  return { encoding: best, repair, repairCounts: counts, notes: [`encoding ${best}`, ...offer] };
}

const other = (encoding: SingleByte): SingleByte => (encoding === 'cp850' ? 'windows-1252' : 'cp850');

/** Inside words a mark or nothing in one encoding, a usual letter in the other. */
function foreignBytes(
  encoding: SingleByte,
  inWords: Float64Array,
): { repair: Record<string, string>; counts: Record<string, number> } {
  const own = upperHalf(encoding);
  const theirs = upperHalf(other(encoding));
  const repair: Record<string, string> = {};
  const counts: Record<string, number> = {};
  own.forEach((character, index) => {
    const times = inWords[index + 0x80] ?? 0;
    const letter = theirs[index] ?? '';
    if (times === 0 || /\p{L}/u.test(character) || apostrophes.has(character) || !usual.has(letter)) return;
    const name = `0x${(index + 0x80).toString(16)}`;
    repair[name] = letter;
    counts[name] = times;
  });
  return { repair, counts };
}
