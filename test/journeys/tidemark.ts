/** Runs the command line as a person does, in a project of its own. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
export const shared = join(root, '../shared/data');

/** Why a test that needs other people's files is skipped. */
export const absent = (path: string): boolean => !existsSync(join(shared, path));

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly words: string;
  json<T>(): T;
}

export function tidemark(project: string, ...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/tidemark.js'), '--project', project, ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  return { code: status, out: stdout, words: stderr, json: <T>() => JSON.parse(stdout) as T };
}

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'tidemark-journey-'));

/** A copy of an example's project, so that nothing is left in the tree. */
export function example(name: string): string {
  const folder = emptyFolder();
  cpSync(join(root, 'examples', name), folder, {
    recursive: true,
    filter: (path) => !path.includes('.duckdb'),
  });
  return folder;
}

export const textOf = (path: string | undefined): string => readFileSync(path ?? '', 'utf8');
