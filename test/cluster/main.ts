/** `npm run test:cluster`: the suites of the cluster, on one that is named or on one of their own. */
import { spawn } from 'node:child_process';
import { keeperOf } from '../../scripts/cluster/keeper.ts';
import { namesFor } from '../../scripts/cluster/names-for.ts';
import { startCluster } from '../../scripts/cluster/start-cluster.ts';

/** A newcomer's machine lacks what a cluster needs: that is said, and nothing has failed. */
async function onItsOwn(): Promise<number> {
  const cluster = await startCluster({ withBucket: true });
  if ('missing' in cluster) {
    process.stdout.write(`the suites of the cluster are skipped: ${cluster.missing}\n`);
    process.stdout.write('0 passed, 0 failed, 1 skipped\n');
    return 0;
  }
  const keeper = await keeperOf(cluster);
  try {
    return await suites(namesFor(cluster, keeper.url));
  } finally {
    keeper.close();
    await cluster.stop();
  }
}

/** Beside this process, which answers those who kill a worker. */
const suites = (env: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve) => {
    const only = process.argv.slice(2);
    const running = spawn('vitest', ['run', '--config', 'test/cluster/vitest.config.ts', ...only], {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    }).once('exit', (code) => resolve(code ?? 1));
    // Whoever interrupts this one waits until the cluster is down.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => running.kill(signal));
  });

process.exitCode = process.env.TIDEMARK_TEST_TRINO === undefined ? await onItsOwn() : await suites({});
