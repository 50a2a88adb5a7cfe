/** Finds a Java that is new enough for the server, wherever it stands on this machine. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const places = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines', '/opt'];

/** The home of the newest Java of at least that version; null where there is none. */
export function findJava(atLeast: number, env: NodeJS.ProcessEnv = process.env): string | null {
  const homes = [...(env.JAVA_HOME === undefined ? [] : [env.JAVA_HOME]), ...installed(), ...onPath()];
  const known = homes.map((home) => ({ home, version: versionOf(home) }));
  const enough = known.filter(({ version }) => version >= atLeast).sort((a, b) => b.version - a.version);
  return enough[0]?.home ?? null;
}

const installed = (): readonly string[] =>
  places
    .filter((place) => existsSync(place))
    .flatMap((place) => readdirSync(place).map((name) => join(place, name)))
    .flatMap((home) => [home, join(home, 'Contents/Home')]);

function onPath(): readonly string[] {
  const told = spawnSync('java', ['-XshowSettings:properties', '-version'], { encoding: 'utf8' });
  const home = /java\.home = (.+)/.exec(told.stderr ?? '')?.[1];
  return home === undefined ? [] : [home.trim()];
}

/** 0 where it does not run. */
function versionOf(home: string): number {
  const java = join(home, 'bin/java');
  if (!existsSync(java)) return 0;
  const told = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(told.stderr ?? '')?.[1] ?? 0);
}
