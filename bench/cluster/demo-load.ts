/** A year of the demo company loaded as a user loads it, facts and all: into a file, and into a cluster. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '../../scripts/cluster/start-cluster.ts';
import { makeDemoProject } from '../../src/cli/demo-project.ts';
import { loadFiles } from '../../src/cli/load-files.ts';
import { silentTerminal } from '../../src/cli/silent-terminal.ts';
import { type Config, readConfig } from '../../src/config/index.ts';
import { type LoadableWarehouse, openWarehouse } from '../../src/warehouse/index.ts';
import { onCluster } from '../../test/cluster/loadable.ts';
import { ownSchema } from '../../test/cluster/testing.ts';
import { type Measure, timed } from '../measure.ts';

/** The records of a load, and how long it took; the warehouse is closed. */
interface Taken {
  readonly records: number;
  readonly seconds: number;
}

async function taken(config: Config, files: readonly string[], warehouse: LoadableWarehouse): Promise<Taken> {
  const [result, seconds] = await timed(() => loadFiles({ config, warehouse, files, io: silentTerminal }));
  await warehouse.close();
  return { records: result.files.reduce((sum, { records }) => sum + records, 0), seconds };
}

const rate = ({ records, seconds }: Taken): string =>
  `${records.toLocaleString('en')} records, ${Math.round(records / seconds).toLocaleString('en')} a second`;

export async function demoLoad(cluster: Cluster, cases: number): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-load-'));
  try {
    const files = await makeDemoProject({ folder, seed: 1, cases });
    const config = readConfig(folder);
    const here = await taken(config, files, await openWarehouse({ path: config.warehouse }));
    const clustered = await onCluster(ownSchema(cluster.url), { folder: cluster.store, memoryMb: 1024 });
    const there = await taken(config, files, clustered);
    const size = `${cases.toLocaleString('en')} cases of the demo company`;
    const against = { what: 'this machine', seconds: here.seconds };
    return [
      { what: `loading ${size} here`, seconds: here.seconds, more: rate(here) },
      { what: `loading ${size} into a cluster`, seconds: there.seconds, more: rate(there), against },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
