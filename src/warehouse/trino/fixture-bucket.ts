/** For tests: storage that answers like S3 as far as the store asks, on a port of this machine. */
import { createServer, type IncomingMessage } from 'node:http';

export interface Storage {
  readonly url: string;
  /** What is in the bucket, by key. */
  readonly files: Map<string, Buffer>;
  /** `PUT key`, `LIST prefix`, `DELETE n`, in the order in which they came. */
  readonly asked: string[];
  close(): Promise<void>;
}

export interface Refusal {
  readonly status: number;
  readonly code: string;
}

interface Options {
  /** So many keys on one page of a list. */
  readonly page?: number;
  /** What a request is refused with; `silent`: no answer ever, `broken`: half of one. */
  readonly refuse?: (asked: string) => Refusal | 'silent' | 'broken' | null;
}

/** One bucket, named `lake`. */
export async function storage({ page = 1000, refuse = () => null }: Options = {}): Promise<Storage> {
  const files = new Map<string, Buffer>();
  const parts = new Map<string, Buffer>();
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://here');
    const key = decodeURIComponent(pathname.slice('/lake/'.length));
    const [deed, answer] = reply();
    asked.push(deed);
    const refusal = pathname.startsWith('/lake') ? refuse(deed) : { status: 404, code: 'NoSuchBucket' };
    if (refusal === 'silent') return;
    if (refusal === 'broken') {
      response.writeHead(200, { 'content-length': 1000 }).write('half');
      return void setTimeout(() => response.destroy(), 20);
    }
    if (refusal !== null)
      return void response.writeHead(refusal.status).end(xml('Error', tag('Code', refusal.code)));
    const found = answer();
    if (found === null) response.writeHead(404).end(xml('Error', tag('Code', 'NoSuchKey')));
    else response.setHeader('etag', '"e"').end(found);

    function reply(): readonly [string, () => string | Buffer | null] {
      const part = searchParams.get('partNumber');
      if (searchParams.has('list-type'))
        return [`LIST ${searchParams.get('prefix')}`, () => listed(files, searchParams, page)];
      if (request.method === 'GET') return [`GET ${key}`, () => files.get(key) ?? null];
      if (searchParams.has('delete')) return deletion(files, body);
      if (part !== null) return [`PART ${part} of ${key}`, () => kept(parts, part.padStart(5, '0'), body)];
      if (searchParams.has('uploads'))
        return [`BEGIN ${key}`, () => xml('InitiateMultipartUploadResult', tag('UploadId', 'u'))];
      if (request.method === 'DELETE') return [`ABORT ${key}`, () => ''];
      if (request.method === 'PUT') return [`PUT ${key}`, () => kept(files, key, body)];
      return [`COMPLETE ${key}`, () => completed(files, parts, key)];
    }
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    files,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const tag = (name: string, value: string): string => `<${name}>${value}</${name}>`;
const xml = (name: string, ...inside: readonly string[]): string => tag(name, inside.join(''));

function kept(into: Map<string, Buffer>, key: string, body: Buffer): string {
  into.set(key, body);
  return '';
}

function listed(files: ReadonlyMap<string, Buffer>, asked: URLSearchParams, page: number): string {
  const after = asked.get('continuation-token') ?? '';
  const left = [...files.keys()]
    .sort()
    .filter((key) => key.startsWith(asked.get('prefix') ?? '') && key > after);
  const here = left.slice(0, page);
  return xml(
    'ListBucketResult',
    tag('IsTruncated', String(left.length > page)),
    ...(left.length > page ? [tag('NextContinuationToken', here.at(-1) ?? '')] : []),
    ...here.map((key) => tag('Contents', tag('Key', key))),
  );
}

function deletion(files: Map<string, Buffer>, body: Buffer): readonly [string, () => string] {
  const keys = [...body.toString().matchAll(/<Key>([^<]*)<[/]Key>/g)].map(([, key = '']) => key);
  const done = (): string => {
    for (const key of keys) files.delete(key);
    return xml('DeleteResult');
  };
  return [`DELETE ${keys.length}`, done];
}

function completed(files: Map<string, Buffer>, parts: ReadonlyMap<string, Buffer>, key: string): string {
  files.set(key, Buffer.concat([...parts].sort().map(([, part]) => part)));
  return xml('CompleteMultipartUploadResult', tag('Key', key));
}
