/** Fetches from Maven's public repository, with Maven itself, and keeps what was fetched for the next time. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Outside the repository. */
const cacheFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'tidemark');

/**
 * A file or folder of the cache by its name; where it is not there yet, it is made in a folder for that work alone, and
 * stands in the cache whole or not at all.
 *
 * @param make makes it under its name in that folder; answers why it could not, or null
 */
export function fetchedOnce(
  name: string,
  make: (work: string) => string | null,
): { readonly path: string } | { readonly missing: string } {
  const path = join(cacheFolder, name);
  if (existsSync(path)) return { path };
  const work = join(cacheFolder, `fetching-${process.pid}`);
  mkdirSync(work, { recursive: true });
  try {
    const missing = make(work);
    if (missing !== null) return { missing };
    renameSync(join(work, name), path);
    return { path };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Whether the file is in the folder now. The repository that Maven keeps is one of its own there, so that nothing stays
 * behind twice.
 *
 * @param artifact GROUP:NAME:VERSION:TYPE
 */
export function copiedByMaven(artifact: string, folder: string, javaHome: string): boolean {
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
  const told = spawnSync(
    'mvn',
    [
      ...['-q', '-B', '-C', `-Dmaven.repo.local=${join(folder, 'maven')}`, goal],
      ...[`-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, JAVA_HOME: javaHome }, cwd: folder },
  );
  return told.status === 0;
}
