/** Where a warehouse keeps its files: the warehouse itself, what spills out of memory, and what waits to be loaded. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { warehouseBusy } from './problems.ts';

export interface Place {
  readonly file: string;
  /** Files to be loaded are put here, for nobody else's eyes; the engine may read no other folder. */
  readonly stagingFolder: string;
  readonly spillFolder: string;
  /** Gives the file back and clears what was temporary. */
  release(): void;
}

/** Files of this process: the engine's lock is the process's, so it would not notice a second opening. */
const open = new Map<string, 'writing' | number>();

/** @throws Problem `warehouse_busy` where this very process has the file open already */
export function takePlace(path: string, readOnly: boolean): Place {
  if (path === ':memory:') return placeInMemory();
  const file = join(existingFolder(dirname(resolve(path))), basename(path));
  occupy(file, readOnly);
  const folder = `${file}.private`;
  const stagingFolder = join(folder, 'staging');
  const spillFolder = join(folder, 'spill');
  if (!readOnly) for (const name of [folder, stagingFolder, spillFolder]) privateFolder(name);
  return { file, stagingFolder, spillFolder, release: () => leave(file, spillFolder) };
}

function placeInMemory(): Place {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'tidemark-'));
  const stagingFolder = privateFolder(join(folder, 'staging'));
  const release = (): void => rmSync(folder, { recursive: true, force: true });
  return { file: ':memory:', stagingFolder, spillFolder: join(folder, 'spill'), release };
}

/** Symbolic links are followed, so that one file has one name. */
const existingFolder = (folder: string): string => (existsSync(folder) ? realpathSync(folder) : folder);

function privateFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

function occupy(file: string, readOnly: boolean): void {
  const held = open.get(file);
  if (held === 'writing' || (held !== undefined && !readOnly)) throw warehouseBusy(file, 'this very process');
  open.set(file, readOnly ? (held ?? 0) + 1 : 'writing');
}

function leave(file: string, spillFolder: string): void {
  const held = open.get(file);
  if (typeof held === 'number' && held > 1) open.set(file, held - 1);
  else open.delete(file);
  if (held === 'writing') rmSync(spillFolder, { recursive: true, force: true });
}

/** Runs work whose new files only their owner may read. */
export async function privately<T>(work: () => Promise<T>): Promise<T> {
  if (!isMainThread) return await work();
  const before = process.umask(0o077);
  try {
    return await work();
  } finally {
    process.umask(before);
  }
}
