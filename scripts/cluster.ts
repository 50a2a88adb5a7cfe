/** `npm run cluster`: a cluster for tests and for trying things out, until it is interrupted. */
import { keeperOf } from './cluster/keeper.ts';
import { startCluster } from './cluster/start-cluster.ts';

const cluster = await startCluster({ port: Number(process.env.PORT ?? 0) });
if ('missing' in cluster) {
  console.log(`no cluster: ${cluster.missing}`);
} else {
  const keeper = await keeperOf(cluster);
  console.log(`warehouse: ${cluster.url}
TIDEMARK_TEST_TRINO=${cluster.url} TIDEMARK_TEST_TRINO_STORE=${cluster.store} TIDEMARK_TEST_TRINO_KEEPER=${keeper.url}`);
  const end = (): void => {
    keeper.close();
    void cluster.stop().then(() => process.exit());
  };
  process.once('SIGINT', end).once('SIGTERM', end);
}
