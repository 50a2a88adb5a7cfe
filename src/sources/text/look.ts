/** The first look at a file: whether it is one at all, and what its first bytes say. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { Problem } from '../../model/index.ts';
import type { FileType } from '../format.ts';

export interface FirstLook {
  readonly head: Buffer;
  readonly bytes: number;
  /** What the first bytes say; null where they may be any text. */
  readonly type: FileType | null;
}

const headBytes = 1 << 20;

/** @throws Problem `file_missing`, `file_is_directory`, `file_empty`, `file_old_xls`, `file_encrypted`, `file_compressed`, `file_binary` */
export function lookAt(path: string): FirstLook {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw problem('file_missing', path, 'no such file', 'check its name and folder');
  if (stat.isDirectory()) throw problem('file_is_directory', path, 'a folder', 'name the files in it');
  if (stat.size === 0) throw problem('file_empty', path, 'an empty file (0 bytes)', 'export it again');
  const head = headOf(path);
  const kind = magic(head);
  if (kind !== null && kind.problem !== null) throw problem(kind.problem, path, kind.found, kind.todo);
  return { head, bytes: stat.size, type: kind?.type ?? null };
}

function headOf(path: string): Buffer {
  try {
    const file = openSync(path, 'r');
    const buffer = Buffer.alloc(headBytes);
    const length = readSync(file, buffer, 0, headBytes, 0);
    closeSync(file);
    return buffer.subarray(0, length);
  } catch (cause) {
    throw problem(
      'file_unreadable',
      path,
      `a file that cannot be opened (${(cause as NodeJS.ErrnoException).code})`,
      'check its permissions',
      cause,
    );
  }
}

interface Kind {
  readonly problem: string | null;
  readonly type: FileType | null;
  readonly found: string;
  readonly todo: string;
}

const signatures: readonly (readonly [string, string | null, string, string])[] = [
  ['504b0304', null, 'xlsx', ''],
  ['504b0506', 'file_empty', 'an empty archive', 'save it again as CSV or XLSX'],
  [
    'd0cf11e0',
    'file_old_xls',
    'an Excel file of the old kind (.xls)',
    'open it and save it as XLSX or CSV UTF-8',
  ],
  ['1f8b', 'file_compressed', 'a file compressed with gzip', 'unpack it first: gunzip FILE'],
  ['28b52ffd', 'file_compressed', 'a file compressed with zstd', 'unpack it first: unzstd FILE'],
  ['377abcaf', 'file_compressed', 'a 7z archive', 'unpack it first'],
  ['52617221', 'file_compressed', 'a RAR archive', 'unpack it first'],
  ['425a68', 'file_compressed', 'a file compressed with bzip2', 'unpack it first: bunzip2 FILE'],
  ['25504446', 'file_binary', 'a PDF', 'export the table itself as CSV or XLSX'],
  ['50415231', 'file_binary', 'a Parquet file', 'export it as CSV or JSON lines'],
];

const encrypted: Kind = {
  problem: 'file_encrypted',
  type: null,
  found: 'a workbook with a password',
  todo: 'save it without the password',
};

function magic(head: Buffer): Kind | null {
  const hex = head.subarray(0, 8).toString('hex');
  const found = signatures.find(([start]) => hex.startsWith(start));
  if (found?.[1] === 'file_old_xls' && head.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return encrypted;
  if (found !== undefined) {
    const [, code, what, todo] = found;
    return code === null
      ? { problem: null, type: 'xlsx', found: what, todo }
      : { problem: code, type: null, found: what, todo };
  }
  if (!isText(head))
    return {
      problem: 'file_binary',
      type: null,
      found: 'a binary file',
      todo: 'export the table as CSV, JSON lines or XLSX',
    };
  return /^(?:\ufeff)?\s*[{[]/.test(head.toString('utf8', 0, 200))
    ? { problem: null, type: 'jsonl', found: '', todo: '' }
    : null;
}

/** Text has few control characters; UTF-16 has a zero in every second byte. */
function isText(head: Buffer): boolean {
  if (utf16Of(head) !== null) return true;
  const sample = head.subarray(0, 65_536);
  let odd = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && byte !== 26)) odd += 1;
  return odd <= sample.length * 0.02;
}

/** By its byte order mark, or by where the zeros of Western text stand. */
export function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 2000);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const half = sample.length / 2;
  if ((zeros[1] ?? 0) > half * 0.7 && (zeros[0] ?? 0) < half * 0.1) return 'utf-16le';
  if ((zeros[0] ?? 0) > half * 0.7 && (zeros[1] ?? 0) < half * 0.1) return 'utf-16be';
  return null;
}

const problem = (code: string, path: string, found: string, todo: string, cause?: unknown): Problem =>
  new Problem(code, { place: path, found, expected: 'a CSV, JSON lines or XLSX file', todo }, { cause });
