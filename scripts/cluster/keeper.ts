/** Lets another process kill and start the workers of a cluster: `POST /worker-1/kill`, `POST /worker-1/start`. */
import { createServer, type Server } from 'node:http';
import type { Cluster } from './start-cluster.ts';

/** Its address; it answers `start` when the worker is known again. */
export async function keeperOf(cluster: Cluster): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    const [, name, deed] = (request.url ?? '').split('/');
    const worker = cluster.workers.find((each) => each.name === name);
    const done =
      worker === undefined
        ? Promise.reject(new Error(`no worker ${name}`))
        : deed === 'kill'
          ? worker.kill()
          : startAgain(cluster, () => worker.start());
    done.then(
      () => response.end('done\n'),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const port = await listening(server);
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

const startAgain = async (cluster: Cluster, start: () => void): Promise<void> => {
  start();
  await cluster.workersThere(cluster.workers.length);
};

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
