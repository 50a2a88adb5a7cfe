/** Fetches one file from Maven's public repository, with Maven itself. */
import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Outside the repository; what lies here is fetched once. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'tidemark');

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
