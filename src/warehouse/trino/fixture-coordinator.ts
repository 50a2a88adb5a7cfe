/** A coordinator for tests that answers as it is told, and writes down what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A status with a body; an object is a page. */
export type Told = readonly [status: number, body: object | string];

export interface Coordinator {
  readonly url: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** `tell` answers everything but the question which version this is. */
export async function coordinator(
  tell: (asked: Asked, base: string) => Told | Promise<Told>,
  { version = '476' }: { readonly version?: string } = {},
): Promise<Coordinator> {
  const asked: Asked[] = [];
  let base = '';
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = '', url = '', headers } = request;
    const own = { method, path: url, headers, body: Buffer.concat(parts).toString() };
    if (url !== '/v1/info') asked.push(own);
    const [status, body] =
      url === '/v1/info' ? ([200, { nodeVersion: { version } }] as const) : await tell(own, base);
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  base = `http://127.0.0.1:${port}`;
  return {
    url: `trino://ana@127.0.0.1:${port}/iceberg/desk`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
