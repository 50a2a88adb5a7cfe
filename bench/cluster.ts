/**
 * What a cluster costs: node bench/cluster.ts [CASES] [FILE]. All nodes on one machine show that it is right, and how many
 * statements it plans; not how fast it would be on machines of their own.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../scripts/cluster/start-cluster.ts';
import { demoLoad } from './cluster/demo-load.ts';
import { twoPagesOf } from './cluster/two-pages.ts';
import type { Measure } from './measure.ts';
import { madeWarehouse } from './report/made-warehouse.ts';

const demoCases = 20_000;

export async function bench(
  cases = 1_000_000,
  path = join(tmpdir(), `tidemark-bench-${cases}.duckdb`),
): Promise<readonly Measure[]> {
  const cluster = await startCluster({ memoryMb: 4096 });
  if ('missing' in cluster) {
    process.stderr.write(`no times of a cluster: ${cluster.missing}\n`);
    return [];
  }
  try {
    const loads = await demoLoad(cluster, demoCases);
    const here = await madeWarehouse(path, cases);
    const size = `${cases.toLocaleString('en')} cases`;
    return [...loads, ...(await twoPagesOf(here, cluster, size).finally(() => here.close()))];
  } finally {
    await cluster.stop();
  }
}

if (process.argv[1] === import.meta.filename)
  console.table(await bench(Number(process.argv[2] ?? 1_000_000), process.argv[3]));
