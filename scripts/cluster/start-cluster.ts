/** A whole cluster on this machine: a coordinator, workers, Iceberg tables whose names PostgreSQL keeps and whose files lie in a folder. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogDatabase, findPostgres } from './catalog-database.ts';
import { catalogs, type Files } from './catalogs.ts';
import { fetchServer } from './fetch-server.ts';
import { findJava } from './find-java.ts';
import { freePort } from './free-port.ts';
import { type NodeSettings, type ServerNode, serverNode } from './node.ts';
import { fetchS3Server, type Storage, s3Server } from './s3-server.ts';
import { undertaker } from './undertaker.ts';

export interface Cluster {
  /** What `warehouse:` in a configuration says. */
  readonly url: string;
  /** Where the files of its tables lie. */
  readonly store: string;
  /** The bucket behind the catalog `lake`; null where none was asked for, or its server could not be had. */
  readonly storage: Storage | null;
  readonly workers: readonly ServerNode[];
  /** Until that many workers are known to the coordinator. */
  workersThere(count: number): Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly workers?: number;
  readonly memoryMb?: number;
  /** A port that stays the same; 0: any that is free. */
  readonly port?: number;
  /** Another catalog, `lake`, whose tables lie in a bucket. */
  readonly withBucket?: boolean;
  /** More lines of the coordinator's settings, and files of its own beside them, by the folder that they will lie in. */
  readonly more?: (etc: string) => {
    readonly config: readonly string[];
    readonly files: Files;
  };
}

/** Java 24 is the lowest that this server starts on. */
const javaNeeded = 24;

/** The cluster, or in one line what is missing for it. */
export async function startCluster(
  options: ClusterOptions = {},
): Promise<Cluster | { readonly missing: string }> {
  const javaHome = findJava(javaNeeded);
  if (javaHome === null) return { missing: `no Java ${javaNeeded} or newer on this machine` };
  const postgres = findPostgres();
  if (postgres === null) return { missing: 'PostgreSQL is not installed' };
  const server = fetchServer(javaHome);
  if ('missing' in server) return server;
  return start({ javaHome, postgres, server: server.path }, options);
}

interface Parts {
  readonly javaHome: string;
  readonly postgres: string;
  readonly server: string;
}

async function start(
  { javaHome, postgres, server }: Parts,
  { workers: count = 2, memoryMb = 2048, port = 0, withBucket = false, more = nothingMore }: ClusterOptions,
): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-cluster-'));
  const { watch, stopWith, over } = undertaker(folder);
  const store = join(folder, 'store');
  mkdirSync(store);
  // Its database may belong to another user, who must find the way in.
  chmodSync(folder, 0o755);
  const database = catalogDatabase(postgres, join(folder, 'postgres'), await freePort());
  stopWith(database.stopping);
  const storage = withBucket ? await storageIn({ folder: join(folder, 's3'), javaHome, watch }) : null;
  const own = port === 0 ? await freePort() : port;
  const http = `http://127.0.0.1:${own}`;
  const node = (name: string, config: readonly string[], files: Files = {}): ServerNode =>
    serverNode({
      ...{ name, server, javaHome, memoryMb, folder: join(folder, name), watch },
      config: [`discovery.uri=${http}`, `query.max-memory-per-node=${Math.floor(memoryMb / 3)}MB`, ...config],
      files: { ...catalogs({ database: database.url, folder: store, storage }), ...files },
    });
  const { config, files } = more(join(folder, 'coordinator', 'etc'));
  const coordinator = node('coordinator', [...coordinating(own, memoryMb, count === 0), ...config], files);
  const workers: ServerNode[] = [];
  for (let i = 1; i <= count; i++) workers.push(node(`worker-${i}`, working(await freePort())));
  const stop = async (): Promise<void> => {
    await Promise.all([...workers, coordinator].map((each) => each.kill()));
    await storage?.stop();
    database.stop();
    rmSync(folder, { recursive: true, force: true });
    over();
  };
  const workersThere = (expected: number): Promise<void> => untilWorkers(http, expected, folder);
  database.start();
  try {
    await storage?.start();
    for (const each of [coordinator, ...workers]) each.start();
    await workersThere(count);
  } catch (error) {
    await stop();
    throw error;
  }
  const url = `trino://tidemark@127.0.0.1:${own}/iceberg/tidemark`;
  return { url, store, storage, workers, workersThere, stop };
}

type Owned = Pick<NodeSettings, 'folder' | 'javaHome' | 'watch'>;

async function storageIn(owned: Owned): Promise<Storage | null> {
  const jar = fetchS3Server(owned.javaHome);
  if (jar === null) return null;
  mkdirSync(owned.folder);
  return s3Server({ ...owned, jar, port: await freePort() });
}

const nothingMore = () => ({ config: [], files: {} });

/** Alone it does the work itself. */
const coordinating = (port: number, memoryMb: number, alone: boolean): readonly string[] => [
  'coordinator=true',
  `node-scheduler.include-coordinator=${alone}`,
  `http-server.http.port=${port}`,
  `query.max-memory=${Math.floor(memoryMb / 2)}MB`,
  'web-ui.enabled=false',
];

const working = (port: number): readonly string[] => ['coordinator=false', `http-server.http.port=${port}`];

/** The coordinator says that it has started before its workers have joined. */
async function untilWorkers(http: string, count: number, folder: string): Promise<void> {
  const end = Date.now() + 300_000;
  while (Date.now() < end) {
    const found = await workersKnown(http).catch(() => -1);
    if (found === count) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`the cluster did not get ready; its logs: ${folder}/*/server.log`);
}

async function workersKnown(http: string): Promise<number> {
  const headers = { 'X-Trino-User': 'tidemark' };
  const sql = "select count(*) from system.runtime.nodes where state = 'active' and not coordinator";
  let answer = await told(await fetch(`${http}/v1/statement`, { method: 'POST', headers, body: sql }));
  let count = -1;
  while (answer.nextUri !== undefined) {
    answer = await told(await fetch(answer.nextUri, { headers }));
    count = answer.data?.[0]?.[0] ?? count;
  }
  return count;
}

interface Told {
  readonly nextUri?: string;
  readonly data?: readonly (readonly number[])[];
}

const told = async (response: Response): Promise<Told> => (await response.json()) as Told;
