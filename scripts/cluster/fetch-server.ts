/** Fetches the server once, into a cache outside the repository, and keeps of it what the tests need. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, copiedByMaven } from './maven.ts';

export const serverVersion = '476';

const plugins = ['iceberg', 'memory', 'tpch', 'exchange-filesystem', 'password-authenticators'];

/** The folder of the unpacked server; null with a reason where it cannot be had. */
export function fetchServer(javaHome: string): { readonly folder: string } | { readonly missing: string } {
  const folder = join(cacheFolder, `trino-server-${serverVersion}`);
  if (existsSync(folder)) return { folder };
  const work = join(cacheFolder, `fetching-${process.pid}`);
  mkdirSync(work, { recursive: true });
  try {
    if (!copiedByMaven(`io.trino:trino-server:${serverVersion}:tar.gz`, work, javaHome))
      return { missing: 'Maven could not fetch the server' };
    if (!unpacked(work)) return { missing: 'the server could not be unpacked' };
    renameSync(join(work, `trino-server-${serverVersion}`), folder);
    return { folder };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
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
