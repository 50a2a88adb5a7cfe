/** Where a warehouse keeps its files: the warehouse itself, what spills out of memory, and what waits to be loaded. */
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { warehouseBusy } from './problems.ts';

export interface Place {
  readonly file: string;
  /** Files to be loaded are put here, for nobody else's eyes; the engine may read no other folder. */
  readonly stagingFolder: string;
  /** Of this opening alone: the engine's names for its files would clash with another process's. */
  readonly spillFolder: string;
  /** Clears what a process that died has left. To be called by the one owner only. */
  tidy(): void;
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
  const spillFolder = ownSpillFolder(folder);
  if (!readOnly) privateFolder(stagingFolder);
  return {
    file,
    stagingFolder,
    spillFolder,
    tidy: () => tidy(folder, stagingFolder, spillFolder),
    release: () => {
      leave(file);
      rmSync(spillFolder, { recursive: true, force: true });
      for (const empty of [stagingFolder, folder]) removeEmpty(empty);
    },
  };
}

function placeInMemory(): Place {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'tidemark-'));
  const stagingFolder = privateFolder(join(folder, 'staging'));
  const release = (): void => rmSync(folder, { recursive: true, force: true });
  return {
    file: ':memory:',
    stagingFolder,
    spillFolder: join(folder, 'spill'),
    tidy: () => undefined,
    release,
  };
}

/** Symbolic links are followed, so that one file has one name. */
const existingFolder = (folder: string): string => (existsSync(folder) ? realpathSync(folder) : folder);

function privateFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

/** Beside the warehouse, where there is room; where its folder cannot be written, among the temporary files. */
function ownSpillFolder(folder: string): string {
  try {
    accessSync(dirname(folder), constants.W_OK);
    return mkdtempSync(join(privateFolder(folder), 'spill-'));
  } catch {
    return mkdtempSync(join(realpathSync(tmpdir()), 'tidemark-spill-'));
  }
}

function tidy(folder: string, stagingFolder: string, ownSpill: string): void {
  for (const name of readdirSync(stagingFolder))
    rmSync(join(stagingFolder, name), { recursive: true, force: true });
  for (const name of readdirSync(folder).filter((each) => each.startsWith('spill-')))
    if (join(folder, name) !== ownSpill) rmSync(join(folder, name), { recursive: true, force: true });
}

function removeEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

function occupy(file: string, readOnly: boolean): void {
  const held = open.get(file);
  if (held === 'writing' || (held !== undefined && !readOnly)) throw warehouseBusy(file, 'this very process');
  open.set(file, readOnly ? (held ?? 0) + 1 : 'writing');
}

function leave(file: string): void {
  const held = open.get(file);
  if (typeof held === 'number' && held > 1) open.set(file, held - 1);
  else open.delete(file);
}
