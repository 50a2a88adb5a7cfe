import { afterEach, expect, test, vi } from 'vitest';
import { problemOf } from '../../model/fixture-problem.ts';
import { type Coordinator, coordinator } from './fixture-coordinator.ts';
import { connectTo, openTrino } from './open.ts';

let server: Coordinator | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

type Telling = Parameters<typeof coordinator>[0];

async function to(tell: Telling, session: Readonly<Record<string, string>> = {}) {
  server = await coordinator(tell);
  return connectTo({ warehouse: server.url, session });
}

const ask = { sql: 'select ?', parameters: ["it's"] };
const columns = [{ name: 'x', type: 'bigint' }];

test('a statement is posted with its values, and its pages are fetched where it was posted', async () => {
  const connection = await to(
    ({ method, path }) => {
      if (method === 'POST')
        return [200, { nextUri: 'http://elsewhere.example/v1/statement/2?slug=a', columns, data: [[1]] }];
      return path === '/v1/statement/2?slug=a'
        ? [200, { nextUri: 'http://elsewhere.example/v1/statement/3' }]
        : [200, { columns, data: [[2], [3]] }];
    },
    { query_max_run_time: '30m', note: 'a b' },
  );
  expect(await connection.rows(ask)).toEqual([{ x: 1 }, { x: 2 }, { x: 3 }]);
  const [posted] = server?.asked ?? [];
  expect(posted?.body).toBe("execute immediate 'select ?' using 'it''s'");
  expect(posted?.headers).toMatchObject({
    'x-trino-user': 'ana',
    'x-trino-catalog': 'iceberg',
    'x-trino-schema': 'desk',
    'x-trino-time-zone': 'UTC',
    'x-trino-session': 'query_max_run_time=30m,note=a%20b',
  });
});

test('a coordinator that is overtaxed for a moment is asked again', async () => {
  let tries = 0;
  const connection = await to(() => (tries++ < 2 ? [503, 'wait'] : [200, { columns, data: [[1]] }]));
  expect(await connection.rows(ask)).toEqual([{ x: 1 }]);
  expect(tries).toBe(3);
});

test('whoever stops reading leaves nothing running', async () => {
  const connection = await to(({ method }, base) =>
    method === 'DELETE' ? [204, ''] : [200, { nextUri: `${base}/v1/statement/next`, columns, data: [[1]] }],
  );
  for await (const rows of connection.batches(ask, {})) {
    expect(rows).toEqual([{ x: 1 }]);
    break;
  }
  expect(server?.asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/v1/statement/next' });
});

test('what takes too long is given up, and so is what nobody wants any more', async () => {
  const connection = await to(({ method }, base) =>
    method === 'DELETE' ? [204, ''] : [200, { nextUri: `${base}/v1/statement/next` }],
  );
  expect((await problemOf(connection.rows(ask, { timeoutMs: 100 }))).code).toBe('query_too_long');
  await vi.waitFor(() => expect(server?.asked.at(-1)?.method).toBe('DELETE'));
  const nobody = new AbortController();
  setTimeout(() => nobody.abort(new Error('nobody waits')), 50);
  await expect(connection.rows(ask, { signal: nobody.signal })).rejects.toThrow('nobody waits');
  await vi.waitFor(() => expect(server?.asked.at(-1)?.method).toBe('DELETE'));
});

test.each([
  ['CATALOG_NOT_FOUND', 'catalog_missing', 'no catalog "iceberg"'],
  ['TABLE_NOT_FOUND', 'warehouse_missing', 'tidemark import FILE'],
  ['PERMISSION_DENIED', 'warehouse_denied', 'ana may not'],
  ['EXCEEDED_GLOBAL_MEMORY_LIMIT', 'query_killed', 'ended the statement'],
  ['EXCEEDED_TIME_LIMIT', 'query_killed', 'ended the statement'],
  ['ADMINISTRATIVELY_KILLED', 'query_killed', 'ended the statement'],
  ['QUERY_QUEUE_FULL', 'query_killed', 'ended the statement'],
  ['REMOTE_HOST_GONE', 'cluster_failed', 'run the same command again'],
  ['NO_NODES_AVAILABLE', 'cluster_failed', 'run the same command again'],
  ['SYNTAX_ERROR', 'statement_failed', 'tell us this line'],
])('%s is told as %s', async (errorName, code, words) => {
  const connection = await to(() => [200, { error: { message: 'Because', errorName, errorType: '' } }]);
  const problem = await problemOf(connection.rows(ask));
  expect(problem.code).toBe(code);
  expect(problem.message).toContain(words);
});

test.each([
  [401, 'cluster_sign_in', 'TIDEMARK_TRINO_PASSWORD'],
  [403, 'cluster_sign_in', 'refuses ana'],
  [404, 'cluster_not_one', 'answers 404'],
])('the answer %i is told as %s', async (status, code, words) => {
  const connection = await to(() => [status, '']);
  const problem = await problemOf(connection.rows(ask));
  expect(problem.code).toBe(code);
  expect(problem.message).toContain(words);
});

test('a server that is too old, or something else, is said to be so before anything is asked', async () => {
  server = await coordinator(() => [200, {}], { version: '405' });
  expect((await problemOf(connectTo({ warehouse: server.url }))).message).toContain('version 405');
  await server.close();
  server = await coordinator(() => [200, {}], { version: 'not a number' });
  const other = server.url.replace('trino:', 'trino:');
  expect((await problemOf(openTrino({ warehouse: other }))).code).toBe('cluster_not_one');
});

test('a cluster that is down is one sentence', async () => {
  const problem = await problemOf(connectTo({ warehouse: 'trino://127.0.0.1:1/iceberg/desk' }));
  expect(problem.code).toBe('cluster_unreachable');
  expect(problem.message).toMatch(
    /^trino:\/\/127\.0\.0\.1:1\/iceberg\/desk: the cluster cannot be reached \(ECONNREFUSED\);/,
  );
});

test('a password is never sent where others can read it', async () => {
  server = await coordinator(() => [200, {}]);
  const problem = await problemOf(connectTo({ warehouse: server.url, password: 'geheim' }));
  expect(problem.code).toBe('cluster_certificate');
  expect(server.asked).toEqual([]);
});
