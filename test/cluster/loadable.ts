/** A warehouse on the cluster that files can be loaded into, in a schema of its own. */
import { join } from 'node:path';
import type { LoadableWarehouse } from '../../src/warehouse/loading.ts';
import { type ClusterOptions, connectTo } from '../../src/warehouse/trino/open.ts';
import { openForLoading } from '../../src/warehouse/trino/open-for-loading.ts';
import { sharedFolder } from '../../src/warehouse/trino/store.ts';
import { cluster, ownSchema } from './testing.ts';

/** The place that the tests share with their cluster. */
export const sharedStore = (folder = cluster.store) =>
  sharedFolder({ root: 'local:///loaded', folder: join(folder, 'loaded') });

export async function onCluster(
  options: ClusterOptions = ownSchema(),
  { folder = cluster.store, memoryMb = 256 } = {},
): Promise<LoadableWarehouse> {
  const connection = await connectTo(options);
  return await openForLoading({ connection, store: sharedStore(folder), memoryMb });
}
