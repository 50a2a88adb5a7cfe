/** The files of a planned load that are not in yet: by their names, sizes and times of change. */

import { globSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { isLoaded, type SeenFile } from '../../state/index.ts';

/** A file that changed so recently may still be written to: it waits for the next time. */
const restMs = 5000;

export function newFiles(db: DatabaseSync, patterns: readonly string[], now: Date): readonly SeenFile[] {
  const paths = [...new Set(patterns.flatMap((pattern) => globSync(pattern)))].sort();
  return paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isFile() !== true || now.getTime() - found.mtimeMs < restMs) return [];
    const file = { path, hash: `${found.size}-${found.mtimeMs}` };
    return isLoaded(db, file) ? [] : [file];
  });
}
