/** A year of the demo company loaded as a user loads it, facts and all: into a file, and into a cluster. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '../../scripts/cluster/start-cluster.ts';
import { demoFiles, writeDemoProject } from '../../src/cli/demo-project.ts';
import { loadFiles } from '../../src/cli/load-files.ts';
import { silentTerminal } from '../../src/cli/silent-terminal.ts';
import { readConfig } from '../../src/config/index.ts';
import { generateDemo } from '../../src/demo/index.ts';
import { openWarehouse } from '../../src/warehouse/index.ts';
import { connectTo } from '../../src/warehouse/trino/open.ts';
import { openForLoading } from '../../src/warehouse/trino/open-for-loading.ts';
import { sharedFolder } from '../../src/warehouse/trino/store.ts';
import { ownSchema } from '../../test/cluster/testing.ts';
import { type Measure, timed } from '../measure.ts';

async function loadableOn(cluster: Cluster) {
  const store = sharedFolder({ root: 'local:///loaded', folder: join(cluster.store, 'loaded') });
  return await openForLoading({ connection: await connectTo(ownSchema(cluster.url)), store });
}

export async function demoLoad(cluster: Cluster, cases: number): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-load-'));
  try {
    await generateDemo({ folder, seed: 1, cases });
    writeDemoProject(folder);
    const config = readConfig(folder);
    const files = demoFiles.map((name) => join(folder, 'data', name));
    const both = [await openWarehouse({ path: config.warehouse }), await loadableOn(cluster)];
    const taken: { readonly records: number; readonly seconds: number }[] = [];
    for (const warehouse of both) {
      const [result, seconds] = await timed(() =>
        loadFiles({ config, warehouse, files, io: silentTerminal }),
      );
      taken.push({ records: result.files.reduce((sum, { records }) => sum + records, 0), seconds });
      await warehouse.close();
    }
    return measuresOf(taken, `${cases.toLocaleString('en')} cases of the demo company`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measuresOf(
  [here, there]: readonly { readonly records: number; readonly seconds: number }[],
  size: string,
): readonly Measure[] {
  if (here === undefined || there === undefined) return [];
  const more = ({ records, seconds }: typeof here): string =>
    `${records.toLocaleString('en')} records, ${Math.round(records / seconds).toLocaleString('en')} a second`;
  const against = { what: 'this machine', seconds: here.seconds };
  return [
    { what: `loading ${size} here`, seconds: here.seconds, more: more(here) },
    { what: `loading ${size} into a cluster`, seconds: there.seconds, more: more(there), against },
  ];
}
