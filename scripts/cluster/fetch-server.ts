/** Fetches the server once, into a cache outside the repository, and keeps of it what the tests need. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copiedByMaven, fetchedOnce } from './maven.ts';

export const serverVersion = '476';

/** The folder in the archive, and in the cache. */
const top = `trino-server-${serverVersion}`;

const plugins = ['iceberg', 'memory', 'tpch', 'exchange-filesystem', 'password-authenticators'];

/** The folder of the unpacked server; null with a reason where it cannot be had. */
export const fetchServer = (javaHome: string) =>
  fetchedOnce(top, (work) => {
    if (!copiedByMaven(`io.trino:trino-server:${serverVersion}:tar.gz`, work, javaHome))
      return 'Maven could not fetch the server';
    return unpacked(work) ? null : 'the server could not be unpacked';
  });

/** Plugins share their libraries by links in the archive: all of it is unpacked, and what nobody needs is taken out. */
function unpacked(work: string): boolean {
  const told = spawnSync('tar', ['-xzf', `${top}.tar.gz`], { cwd: work, stdio: 'inherit' });
  const all = join(work, top, 'plugin');
  if (told.status !== 0) return false;
  for (const name of readdirSync(all))
    if (!plugins.includes(name)) rmSync(join(all, name), { recursive: true });
  return true;
}
