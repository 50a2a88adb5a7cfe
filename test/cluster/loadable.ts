/** A warehouse on the cluster that files can be loaded into, in a schema of its own. */
import { join } from 'node:path';
import type { LoadableWarehouse } from '../../src/warehouse/loading.ts';
import { type ClusterOptions, connectTo } from '../../src/warehouse/trino/open.ts';
import { openForLoading } from '../../src/warehouse/trino/open-for-loading.ts';
import { sharedFolder } from '../../src/warehouse/trino/store.ts';
import { cluster, ownSchema } from './testing.ts';

/** The place that the tests share with their cluster. */
export const sharedStore = () =>
  sharedFolder({ root: 'local:///loaded', folder: join(cluster.store, 'loaded') });

export async function onCluster(options: ClusterOptions = ownSchema()): Promise<LoadableWarehouse> {
  const connection = await connectTo(options);
  return await openForLoading({ connection, store: sharedStore(), memoryMb: 256 });
}
