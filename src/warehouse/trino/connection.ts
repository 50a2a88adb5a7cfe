/** The statement protocol: a statement is posted, its pages are fetched one after the other, and giving up is said. */
import { Problem } from '../../model/index.ts';
import type { AskOptions, Row } from '../warehouse.ts';
import type { Address, Secrets } from './address.ts';
import type { Answer, Wire } from './http.ts';
import { notACluster, type ServerError, tooOld, toProblem, unreachable } from './problems.ts';
import { literal, parsed, reader, type TypedColumn, textLiteral } from './values.ts';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export interface Connection {
  readonly address: Address;
  /** Rows as the cluster makes them, page by page. */
  batches(statement: Statement, options: AskOptions): AsyncGenerator<Row[]>;
  rows(statement: Statement, options?: AskOptions): Promise<Row[]>;
  /** Runs a statement whose rows nobody reads; the number of rows changed, 0 where there is no such number. */
  execute(statement: Statement, options?: AskOptions): Promise<number>;
  /** The same cluster with further session properties; closing either closes both. */
  under(session: Readonly<Record<string, string>>): Connection;
  close(): void;
}

export interface ConnectOptions extends Secrets {
  /** Session properties, such as `query_max_run_time`. */
  readonly session?: Readonly<Record<string, string>>;
}

/** The lowest version that Tidemark was tried on; older ones lack ways of loading. */
const lowestVersion = 476;

/**
 * A cluster that answers and is new enough.
 *
 * @throws Problem `cluster_unreachable`, `cluster_certificate`, `cluster_not_one`, `cluster_too_old`
 */
export async function connect(
  address: Address,
  wire: Wire,
  options: ConnectOptions = {},
): Promise<Connection> {
  const connection = connectionTo(address, wire, options);
  await checkServer(address, wire);
  return connection;
}

/** What a server says of itself to anyone who asks. */
async function checkServer(address: Address, wire: Wire): Promise<void> {
  const answer = await reach(address, () =>
    wire.send(`${address.base}/v1/info`, { method: 'GET', headers: {} }),
  );
  const info = jsonOf(answer) as { nodeVersion?: { version?: string } } | null;
  const version = info?.nodeVersion?.version;
  if (answer.status !== 200 || version === undefined)
    throw notACluster(address.name, `answers ${answer.status}`);
  const number = Number.parseInt(version, 10);
  if (Number.isNaN(number)) throw notACluster(address.name, `says that its version is "${version}"`);
  if (number < lowestVersion) throw tooOld(address.name, version, lowestVersion);
}

function connectionTo(
  address: Address,
  wire: Wire,
  { session = {}, ...secrets }: ConnectOptions,
): Connection {
  const who = { 'X-Trino-User': address.user, ...authorization(address, secrets) };
  const headers = {
    ...who,
    'X-Trino-Source': 'tidemark',
    'X-Trino-Catalog': address.catalog,
    'X-Trino-Schema': address.schema,
    'X-Trino-Time-Zone': 'UTC',
    // Without it instants come back with three digits.
    'X-Trino-Client-Capabilities': 'PARAMETRIC_DATETIME',
    ...sessionHeader(session),
  };
  /** Not cut off in the middle: only its answer tells how to end what it began. */
  const post = (body: string, signal: AbortSignal) =>
    patiently(
      address,
      () => wire.send(`${address.base}/v1/statement`, { method: 'POST', headers, body }),
      signal,
    );
  const fetchPage = (uri: string, signal: AbortSignal) =>
    patiently(
      address,
      () => wire.send(hereOf(uri, address), { method: 'GET', headers: who, signal }),
      signal,
    );
  const giveUp = (uri: string) =>
    wire.send(hereOf(uri, address), { method: 'DELETE', headers: who }).catch(() => undefined);
  const endOf = async ({ nextUri }: Page) => nextUri !== undefined && giveUp(nextUri);

  async function* pages(statement: Statement, options: AskOptions): AsyncGenerator<Page> {
    const watch = watching(options);
    let next: string | undefined;
    try {
      const posted = post(written(statement), watch.signal);
      let page = await Promise.race([posted, watch.given]).catch((error: unknown) => {
        posted.then(endOf).catch(() => undefined);
        throw error;
      });
      for (;;) {
        next = page.nextUri;
        if (page.error !== undefined) throw toProblem(page.error, address);
        yield page;
        watch.check();
        if (next === undefined) return;
        page = await fetchPage(next, watch.signal);
      }
    } catch (error) {
      watch.check();
      throw error;
    } finally {
      watch.stop();
      // Whoever stops reading, for whatever reason, leaves nothing running behind.
      if (next !== undefined) await giveUp(next);
    }
  }

  async function* batches(statement: Statement, options: AskOptions): AsyncGenerator<Row[]> {
    let read: ((values: readonly unknown[]) => Row) | null = null;
    for await (const { columns, data } of pages(statement, options)) {
      if (columns !== undefined) read ??= rowReader(columns);
      if (data !== undefined && data.length > 0 && read !== null) yield data.map(read);
    }
  }

  return {
    address,
    batches,
    rows: async (statement, options = {}) => {
      const found: Row[] = [];
      for await (const batch of batches(statement, options)) for (const row of batch) found.push(row);
      return found;
    },
    execute: async (statement, options = {}) => {
      let changed = 0;
      for await (const { updateCount } of pages(statement, options)) changed = updateCount ?? changed;
      return changed;
    },
    under: (more) => connectionTo(address, wire, { ...secrets, session: { ...session, ...more } }),
    close: () => wire.close(),
  };
}

