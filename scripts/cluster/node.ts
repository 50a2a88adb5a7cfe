/** One process of the cluster: a folder with its settings, and the server that runs on it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended } from './ended.ts';

export interface NodeSettings {
  readonly name: string;
  readonly folder: string;
  readonly server: string;
  readonly javaHome: string;
  readonly memoryMb: number;
  /** Sees to it that a process does not outlive its owner. */
  readonly watch: (child: ChildProcess) => ChildProcess;
  /** Lines of `config.properties`, and of other files by name. */
  readonly config: readonly string[];
  readonly files: Readonly<Record<string, readonly string[]>>;
}

export interface ServerNode {
  readonly name: string;
  start(): void;
  /** At once, as a machine dies. */
  kill(): Promise<void>;
  /** As its keeper stops it. */
  stop(): Promise<void>;
}

export function serverNode({
  name,
  folder,
  server,
  javaHome,
  memoryMb,
  watch,
  config,
  files,
}: NodeSettings): ServerNode {
  const etc = join(folder, 'etc');
  const all = {
    'log.properties': ['io.trino=WARN', 'io.airlift=WARN'],
    'config.properties': config,
    ...files,
  };
  mkdirSync(join(etc, 'catalog'), { recursive: true });
  for (const [file, lines] of Object.entries(all))
    writeFileSync(join(etc, file), `${lines.join('\n')}\n`, { mode: 0o600 });
  for (const part of ['bin', 'lib', 'plugin']) symlinkSync(join(server, part), join(folder, part));
  let process: ChildProcess | null = null;
  return {
    name,
    start: () => {
      process = watch(spawnServer({ name, folder, javaHome, memoryMb }));
    },
    kill: () => ended(process, 'SIGKILL'),
    stop: () => ended(process, 'SIGTERM'),
  };
}

/** Java itself, without the launcher in between: the process that is killed is the one that works. */
function spawnServer({
  name,
  folder,
  javaHome,
  memoryMb,
}: Pick<NodeSettings, 'name' | 'folder' | 'javaHome' | 'memoryMb'>): ChildProcess {
  const log = openSync(join(folder, 'server.log'), 'a');
  const properties = [
    '-Dnode.environment=tidemark',
    `-Dnode.id=${name}`,
    `-Dnode.data-dir=${join(folder, 'data')}`,
    `-Dconfig=${join(folder, 'etc/config.properties')}`,
    `-Dlog.levels-file=${join(folder, 'etc/log.properties')}`,
    '-Dlog.enable-console=true',
  ];
  return spawn(
    join(javaHome, 'bin/java'),
    ['-cp', `${join(folder, 'lib')}/*`, ...jvm(memoryMb), ...properties, 'io.trino.server.TrinoServer'],
    { cwd: folder, stdio: ['ignore', log, log] },
  );
}

const jvm = (memoryMb: number): readonly string[] => [
  '-server',
  `-Xmx${memoryMb}M`,
  '-XX:+UseG1GC',
  '-XX:+ExitOnOutOfMemoryError',
  '-Dfile.encoding=UTF-8',
  '-Djdk.attach.allowAttachSelf=true',
  '--enable-native-access=ALL-UNNAMED',
  '--add-modules=jdk.incubator.vector',
];
