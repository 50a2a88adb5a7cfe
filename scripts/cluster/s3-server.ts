/** Storage that speaks like S3 and checks every signature, with its files in a folder: S3Proxy, fetched once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended } from './ended.ts';
import { copiedByMaven, fetchedOnce } from './maven.ts';

/** Storage with one bucket, and who may use it. */
export interface Storage {
  readonly endpoint: string;
  readonly bucket: string;
  readonly key: string;
  readonly secret: string;
  /** The files of the bucket as they lie on this machine. */
  readonly folder: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const version = '4.1.0';
const name = `s3proxy-${version}-jar-with-dependencies.jar`;

/** The server as one file; null where it cannot be had. */
export function fetchS3Server(javaHome: string): string | null {
  const artifact = `org.gaul:s3proxy:${version}:jar:jar-with-dependencies`;
  const fetched = fetchedOnce(name, (work) =>
    copiedByMaven(artifact, work, javaHome) ? null : 'Maven could not fetch the storage',
  );
  return 'path' in fetched ? fetched.path : null;
}

interface Settings {
  readonly jar: string;
  readonly javaHome: string;
  /** Its own. */
  readonly folder: string;
  readonly port: number;
  /** Sees to it that a process does not outlive its owner. */
  readonly watch: (child: ChildProcess) => ChildProcess;
}

export function s3Server({ jar, javaHome, folder, port, watch }: Settings): Storage {
  const [endpoint, bucket] = [`http://127.0.0.1:${port}`, 'tidemark'];
  const [key, secret] = [randomBytes(10).toString('hex'), randomBytes(20).toString('hex')];
  const files = join(folder, 'files');
  mkdirSync(join(files, bucket), { recursive: true });
  const settings = join(folder, 's3.properties');
  const lines = [
    `s3proxy.endpoint=${endpoint}`,
    // The cluster asks for attributes that this server leaves out.
    's3proxy.ignore-unknown-headers=true',
    's3proxy.authorization=aws-v2-or-v4',
    `s3proxy.identity=${key}`,
    `s3proxy.credential=${secret}`,
    'jclouds.provider=filesystem-nio2',
    `jclouds.filesystem.basedir=${files}`,
  ];
  writeFileSync(settings, `${lines.join('\n')}\n`, { mode: 0o600 });
  let running: ChildProcess | null = null;
  return {
    ...{ endpoint, bucket, key, secret, folder: join(files, bucket) },
    start: async () => {
      const log = openSync(join(folder, 'server.log'), 'a');
      const java = join(javaHome, 'bin/java');
      const options = ['-Xmx256M', '-jar', jar, '--properties', settings];
      running = watch(spawn(java, options, { stdio: ['ignore', log, log] }));
      await untilAnswers(endpoint, folder);
    },
    stop: () => ended(running, 'SIGKILL'),
  };
}

/** Whoever asks without a key is refused, and that is an answer. */
async function untilAnswers(endpoint: string, folder: string): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const answered = await fetch(endpoint, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    await answered?.body?.cancel();
    if (answered !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the storage did not get ready; its log: ${folder}/server.log`);
}
