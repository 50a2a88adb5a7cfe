/** Opens the warehouse that a configuration names: the file of the embedded engine, or a cluster. */
import { existsSync, readFileSync } from 'node:fs';
import type { Config } from '../config/index.ts';
import { Problem } from '../model/index.ts';
import { isTrinoAddress, type LoadableWarehouse, openWarehouse, type Warehouse } from '../warehouse/index.ts';

type Places = Pick<Config, 'warehouse' | 'cluster' | 'intake'>;

/** What Node and the process that reads a file need beside the engine, in megabytes. */
const beside = 352;

export const isOnCluster = ({ warehouse }: Pick<Places, 'warehouse'>): boolean => isTrinoAddress(warehouse);

/** Whether there can be anything to read yet; a cluster is asked when it is opened. */
export const mayHoldRecords = (config: Pick<Places, 'warehouse'>): boolean =>
  isOnCluster(config) || existsSync(config.warehouse);

/** Reading may use what reports need. */
export const openToRead = async (config: Places): Promise<Warehouse> =>
  isOnCluster(config)
    ? (await engineForClusters()).openTrino(clusterOf(config))
    : openWarehouse({ path: config.warehouse, readOnly: true });

/** Loading keeps to the memory that the configuration allows. */
export async function openToWrite(config: Places): Promise<LoadableWarehouse> {
  const memoryMb = Math.max(160, config.intake.memoryMb - beside);
  if (!isOnCluster(config)) return openWarehouse({ path: config.warehouse, readOnly: false, memoryMb });
  const { files } = config.cluster;
  if (files === null) throw noFiles();
  const { connectTo, openForLoading, storeOf } = await engineForClusters();
  const store = await storeOf(files);
  return openForLoading({ connection: await connectTo(clusterOf(config)), store, memoryMb });
}

/** Whoever works with a file never loads it. */
const engineForClusters = () => import('../warehouse/trino/index.ts');

function clusterOf({ warehouse, cluster: { authority, session } }: Places) {
  const { TIDEMARK_TRINO_PASSWORD: password, TIDEMARK_TRINO_TOKEN: token } = process.env;
  return {
    warehouse,
    session,
    ca: authority === null ? null : authorityIn(authority),
    ...(password === undefined ? {} : { password }),
    ...(token === undefined ? {} : { token }),
  };
}

function authorityIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Problem(
      'file_missing',
      {
        found: `the certificate authority of the cluster cannot be read (${path})`,
        expected: 'a PEM file',
        todo: 'check the path in the configuration (cluster: authority)',
      },
      { cause },
    );
  }
}

const noFiles = (): Problem =>
  new Problem('cluster_files_missing', {
    found: 'no place for files that this machine and the cluster share',
    expected:
      'a section "files" under "cluster" in the configuration: a location, and a folder where it is no bucket',
    todo: 'write it (docs/loading-into-a-cluster.md shows how); reading works without it',
  });
