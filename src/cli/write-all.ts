/** Writes several files, each complete or not at all. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../model/index.ts';

/** @returns the paths. @throws Problem `disk_full` (exit 3) or `folder_unwritable` */
export function writeAll(
  folder: string,
  files: readonly (readonly [string, Uint8Array])[],
): readonly string[] {
  const paths = files.map(([name]) => join(folder, name));
  try {
    mkdirSync(folder, { recursive: true });
    for (const [i, [, bytes]] of files.entries()) writeFileSync(`${paths[i]}.part`, bytes);
    for (const path of paths) renameSync(`${path}.part`, path);
    return paths;
  } catch (cause) {
    for (const path of paths) rmSync(`${path}.part`, { force: true });
    throw unwritable(folder, cause);
  }
}

function unwritable(folder: string, cause: unknown): Problem {
  const full = (cause as NodeJS.ErrnoException).code === 'ENOSPC';
  return full
    ? new Problem(
        'disk_full',
        {
          found: `no room left on the disk of ${folder}`,
          expected: 'room for the report',
          todo: 'make room and try again',
        },
        { cause, exitCode: 3 },
      )
    : new Problem(
        'folder_unwritable',
        {
          found: `${folder}, which cannot be written to`,
          expected: 'a folder for the report',
          todo: 'choose another with --out',
        },
        { cause },
      );
}
