/** `npm run cluster`: a cluster for tests and for trying things out, until it is interrupted; STORE=s3: its tables in a bucket. */
import { keeperOf } from './cluster/keeper.ts';
import { namesFor } from './cluster/names-for.ts';
import { startCluster } from './cluster/start-cluster.ts';

const withBucket = process.env.STORE === 's3';
const { PORT = 0, WORKERS = 2 } = process.env;
const cluster = await startCluster({ port: Number(PORT), workers: Number(WORKERS), withBucket });
if ('missing' in cluster) {
  console.log(`no cluster: ${cluster.missing}`);
} else {
  const keeper = await keeperOf(cluster);
  const { storage } = cluster;
  console.log(
    storage === null
      ? `warehouse: ${cluster.url}
cluster: { files: { location: local:///tidemark, folder: ${cluster.store}/tidemark } }`
      : `warehouse: ${cluster.url.replace('/iceberg/', '/lake/')}
cluster: { files: { location: s3://${storage.bucket}/tidemark, endpoint: ${storage.endpoint} } }`,
  );
  const names = Object.entries(namesFor(cluster, keeper.url));
  console.log(names.map(([name, value]) => `${name}=${value}`).join(' '));
  const end = (): void => {
    keeper.close();
    void cluster.stop().then(() => process.exit());
  };
  process.once('SIGINT', end).once('SIGTERM', end);
}
