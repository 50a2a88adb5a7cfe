/** Everything that was sent, kept by the hash of its content: the same bytes are kept once and can be proved. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../model/index.ts';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const pathOf = (folder: string, hash: string): string => join(folder, hash.slice(0, 2), hash);

/**
 * Keeps bytes and gives their hash; they are on the disk, whole, before it returns.
 *
 * @throws Problem `disk_full` (exit 3)
 */
export function keep(folder: string, bytes: Uint8Array): string {
  const hash = hashOf(bytes);
  const path = pathOf(folder, hash);
  if (existsSync(path)) return hash;
  const part = `${path}.${process.pid}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeThrough(part, bytes);
    renameSync(part, path);
    return hash;
  } catch (cause) {
    rmSync(part, { force: true });
    throw unkept(folder, cause);
  }
}

function writeThrough(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w', 0o600);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** @throws Problem `archive_damaged` where the bytes are gone or no longer what was kept */
export function kept(folder: string, hash: string): Uint8Array {
  const path = pathOf(folder, hash);
  const bytes = existsSync(path) ? readFileSync(path) : null;
  if (bytes !== null && hashOf(bytes) === hash) return bytes;
  throw new Problem('archive_damaged', {
    place: path,
    found: bytes === null ? 'no such file' : 'other bytes than were kept',
    expected: 'what was to be sent',
    todo: 'bring the archive back from a copy, then run "tidemark deliver" again',
  });
}

function unkept(folder: string, cause: unknown): Problem {
  const full = ['ENOSPC', 'EDQUOT'].includes(String((cause as NodeJS.ErrnoException).code));
  return full
    ? new Problem(
        'disk_full',
        {
          found: `no room left on the disk of ${folder}`,
          expected: 'room for the reports that are to be sent',
          todo: 'make room and run "tidemark deliver" again; nothing was sent',
        },
        { cause, exitCode: 3 },
      )
    : new Problem(
        'archive_unwritable',
        {
          found: `${folder}, which cannot be written to (${(cause as Error).message})`,
          expected: 'a folder for what is sent',
          todo: 'let this user write there',
        },
        { cause },
      );
}
