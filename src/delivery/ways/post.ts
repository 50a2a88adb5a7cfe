/** One POST to an address that may not lead into one's own network: no redirect is followed, every wait ends. */
import { type LookupAddress, lookup } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Refusal } from '../carrier.ts';

const patienceMs = 20_000;
/** Of an answer, enough to see why. */
const answerBytes = 2000;

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the address may be in one's own network, and unencrypted there. */
  readonly allowPrivate: boolean;
}

/** @returns the status line's number and the beginning of the answer. @throws Refusal */
export async function post({ url, headers, body, allowPrivate }: Post): Promise<string> {
  const address = addressOf(url, allowPrivate);
  const { status, text } = await exchange(address, headers, body, allowPrivate);
  if (status >= 200 && status < 300) return `${status} ${text}`.trim();
  if (status >= 300 && status < 400)
    throw new Refusal(
      `${address.host} sends on to another address (${status}), which is not followed: configure the address itself`,
      { lasting: true },
    );
  const lasting = status >= 400 && status < 500 && ![408, 425, 429].includes(status);
  throw new Refusal(`${address.host} answered ${status}: ${text.slice(0, 200)}`, { lasting });
}

function addressOf(url: string, allowPrivate: boolean): URL {
  const address = URL.canParse(url) ? new URL(url) : null;
  const fine =
    address !== null && (address.protocol === 'https:' || (allowPrivate && address.protocol === 'http:'));
  if (!fine) throw new Refusal('the hook’s address is none that begins with https://', { lasting: true });
  const host = address.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) !== 0 && isPrivate(host)) throw privateAddress(address.host);
  return address;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

function exchange(
  address: URL,
  headers: Post['headers'],
  body: string,
  allowPrivate: boolean,
): Promise<Answer> {
  const request = address.protocol === 'https:' ? tlsRequest : plainRequest;
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const length = String(Buffer.byteLength(body));
  const sent: ClientRequest = request(
    address,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': length, ...headers },
      signal: AbortSignal.timeout(patienceMs),
      lookup: allowPrivate ? lookup : publicOnly,
    },
    (answer) => resolve(read(answer)),
  );
  sent.on('error', (cause: NodeJS.ErrnoException) =>
    reject(cause instanceof Refusal ? cause : unreachable(address.host, cause)),
  );
  sent.end(body);
  return promise;
}

async function read(answer: IncomingMessage): Promise<Answer> {
  let text = '';
  for await (const piece of answer.setEncoding('utf8')) {
    text += String(piece);
    if (text.length > answerBytes) break;
  }
  return { status: answer.statusCode ?? 0, text: text.slice(0, answerBytes).replace(/\s+/g, ' ').trim() };
}

const own = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  own.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  own.addSubnet(net, prefix, 'ipv6');

/** Addresses of one's own machine and network, in either family; IPv4 inside IPv6 counts as what it is. */
export function isPrivate(ip: string): boolean {
  return own.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
}

/** Asked by the connection itself, so that what was checked is what is connected to. */
const publicOnly: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, '', 0);
    const addresses = found as LookupAddress[];
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => isPrivate(address)))
      return done(privateAddress(host), '', 0);
    return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
  });
};

const privateAddress = (host: string): Refusal =>
  new Refusal(
    `${host} leads into one’s own network: if that is meant, say allow_private: true for this hook`,
    { lasting: true },
  );

function unreachable(host: string, cause: NodeJS.ErrnoException): Refusal {
  const slow = cause.name === 'AbortError' || cause.name === 'TimeoutError';
  const why = slow ? `said nothing for ${patienceMs / 1000} seconds` : `cannot be reached: ${cause.message}`;
  return new Refusal(`${host} ${why}`, { shut: true, cause });
}
