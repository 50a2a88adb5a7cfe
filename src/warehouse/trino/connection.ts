/** The statement protocol: a statement is posted, its pages are fetched one after the other, and giving up is said. */
import { collected } from '../collected.ts';
import type { AskOptions, Row } from '../warehouse.ts';
import type { Address, Secrets } from './address.ts';
import { headersOf } from './headers.ts';
import type { Wire } from './http.ts';
import { jsonOf, type Page, patiently, reach } from './patience.ts';
import { notACluster, tooOld, toProblem } from './problems.ts';
import { literal, reader, type TypedColumn, textLiteral } from './values.ts';
import { watching } from './watch.ts';

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
  const { who, statement: headers } = headersOf(address, { ...secrets, session });
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
    rows: (statement, options = {}) => collected(batches(statement, options)),
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

/** Columns of the same name, if any, are the last one's, as in every row that is an object. */
function rowReader(columns: readonly TypedColumn[]): (values: readonly unknown[]) => Row {
  const readers = columns.map(({ name, type }) => [name, reader(type)] as const);
  return (values) => Object.fromEntries(readers.map(([name, read], i) => [name, read(values[i])]));
}

/** A server behind another may not know how it is reached: its pages are fetched where the statement was posted. */
function hereOf(uri: string, { base }: Address): string {
  const { pathname, search } = new URL(uri);
  return `${base}${pathname}${search}`;
}
