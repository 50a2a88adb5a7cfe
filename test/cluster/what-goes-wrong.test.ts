import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { problemOf } from '../../src/model/fixture-problem.ts';
import { type ClusterOptions, connectTo, openTrino } from '../../src/warehouse/trino/open.ts';
import { tidemark } from '../journeys/tidemark.ts';
import { type Guarded, guardedCluster } from './guarded-cluster.ts';
import { cluster } from './testing.ts';

/** Takes a while on any machine, and little memory. */
const long = "select count_if(comment like '%tide%mark%') from tpch.sf1000.lineitem";

const run = async (sql: string, options: Partial<ClusterOptions> = {}) => {
  const connection = await connectTo({ warehouse: cluster.url, ...options });
  return connection.rows({ sql, parameters: [] }).finally(() => connection.close());
};

describe('a cluster that says no', () => {
  test('a catalog that it has not, a schema that it has not', async () => {
    const { warehouse } = inject('onBoth');
    const elsewhere = warehouse.replace('/iceberg/', '/glacier/');
    expect((await problemOf(openTrino({ warehouse: elsewhere }))).message).toContain('no catalog "glacier"');
    const nothing = warehouse.replace(/[^/]*$/, 'nothing_here');
    expect((await problemOf(openTrino({ warehouse: nothing }))).code).toBe('warehouse_missing');
  });

  test('a statement that takes longer than it may, and one that takes more memory', async () => {
    const slow = await problemOf(run(long, { session: { query_max_run_time: '1s' } }));
    expect([slow.code, slow.message]).toEqual([
      'query_killed',
      expect.stringContaining('EXCEEDED_TIME_LIMIT'),
    ]);
    const large = await problemOf(
      run('select array_agg(comment) from tpch.sf1.orders', { session: { query_max_memory: '1MB' } }),
    );
    expect([large.code, large.message]).toEqual(['query_killed', expect.stringContaining('MEMORY_LIMIT')]);
  });

  test('a statement that its administrator ends', async () => {
    const running = problemOf(run(`${long} /* of somebody */`));
    const ended = async (): Promise<boolean> => {
      const found = await run(
        "select query_id as id from system.runtime.queries where query like '%/* of somebody */' and state = 'RUNNING'",
      );
      for (const { id } of found) await run(`call system.runtime.kill_query('${id}', 'too greedy')`);
      return found.length > 0;
    };
    await expect.poll(ended, { timeout: 60_000, interval: 500 }).toBe(true);
    const told = await running;
    expect([told.code, told.message]).toEqual(['query_killed', expect.stringContaining('too greedy')]);
  });

  test('what nobody waits for any more stops there too', async () => {
    const connection = await connectTo({ warehouse: cluster.url });
    const sql = `${long} /* given up */`;
    const given = await problemOf(connection.rows({ sql, parameters: [] }, { timeoutMs: 3000 }));
    expect(given.code).toBe('query_too_long');
    const states = () =>
      connection.rows({
        sql: "select state from system.runtime.queries where query like '%/* given up */' and query not like '%runtime%'",
        parameters: [],
      });
    await expect.poll(states, { timeout: 30_000, interval: 500 }).toEqual([{ state: 'FAILED' }]);
    connection.close();
  });
});

test.skipIf(cluster.keeper === '')(
  'a worker that dies in the middle of a statement: one sentence, and the same again succeeds',
  { timeout: 600_000 },
  async () => {
    const worker = async (deed: 'kill' | 'start') =>
      void (await fetch(`${cluster.keeper}/worker-1/${deed}`, { method: 'POST' }));
    const dying = problemOf(run(long));
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await worker('kill');
    try {
      const told = await dying;
      expect([told.code, told.message]).toEqual([
        'cluster_failed',
        expect.stringContaining('run the same command again'),
      ]);
    } finally {
      await worker('start');
    }
    const { onCluster } = inject('onBoth');
    expect(tidemark(onCluster, 'metrics', 'csat', '--period', '2025').code).toBe(0);
  },
);

describe('a cluster that asks who is there', () => {
  let guarded: Guarded;
  beforeAll(async () => {
    guarded = await guardedCluster();
  });
  afterAll(() => guarded?.cluster.stop());

  const signIn = (secrets: Omit<ClusterOptions, 'warehouse'>) =>
    connectTo({ warehouse: guarded.warehouse, ca: guarded.authority, ...secrets }).then(
      async (connection) => {
        const rows = await connection.rows({ sql: 'select current_user as who', parameters: [] });
        connection.close();
        return rows;
      },
    );

  test('knows who has the password, and who has a token', async () => {
    expect(await signIn({ password: guarded.password })).toEqual([{ who: 'ana' }]);
    expect(await signIn({ token: guarded.token('ana') })).toEqual([{ who: 'ana' }]);
  });

  test('a wrong password, a wrong token and none at all are one sentence', async () => {
    for (const secrets of [{ password: 'wrong' }, { token: 'e30.e30.e30' }, {}])
      expect((await problemOf(signIn(secrets))).code).toBe('cluster_sign_in');
  });

  test('an authority that nobody knows, and TLS where there is none', async () => {
    const stranger = problemOf(connectTo({ warehouse: guarded.warehouse, password: guarded.password }));
    expect((await stranger).message).toContain('cluster: authority');
    const plain = problemOf(connectTo({ warehouse: guarded.unguarded, password: guarded.password }));
    expect((await plain).message).toContain('does not speak TLS');
  });
});