/** The values travel in the body beside the statement's text, where no header's length limits them. */
const written = ({ sql, parameters }: Statement): string =>
  parameters.length === 0
    ? sql
    : `execute immediate ${textLiteral(sql)} using ${parameters.map(literal).join(', ')}`;

const sessionHeader = (session: Readonly<Record<string, string>>): Record<string, string> => {
  const entries = Object.entries(session).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return entries.length === 0 ? {} : { 'X-Trino-Session': entries.join(',') };
};

function authorization({ base, user }: Address, { password, token }: Secrets): Record<string, string> {
  if ((password === undefined && token === undefined) || !base.startsWith('https:')) return {};
  return token === undefined
    ? { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
    : { Authorization: `Bearer ${token}` };
}

/** A server behind another may not know how it is reached: its pages are fetched where the statement was posted. */
function hereOf(uri: string, { base }: Address): string {
  const { pathname, search } = new URL(uri);
  return `${base}${pathname}${search}`;
}

interface Page {
  readonly nextUri?: string;
  readonly columns?: readonly TypedColumn[];
  readonly data?: readonly (readonly unknown[])[];
  readonly updateCount?: number;
  readonly error?: ServerError;
}

/** Columns of the same name, if any, are the last one's, as in every row that is an object. */
function rowReader(columns: readonly TypedColumn[]): (values: readonly unknown[]) => Row {
  const readers = columns.map(({ name, type }) => [name, reader(type)] as const);
  return (values) => Object.fromEntries(readers.map(([name, read], i) => [name, read(values[i])]));
}

const busy = new Set([429, 502, 503, 504]);
const longestPatience = 30_000;

/** A server that is overtaxed for a moment says so, and is asked again; for half a minute. */
async function patiently(address: Address, send: () => Promise<Answer>, signal: AbortSignal): Promise<Page> {
  const end = Date.now() + longestPatience;
  for (let wait = 100; ; wait = Math.min(2 * wait, 3000)) {
    const answer = await reach(address, send);
    if (busy.has(answer.status) && Date.now() + wait < end) {
      await pause(wait, signal);
      continue;
    }
    if (answer.status !== 200) throw toProblem(answer, address);
    const page = jsonOf(answer);
    if (page === null) throw notACluster(address.name, 'answers something else than the statement protocol');
    return page as Page;
  }
}

async function reach(address: Address, send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    throw unreachable(error, address);
  }
}

function jsonOf({ body }: Answer): object | null {
  try {
    const found = parsed(body);
    return typeof found === 'object' ? found : null;
  } catch {
    return null;
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

interface Watch {
  readonly signal: AbortSignal;
  /** Fails when the statement is given up. */
  readonly given: Promise<never>;
  /** Throws the reason where the statement was cancelled. */
  check(): void;
  stop(): void;
}

function watching({ signal, timeoutMs }: AskOptions): Watch {
  signal?.throwIfAborted();
  const own = new AbortController();
  const onAbort = (): void => own.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort);
  const timer =
    timeoutMs === undefined ? undefined : setTimeout(() => own.abort(tooLong(timeoutMs)), timeoutMs);
  const given = new Promise<never>((_, reject) => {
    own.signal.addEventListener('abort', () => reject(own.signal.reason));
  });
  // Whoever waits for it hears of it; where nobody does, nothing is amiss.
  given.catch(() => undefined);
  return {
    signal: own.signal,
    given,
    check: () => own.signal.throwIfAborted(),
    stop: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    },
  };
}

const tooLong = (timeoutMs: number): Problem =>
  new Problem('query_too_long', {
    found: `a statement was still running after ${timeoutMs / 1000} s`,
    expected: 'an answer within that time',
    todo: 'ask for a shorter period, or allow more time',
  });
