import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import type { Shipment, Surroundings } from '../carrier.ts';
import type { Way } from '../schedule.ts';
import { isPrivate, post } from './post.ts';
import { slack } from './slack.ts';
import { teams } from './teams.ts';
import { webhook } from './webhook.ts';

interface Heard {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let close = (): void => undefined;
afterEach(() => close());

/** A server in this process that answers as told and remembers what it heard. */
async function listener(
  answer: (response: ServerResponse) => void,
): Promise<{ url: string; heard: Heard[] }> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push({ headers: request.headers, body });
      answer(response);
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, heard };
}

const fine = (response: ServerResponse): void => void response.end('ok');
const key = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const around = (url: string): Surroundings => ({
  mail: null,
  env: { HOOK: url, HOOK_SECRET: key },
  now: () => new Date('2025-06-02T08:00:00Z'),
});
const shipment = <W extends Way>(way: W): Shipment<W> => ({
  id: 'abc123',
  way,
  readyAt: '2025-06-02T08:00:00.000Z',
  content: {
    subject: 'Customer service <May>',
    summary: 'CSAT rose.\n• Billing *explains* it',
    attachments: [{ name: 'r.json', type: 'application/json', bytes: new TextEncoder().encode('{}') }],
  },
});

test('a webhook carries the report, its identity, and a signature that the receiver can check', async () => {
  const { url, heard } = await listener(fine);
  const way = { kind: 'webhook', urlEnv: 'HOOK', secretEnv: 'HOOK_SECRET', allowPrivate: true } as const;
  expect(await webhook(around(url)).send(shipment(way))).toBe('200 ok');
  const [{ headers, body } = { headers: {}, body: '' }] = heard;
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = createHmac('sha256', Buffer.alloc(32, 7)).update(signed).digest('base64');
  expect(headers).toMatchObject({
    'webhook-id': 'msg_abc123',
    'webhook-timestamp': '1748851200',
    'webhook-signature': `v1,${expected}`,
  });
  expect(JSON.parse(body)).toMatchObject({
    type: 'report.ready',
    data: { files: [{ name: 'r.json', content: 'e30=' }] },
  });
});

test('a warning says to programs that it is one', async () => {
  const { url, heard } = await listener(fine);
  const way = { kind: 'webhook', urlEnv: 'HOOK', secretEnv: 'HOOK_SECRET', allowPrivate: true } as const;
  const { content, ...rest } = shipment(way);
  await webhook(around(url)).send({ ...rest, content: { ...content, event: 'warning.raised' } });
  expect(JSON.parse(heard[0]?.body ?? '{}')).toMatchObject({ type: 'warning.raised' });
});

test('Slack gets plain text, in which nothing is a mention or a mark', async () => {
  const { url, heard } = await listener(fine);
  await slack(around(url)).send(shipment({ kind: 'slack', urlEnv: 'HOOK', allowPrivate: true }));
  expect(JSON.parse(heard[0]?.body ?? '')).toMatchObject({ text: 'Customer service &lt;May&gt;' });
});

test('Teams gets a card, in which someone’s stars stay stars', async () => {
  const { url, heard } = await listener(fine);
  await teams(around(url)).send(shipment({ kind: 'teams', urlEnv: 'HOOK', allowPrivate: true }));
  expect(heard[0]?.body).toContain('Billing \\\\*explains\\\\* it');
});

const to = (url: string, allowPrivate = true) => post({ url, headers: {}, body: '{}', allowPrivate });

test('a redirect is not followed, wherever it leads', async () => {
  const { url, heard } = await listener((response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
  );
  await expect(to(url)).rejects.toThrow(/sends on to another address \(302\), which is not followed/);
  expect(heard).toHaveLength(1);
});

test.each([
  'https://127.0.0.1/x',
  'https://localhost/x',
  'https://[::1]/x',
  'https://[::ffff:10.0.0.1]/x',
  'https://169.254.169.254/',
])('%s leads into one’s own network and is not called', async (url) => {
  await expect(to(url, false)).rejects.toThrow(/one’s own network: if that is meant, say allow_private/);
});

test('an address without encryption is refused', async () => {
  await expect(to('http://example.org/', false)).rejects.toThrow(/none that begins with https/);
});

test('public addresses are not private, the edges of private nets are', () => {
  expect(['8.8.8.8', '172.32.0.1', '2606:4700::1111'].map(isPrivate)).toEqual([false, false, false]);
  expect(['172.31.255.255', '100.64.0.1', 'fd00::1', '::ffff:192.168.1.1'].map(isPrivate)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test.each([
  [500, false],
  [429, false],
  [404, true],
])('an answer of %d is for good: %s', async (status, lasting) => {
  const { url } = await listener((response) => response.writeHead(status).end('no'));
  await expect(to(url)).rejects.toMatchObject({ lasting });
});

test('a variable that is not set is named, and its value never', async () => {
  const way = { kind: 'slack', urlEnv: 'NO_SUCH_HOOK', allowPrivate: true } as const;
  await expect((async () => slack(around('https://secret.example/')).send(shipment(way)))()).rejects.toThrow(
    'the environment has no NO_SUCH_HOOK',
  );
});
