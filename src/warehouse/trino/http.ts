/** One HTTP request, with a certificate authority of one's own where that is needed; connections are kept open. */
import { Agent, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps, Agent as SecureAgent } from 'node:https';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Sent {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Wire {
  send(url: string, sent: Sent): Promise<Answer>;
  close(): void;
}

/** So long a server may say nothing at all; a statement that takes longer is answered in between. */
const silence = 60_000;

/** @param ca certificates in PEM that are trusted beside the system's own */
export function wireWith(ca: string | null): Wire {
  const plain = new Agent({ keepAlive: true });
  const secure = new SecureAgent({ keepAlive: true, ...(ca === null ? {} : { ca }) });
  const once = (url: string, { method, headers, body, signal }: Sent): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const options = { method, headers, timeout: silence, ...(signal === undefined ? {} : { signal }) };
      const sent = url.startsWith('https:')
        ? overHttps(url, { ...options, agent: secure })
        : overHttp(url, { ...options, agent: plain });
      sent.on('timeout', () => sent.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })));
      sent.on('error', (error) => reject(Object.assign(error, { wasIdle: sent.reusedSocket })));
      sent.on('response', (answer) => void whole(answer).then(resolve, reject));
      sent.end(body);
    });
  /** A connection that was kept may have been closed on the other side just then. What changes something is not sent twice. */
  const send: Wire['send'] = (url, sent) =>
    once(url, sent).catch((error: NodeJS.ErrnoException & { wasIdle?: boolean }) => {
      const isStale = error.code === 'ECONNRESET' && error.wasIdle === true;
      if (isStale && sent.method !== 'POST') return once(url, sent);
      throw error;
    });
  return {
    send,
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}

async function whole(answer: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: Buffer.concat(parts).toString('utf8'),
  };
}
