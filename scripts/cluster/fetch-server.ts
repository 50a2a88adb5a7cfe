/** Fetches the server once, into a cache outside the repository, and keeps of it what the tests need. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export const serverVersion = '476';

const plugins = ['iceberg', 'memory', 'tpch', 'exchange-filesystem', 'password-authenticators'];

/** The folder of the unpacked server; null with a reason where it cannot be had. */
export function fetchServer(javaHome: string): { readonly folder: string } | { readonly missing: string } {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'tidemark');
  const folder = join(cache, `trino-server-${serverVersion}`);
  if (existsSync(folder)) return { folder };
  const work = join(cache, `fetching-${process.pid}`);
  mkdirSync(work, { recursive: true });
  try {
    if (!copied(work, javaHome)) return { missing: 'Maven could not fetch the server' };
    if (!unpacked(work)) return { missing: 'the server could not be unpacked' };
    renameSync(join(work, `trino-server-${serverVersion}`), folder);
    return { folder };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A repository of its own, so that nothing of 800 MB stays behind twice. */
function copied(work: string, javaHome: string): boolean {
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
  const told = spawnSync(
    'mvn',
    [
      ...['-q', '-B', '-C', `-Dmaven.repo.local=${join(work, 'maven')}`, goal],
      ...[`-Dartifact=io.trino:trino-server:${serverVersion}:tar.gz`, `-DoutputDirectory=${work}`],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, JAVA_HOME: javaHome }, cwd: work },
  );
  return told.status === 0;
}

/** Plugins share their libraries by links in the archive: all of it is unpacked, and what nobody needs is taken out. */
function unpacked(work: string): boolean {
  const top = `trino-server-${serverVersion}`;
  const told = spawnSync('tar', ['-xzf', `${top}.tar.gz`], { cwd: work, stdio: 'inherit' });
  const all = join(work, top, 'plugin');
  if (told.status !== 0) return false;
  for (const name of readdirSync(all))
    if (!plugins.includes(name)) rmSync(join(all, name), { recursive: true });
  return true;
}
